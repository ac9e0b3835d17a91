using System.Collections.Concurrent;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Ingest.Storage.Ingestion;
using Ingest.Storage.Ledger;
using Ingest.Storage.Reading;
using Ingest.Storage.Tests.Kit;
using Ingest.Storage.Watching;
using Microsoft.Extensions.Azure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ingest.Storage.Tests.Watching;

/// <summary>Storage and watching as the local host registers them, on a store of a test.</summary>
sealed class WatchingHost : IAsyncDisposable
{
    readonly ServiceProvider services;
    readonly HashSet<IHostedService> running = [];

    /// <summary>Registers everything and starts nothing.</summary>
    public WatchingHost(TestStore store, params (string Key, string Value)[] settings)
        : this(store, null, settings)
    {
    }

    /// <param name="way">What every request goes through; null for the usual way.</param>
    public WatchingHost(TestStore store, HttpMessageHandler? way, params (string Key, string Value)[] settings)
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
            .AddLogging(logging => logging.AddProvider(Log).AddFilter("Azure", LogLevel.None))
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

/// <summary>Keeps the log's lines.</summary>
sealed class LogLines : ILoggerProvider, ILogger
{
    readonly ConcurrentQueue<string> lines = [];

    public IEnumerable<string> Containing(string words) => lines.Where(line => line.Contains(words, StringComparison.Ordinal));

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue($"{logLevel}: {formatter(state, exception)}");

    public void Dispose()
    {
    }
}
