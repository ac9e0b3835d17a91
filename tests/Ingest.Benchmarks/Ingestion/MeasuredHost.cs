using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Ingest.Storage;
using Ingest.Storage.Ingestion;
using Ingest.Storage.Reading;
using Ingest.Storage.Watching;
using Microsoft.Extensions.Azure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ingest.Benchmarks.Ingestion;

/// <summary>The local host's storage and watcher, as <c>up</c> runs them, on a container and tables of its own that go with it; its requests are counted.</summary>
sealed class MeasuredHost : IAsyncDisposable
{
    readonly ServiceProvider services;

    readonly string connection;

    readonly Finished finished;

    MeasuredHost(ServiceProvider services, Traffic traffic, Finished finished, string connection) =>
        (this.services, Traffic, this.finished, this.connection) = (services, traffic, finished, connection);

    /// <summary>The host's requests.</summary>
    public Traffic Traffic { get; }

    public ArticleIngestor Ingestor => services.GetRequiredService<ArticleIngestor>();

    public SummaryReader Reader => services.GetRequiredService<SummaryReader>();

    /// <summary>The container, by a client whose requests are not counted.</summary>
    public required BlobContainerClient Uploads { get; init; }

    /// <summary>A host on an empty store, with its watcher at work.</summary>
    public static async Task<MeasuredHost> StartAsync(string connection, int concurrency = 0)
    {
        var host = await OpenAsync(connection, "bench" + Guid.NewGuid().ToString("N")[..12], concurrency);
        foreach (var service in host.services.GetServices<IHostedService>()) await service.StartAsync(CancellationToken.None);
        return host;
    }

    /// <summary>A host on the store of that name, which others may share; it watches nothing.</summary>
    public static async Task<MeasuredHost> OpenAsync(string connection, string name, int concurrency = 0)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Storage"] = connection, ["Ingest:Container"] = name, ["Ingest:TablePrefix"] = name };
        if (concurrency > 0) settings["Ingest:Watch:Concurrency"] = concurrency.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var traffic = new Traffic(name);
        var collection = new ServiceCollection().AddLogging().AddIngestStorage(configuration).AddIngestWatching(configuration);
        var through = new Finished();
        collection.AddSingleton<IIntakeObserver>(through);
        collection.AddAzureClients(clients => clients.ConfigureDefaults(options => options.AddPolicy(traffic, HttpPipelinePosition.PerRetry)));
        var provider = collection.BuildServiceProvider();
        await provider.GetRequiredService<IngestStore>().CreateAsync(CancellationToken.None);
        return new MeasuredHost(provider, traffic, through, connection) { Uploads = new BlobContainerClient(connection, name) };
    }

    /// <summary>Waits until the watcher is through with so many blobs.</summary>
    public async Task UntilFinishedAsync(long blobs)
    {
        while (finished.Blobs < blobs) await Task.Delay(5);
    }

    /// <summary>Stops the host and takes out all that it stored: what stays would slow the emulator for whatever is measured next, for it writes all that it has down every few seconds.</summary>
    public async Task ClearAsync()
    {
        foreach (var service in services.GetServices<IHostedService>()) await service.StopAsync(CancellationToken.None);
        await Uploads.DeleteIfExistsAsync();
        var tables = new TableServiceClient(connection);
        await foreach (var table in tables.QueryAsync())
        {
            if (table.Name.StartsWith(Uploads.Name, StringComparison.Ordinal)) await tables.DeleteTableAsync(table.Name);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ClearAsync();
        Traffic.Recording.Dispose();
        await services.DisposeAsync();
    }

    /// <summary>Counts what the watcher is through with.</summary>
    sealed class Finished : IIntakeObserver
    {
        long blobs;

        public long Blobs => Interlocked.Read(ref blobs);

        public void Ingested(IngestResult result) => Interlocked.Increment(ref blobs);
    }
}
