using Ingest.Storage;
using Ingest.Storage.Watching;

namespace Ingest.Cli.Connecting;

/// <summary>Storage for a command that runs once and ends.</summary>
public sealed class Store : IAsyncDisposable
{
    readonly ServiceProvider services;

    Store(ServiceProvider services) => this.services = services;

    /// <summary>Connects; asks nothing of it yet.</summary>
    public static Store Open(StorageAddress address)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(Settings)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(address.Settings)
            .Build();
        return new Store(new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging(logging => logging.ClearProviders())
            .AddIngestStorage(configuration)
            .AddIngestSweep(configuration)
            .BuildServiceProvider());
    }

    /// <summary>A part of it.</summary>
    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => services.DisposeAsync();

    /// <summary>A person waits: that storage is down is told sooner than in a host, which can try for long.</summary>
    static Dictionary<string, string?> Settings => new(StringComparer.OrdinalIgnoreCase)
    {
        ["Ingest:MaxRetries"] = "3",
        ["Ingest:MaxRetryDelay"] = "00:00:02",
        ["Ingest:NetworkTimeout"] = "00:00:15",

        // Who asks for a sweep by hand means all that is there.
        ["Ingest:Watch:SweepMinimumAge"] = "00:00:00",
    };
}
