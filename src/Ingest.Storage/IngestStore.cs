using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Options;

namespace Ingest.Storage;

/// <summary>The container, the tables and the queue that everything is kept in.</summary>
public sealed class IngestStore
{
    /// <summary>The queue that the Functions host puts a blob on which failed too often; fixed by that host.</summary>
    public const string PoisonQueueName = "webjobs-blobtrigger-poison";

    /// <summary>Transactions under way at once: enough to keep the service busy, few enough that what waits meanwhile fills the next ones.</summary>
    const int MostTransactions = 8;

    readonly TableServiceClient tables;

    /// <summary>Names the parts; makes nothing.</summary>
    public IngestStore(BlobServiceClient blobs, TableServiceClient tables, QueueServiceClient queues, IOptions<IngestOptions> options)
    {
        this.tables = tables;
        var names = options.Value;
        Container = blobs.GetBlobContainerClient(names.Container);
        Poison = queues.GetQueueClient(PoisonQueueName);
        Articles = Table("Articles");
        Dates = Table("Dates");
        Speakers = Table("Speakers");
        Blobs = Table("Blobs");

        TableClient Table(string name) => tables.GetTableClient(names.TablePrefix + name);
    }

    /// <summary>The uploads.</summary>
    public BlobContainerClient Container { get; }

    /// <summary>Blobs that failed too often.</summary>
    public QueueClient Poison { get; }

    /// <summary>Turns of the writers' transactions.</summary>
    internal SemaphoreSlim Turns { get; } = new(MostTransactions);

    internal TableClient Articles { get; }

    internal TableClient Dates { get; }

    internal TableClient Speakers { get; }

    internal TableClient Blobs { get; }

    /// <summary>Makes what is missing; changes nothing that is there. To be called once before anything else.</summary>
    /// <exception cref="StoreLayoutException">The tables are there, and were laid out by another version.</exception>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(
            Container.CreateIfNotExistsAsync(cancellationToken: cancellationToken),
            Poison.CreateIfNotExistsAsync(cancellationToken: cancellationToken),
            Task.WhenAll(new[] { Articles, Dates, Speakers, Blobs }.Select(table => tables.CreateTableIfNotExistsAsync(table.Name, cancellationToken))));
        await StoreLayout.EnsureAsync(this, cancellationToken);
    }
}
