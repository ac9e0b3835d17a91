using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Ingest.Api;
using Ingest.Api.Dashboard;
using Ingest.Storage;
using Ingest.Storage.Ingestion;
using Ingest.Storage.Watching;
using Ingest.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ingest.Web.Tests.Kit;

/// <summary>The local host in this process, with a container and tables of its own in the emulator.</summary>
public sealed class Newsroom : IAsyncDisposable
{
    readonly WebApplication app;
    readonly HttpClient client;

    Newsroom(WebApplication app)
    {
        this.app = app;
        Address = new Uri(app.Urls.Single() + "/");
        client = new HttpClient { BaseAddress = Address };
    }

    /// <summary>Where it answers, with a slash at the end.</summary>
    public Uri Address { get; }

    /// <param name="key">A key that <c>/api</c> asks for, as the Functions host does; null for none.</param>
    public static async Task<Newsroom> OpenAsync(AzuriteFixture azurite, string? key = null)
    {
        var prefix = "web" + Guid.NewGuid().ToString("n")[..12];
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage"] = azurite.ConnectionString,
            ["Ingest:Container"] = prefix,
            ["Ingest:TablePrefix"] = prefix,
            ["Ingest:Watch:Interval"] = "00:00:00.1",
        });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddIngestStorage(builder.Configuration);
        builder.Services.AddIngestWatching(builder.Configuration);
        builder.Services.AddIngestApi();
        var host = builder.Build();
        if (key is not null) host.Use((context, next) => Guard(context, next, key));
        host.MapIngestApi();
        host.MapDashboard();
        await host.Services.GetRequiredService<IngestStore>().CreateAsync(CancellationToken.None);
        await host.StartAsync();
        return new Newsroom(host);
    }

    /// <summary>Puts articles into the container and waits until they are in the tables.</summary>
    public async Task TakeAsync(params IEnumerable<(string Name, byte[] Content)> articles)
    {
        var store = app.Services.GetRequiredService<IngestStore>();
        var ingestor = app.Services.GetRequiredService<ArticleIngestor>();
        foreach (var (name, content) in articles)
        {
            await store.Container.UploadBlobAsync(name, BinaryData.FromBytes(content));
            await ingestor.IngestAsync(name, CancellationToken.None);
        }
    }

    /// <summary>The same for text.</summary>
    public Task TakeAsync(string name, string text) => TakeAsync([(name, Encoding.UTF8.GetBytes(text))]);

    /// <summary>What the interface answers: what the page has to show.</summary>
    public async Task<JsonElement> AskAsync(string route) => await client.GetFromJsonAsync<JsonElement>("api/" + route);

    /// <summary>Every item of a list.</summary>
    public async Task<IReadOnlyList<JsonElement>> ListAsync(string route) => [.. (await AskAsync(route)).GetProperty("items").EnumerateArray()];

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    static Task Guard(HttpContext context, RequestDelegate next, string key)
    {
        if (!context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || context.Request.Headers["x-functions-key"] == key) return next(context);
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}
