using Azure.Storage.Blobs;
using Ingest.Storage;
using Ingest.Storage.Watching;
using Ingest.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ingest.Infra.Tests.Telemetry;

/// <summary>A store of its own in the emulator, with what a host registers.</summary>
sealed class Store : IAsyncDisposable
{
    readonly ServiceProvider services;

    Store(ServiceProvider services) => this.services = services;

    public BlobContainerClient Container => Get<IngestStore>().Container;

    public static async Task<Store> CreateAsync(AzuriteFixture azurite, ILoggerProvider? logs = null)
    {
        var id = Guid.NewGuid().ToString("n");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage"] = azurite.ConnectionString,
            ["Ingest:Container"] = "t" + id,
            ["Ingest:TablePrefix"] = "t" + id,
            ["Ingest:Watch:SweepMinimumAge"] = "00:00:00",
        }).Build();
        var registered = new ServiceCollection();
        registered.AddLogging(logging =>
        {
            logging.SetMinimumLevel(LogLevel.Trace);
            if (logs is not null) logging.AddProvider(logs);
        });
        registered.AddSingleton<IConfiguration>(configuration);
        registered.AddIngestStorage(configuration);
        registered.AddIngestSweep(configuration);
        var store = new Store(registered.BuildServiceProvider());
        await store.Get<IngestStore>().CreateAsync(TestContext.Current.CancellationToken);
        return store;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
