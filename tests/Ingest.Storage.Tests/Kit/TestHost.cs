using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Ingest.Storage.Ingestion;
using Ingest.Storage.Ledger;
using Ingest.Storage.Reading;
using Ingest.Storage.Telemetry;
using Ingest.Storage.Watching;
using Microsoft.Extensions.Azure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ingest.Storage.Tests.Kit;

/// <summary>Storage and watching as the local host registers them, on a store of a test.</summary>
sealed class TestHost : IAsyncDisposable
{
    readonly ServiceProvider services;
    readonly HashSet<IHostedService> running = [];

    /// <summary>Registers everything and starts nothing.</summary>
    public TestHost(TestStore store, params (string Key, string Value)[] settings)
        : this(store, null, LogLevel.None, settings)
    {
    }

    /// <param name="way">What every request goes through; null for the usual way.</param>
    /// <param name="sdk">What of the SDK's own log is kept: it is long.</param>
    public TestHost(TestStore store, HttpMessageHandler? way, LogLevel sdk, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
            [
                .. store.Settings, new("Ingest:MaxRetries", "1"), new("Ingest:RetryDelay", "00:00:00.050"), new("Ingest:Watch:RetryDelay", "00:00:00.020"),
                new("Ingest:Watch:SweepMinimumAge", "00:00:00"),
            ])
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build();
        var collection = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(Log).SetMinimumLevel(LogLevel.Trace).AddFilter("Azure", sdk))
            .AddIngestStorage(configuration)
            .AddIngestWatching(configuration);
        if (way is not null) collection.AddAzureClients(clients => clients.ConfigureDefaults(options => options.Transport = new HttpClientTransport(way)));
        services = collection.BuildServiceProvider();
    }

    /// <summary>What was logged.</summary>
    public LogLines Log { get; } = new();

    public BlobContainerClient Container => services.GetRequiredService<IngestStore>().Container;

    public QueueClient Poison => services.GetRequiredService<IngestStore>().Poison;

    public BlobLedger Ledger => services.GetRequiredService<BlobLedger>();

    public IngestMetrics Metrics => services.GetRequiredService<IngestMetrics>();

    public ArticleIngestor Ingestor => services.GetRequiredService<ArticleIngestor>();

    public SummaryReader Reader => services.GetRequiredService<SummaryReader>();

    public Sweep Sweep => services.GetRequiredService<Sweep>();

    public Redrive Redrive => services.GetRequiredService<Redrive>();

    /// <summary>Starts the watcher, and not the timed sweep, which would mend what the watcher misses.</summary>
    public async Task StartWatcherAsync()
    {
        foreach (var watcher in services.GetServices<IHostedService>().OfType<BlobWatcher>())
        {
            running.Add(watcher);
            await watcher.StartAsync(CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in running) await service.StopAsync(CancellationToken.None);
        await services.DisposeAsync();
    }
}
