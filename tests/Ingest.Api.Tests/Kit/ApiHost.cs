using System.Text;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Pipeline;
using Ingest.Api.OpenApi;
using Ingest.Storage;
using Ingest.Storage.Ingestion;
using Ingest.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Azure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ingest.Api.Tests.Kit;

/// <summary>The interface on a free port of this machine, over a store of its own in the run's Azurite. Nothing watches the container: a test ingests.</summary>
public sealed class ApiHost : IAsyncDisposable
{
    readonly WebApplication server;

    ApiHost(WebApplication app)
    {
        server = app;
        Address = new Uri(app.Urls.Single());
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => server.Services;

    public IngestStore Store => Services.GetRequiredService<IngestStore>();

    /// <summary>A key of no account.</summary>
    public static string WrongKey { get; } = Convert.ToBase64String(Encoding.UTF8.GetBytes("a key that must never be shown"));

    public static async Task<ApiHost> StartAsync(AzuriteFixture azurite, params (string Name, string Value)[] settings)
    {
        var app = Build([("Storage", azurite.ConnectionString), .. settings], null);
        await app.Services.GetRequiredService<IngestStore>().CreateAsync(CancellationToken.None);
        await app.StartAsync();
        return new ApiHost(app);
    }

    /// <summary>A host whose storage is at a port where nothing listens.</summary>
    public static async Task<ApiHost> StartWithoutStorageAsync()
    {
        var storage = $"AccountName=nobody;AccountKey={WrongKey};BlobEndpoint=http://127.0.0.1:1/nobody;QueueEndpoint=http://127.0.0.1:1/nobody;TableEndpoint=http://127.0.0.1:1/nobody";
        var app = Build([("Storage", storage), ("Ingest:MaxRetries", "0"), ("Ingest:NetworkTimeout", "00:00:02")], null);
        await app.StartAsync();
        return new ApiHost(app);
    }

    /// <summary>A host in which making the OpenAPI document throws.</summary>
    public static async Task<ApiHost> StartBrokenAsync(AzuriteFixture azurite, Exception cause)
    {
        var app = Build([("Storage", azurite.ConnectionString)], services => services.AddSingleton<OpenApiEndpoints>(_ => throw cause));
        await app.StartAsync();
        return new ApiHost(app);
    }

    /// <summary>A host whose requests to storage go through <paramref name="policy"/>.</summary>
    public static async Task<ApiHost> StartAsync(AzuriteFixture azurite, HttpPipelinePolicy policy, params (string Name, string Value)[] settings)
    {
        var app = Build(
            [("Storage", azurite.ConnectionString), .. settings],
            services => services.AddAzureClients(clients => clients.ConfigureDefaults(options => options.AddPolicy(policy, HttpPipelinePosition.PerRetry))));
        await app.Services.GetRequiredService<IngestStore>().CreateAsync(CancellationToken.None);
        await app.StartAsync();
        return new ApiHost(app);
    }

    static WebApplication Build((string Name, string Value)[] settings, Action<IServiceCollection>? change)
    {
        var name = $"t{Guid.NewGuid():N}"[..20];
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Ingest:Container"] = name, ["Ingest:TablePrefix"] = name });
        builder.Configuration.AddInMemoryCollection(settings.Select(each => KeyValuePair.Create<string, string?>(each.Name, each.Value)));
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddIngestStorage(builder.Configuration);
        builder.Services.AddIngestApi();
        change?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapIngestApi();
        return app;
    }

    /// <summary>Puts an article into the container and ingests it.</summary>
    /// <returns>Its id; empty where it was refused.</returns>
    public async Task<string> IngestAsync(string blob, string article)
    {
        await Store.Container.GetBlobClient(blob).UploadAsync(BinaryData.FromString(article), overwrite: true);
        return await IngestAsync(blob);
    }

    /// <summary>Ingests what stands in the container under this name, as the trigger and the watcher do.</summary>
    public async Task<string> IngestAsync(string blob) =>
        (await Services.GetRequiredService<ArticleIngestor>().IngestAsync(blob, CancellationToken.None)).ArticleId ?? "";

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public Task<Answer> PostAsync(string path, HttpContent content, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Post, path, content, headers);

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Client.SendAsync(request);
        return new Answer(response, await response.Content.ReadAsByteArrayAsync());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await server.StopAsync();
        await server.DisposeAsync();
    }
}

/// <summary>What came back.</summary>
public sealed class Answer(HttpResponseMessage response, byte[] body)
{
    public int Status { get; } = (int)response.StatusCode;

    public byte[] Body { get; } = body;

    public string Text { get; } = Encoding.UTF8.GetString(body);

    public string? MediaType { get; } = response.Content.Headers.ContentType?.MediaType;

    public JsonNode Json => JsonNode.Parse(Body) ?? throw new InvalidOperationException("The answer is the JSON null.");

    public JsonArray Items => Json["items"]!.AsArray();

    public string? Next => Json["next"]?.GetValue<string>();

    /// <summary>A header of the response or of its content; null where it has none.</summary>
    public string? Header(string name) =>
        headers.TryGetValue(name, out var value) ? value : null;

    readonly Dictionary<string, string> headers = response.Headers.Concat(response.Content.Headers)
        .ToDictionary(each => each.Key, each => string.Join(", ", each.Value), StringComparer.OrdinalIgnoreCase);

    public override string ToString() => $"{Status} {MediaType}: {(Text.Length > 1000 ? Text[..1000] : Text)}";
}
