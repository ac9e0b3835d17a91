using System.Collections.Concurrent;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Ingest.Storage.Ledger;
using Ingest.Storage.Reading;
using Ingest.Storage.Verification;
using Ingest.Storage.Watching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ingest.Storage.Tests.Watching;

/// <summary>Storage and watching as the local host registers them, on a container and tables of its own name.</summary>
sealed class WatchingHost : IAsyncDisposable
{
    readonly ServiceProvider services;
    readonly HashSet<IHostedService> running = [];

    /// <summary>Registers everything and starts nothing.</summary>
    /// <param name="name">Names container and tables: lower-case letters and digits.</param>
    public WatchingHost(string connection, string name, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Storage", connection), new("Ingest:Container", name), new("Ingest:TablePrefix", name),
            new("Ingest:MaxRetries", "1"), new("Ingest:RetryDelay", "00:00:00.050"), new("Ingest:Watch:RetryDelay", "00:00:00.020"),
            .. settings.Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value)),
        ]).Build();
        services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(Log).AddFilter("Azure", LogLevel.None))
            .AddIngestStorage(configuration)
            .AddIngestWatching(configuration)
            .BuildServiceProvider();
    }

    /// <summary>What was logged.</summary>
    public LogLines Log { get; } = new();

    public IngestStore Store => services.GetRequiredService<IngestStore>();

    public BlobContainerClient Container => Store.Container;

    public QueueClient Poison => Store.Poison;

    public BlobLedger Ledger => services.GetRequiredService<BlobLedger>();

    public SummaryReader Reader => services.GetRequiredService<SummaryReader>();

    public Sweep Sweep => services.GetRequiredService<Sweep>();

    public Redrive Redrive => services.GetRequiredService<Redrive>();


    /// <summary>What is stored and not what a recount gives.</summary>
    public async Task<List<string>> DifferencesAsync()
    {
        var differences = new List<string>();
        await services.GetRequiredService<Verifier>().RecountAsync(repair: false, difference => differences.Add(difference.ToString()), CancellationToken.None);
        return differences;
    }

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
