using Ingest.Api;
using Ingest.Api.Dashboard;
using Ingest.Api.Telemetry;
using Ingest.Cli.Connecting;
using Ingest.Storage;
using Ingest.Storage.Watching;
using Microsoft.AspNetCore.HostFiltering;

namespace Ingest.Cli.Local;

/// <summary>The app on this machine: the API and the dashboard for this machine only, and the watch on the container.</summary>
static class LocalHost
{
    static readonly TimeSpan HeadersLimit = TimeSpan.FromSeconds(15);
    static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(10);

    /// <summary>Builds it; starts nothing.</summary>
    public static WebApplication Build(StorageAddress storage, int port, Feed feed)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            // Settings files are looked for beside the program, not where somebody happens to stand.
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.Configuration.AddInMemoryCollection(storage.Settings);
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddProvider(new ProblemLog(feed));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.ListenLocalhost(port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = 1000;
            kestrel.Limits.RequestHeadersTimeout = HeadersLimit;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = EndLimit);

        // A page elsewhere can give its own name this machine's address (DNS rebinding); it cannot give it our name.
        builder.Services.Configure<HostFilteringOptions>(filter => filter.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.AddSingleton<IIntakeObserver>(feed);
        builder.Services.AddIngestStorage(builder.Configuration);
        builder.Services.AddIngestWatching(builder.Configuration);
        builder.Services.AddIngestApi();
        builder.Services.AddIngestTelemetry(builder.Configuration, requests: true);

        var app = builder.Build();
        app.UseHostFiltering();
        app.MapIngestApi();
        app.MapDashboard();
        return app;
    }
}
