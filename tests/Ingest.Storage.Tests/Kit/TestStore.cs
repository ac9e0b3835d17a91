using System.Collections.Concurrent;
using System.Text;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Ingest.Storage.Ingestion;
using Ingest.Storage.Ledger;
using Ingest.Storage.Reading;
using Ingest.Storage.Telemetry;
using Ingest.Storage.Verification;
using Ingest.Testing;
using Ingest.Text.Articles;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Ingest.Storage.Tests.Kit;

/// <summary>A store of its own in the emulator, and writers and readers of it, each as if in a process of its own.</summary>
sealed class TestStore
{
    static int stores;

    readonly string connection;
    readonly IngestOptions options;
    readonly ConcurrentDictionary<string, Article> articles = new();

    TestStore(string connection, IngestOptions options) => (this.connection, this.options) = (connection, options);

    /// <summary>An empty store.</summary>
    public static Task<TestStore> CreateAsync(AzuriteFixture azurite) => CreateAsync(azurite.ConnectionString);

    /// <summary>An empty store in another emulator.</summary>
    public static async Task<TestStore> CreateAsync(string connection)
    {
        var name = $"t{Environment.ProcessId}x{Interlocked.Increment(ref stores)}";
        var store = new TestStore(connection, new() { Container = name + "articles", TablePrefix = name, MaxArticleBytes = IngestOptions.LargestArticleBytes });
        store.Tables = store.Connect(null);
        await store.Tables.CreateAsync(CancellationToken.None);
        return store;
    }

    /// <summary>A store that does not answer.</summary>
    public static TestStore Down() => new(
        "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=AAAA;BlobEndpoint=http://127.0.0.1:9/a;QueueEndpoint=http://127.0.0.1:9/a;TableEndpoint=http://127.0.0.1:9/a;", new());

    /// <summary>What a host needs to be told to work on this store.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Settings =>
        [new("Storage", connection), new("Ingest:Container", options.Container), new("Ingest:TablePrefix", options.TablePrefix)];

    /// <summary>The store's parts, by clients of their own.</summary>
    public IngestStore Connect(StorageCalls? calls)
    {
        return new(
            new BlobServiceClient(connection, With(new BlobClientOptions())), new TableServiceClient(connection, With(new TableClientOptions())),
            new QueueServiceClient(connection, With(new QueueClientOptions())), Options.Create(options));

        T With<T>(T clientOptions)
            where T : ClientOptions
        {
            (clientOptions.Retry.Delay, clientOptions.Retry.MaxDelay) = (TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(20));
            if (calls is not null) clientOptions.AddPolicy(calls, HttpPipelinePosition.PerRetry);
            return clientOptions;
        }
    }

    /// <summary>An ingestor with caches of its own: another process, or the same after a restart.</summary>
    public ArticleIngestor Ingestor(StorageCalls? calls = null)
    {
        var store = Connect(calls);
        return new(store, new(store, TimeProvider.System), Options.Create(options), TimeProvider.System, new(new IngestMetrics(), TimeProvider.System, NullLogger<IngestRuns>.Instance))
        {
            Parse = (content, upload) => articles.TryGetValue(Encoding.UTF8.GetString(content), out var article) ? ParseResult.Of(article) : ParseResult.Refused("Nothing that a test wrote."),
        };
    }

    public SummaryReader Reader(StorageCalls? calls = null)
    {
        var store = Connect(calls);
        return new(store, new(store, TimeProvider.System));
    }

    public BlobLedger Ledger()
    {
        var store = Connect(null);
        return new(store, TimeProvider.System);
    }

    /// <summary>What somebody who meddles with the tables has to work with.</summary>
    public IngestStore Tables { get; private set; } = null!;

    public Verifier Verifier() => new(Connect(null), Options.Create(options), TimeProvider.System);

    /// <summary>Puts an article's file into the container; its name.</summary>
    public async Task<string> UploadAsync(Article article, string? blob = null)
    {
        articles[article.Text] = article;
        await UploadAsync(blob ?? article.Name, article.Text);
        return blob ?? article.Name;
    }

    public async Task UploadAsync(string blob, string text) =>
        await Tables.Container.GetBlobClient(blob).UploadAsync(BinaryData.FromString(text), overwrite: true);

    /// <summary>Waits until whatever is uploaded is later than <paramref name="blob"/>: blob storage tells times in seconds. A blob that is gone is of this second.</summary>
    public async Task UntilLaterAsync(string blob)
    {
        var client = Tables.Container.GetBlobClient(blob);
        var written = await client.ExistsAsync() ? (await client.GetPropertiesAsync()).Value.LastModified : DateTimeOffset.UtcNow;
        await Eventually.TrueAsync(() => DateTimeOffset.UtcNow >= written.AddSeconds(1));
    }

    /// <summary>Uploads and ingests.</summary>
    public async Task<IngestResult> PutAsync(ArticleIngestor ingestor, Article article, string? blob = null) =>
        await ingestor.IngestAsync(await UploadAsync(article, blob), CancellationToken.None);

    /// <summary>What a recount finds wrong.</summary>
    public async Task<List<string>> DifferencesAsync(bool repair = false)
    {
        var found = new List<string>();
        await Verifier().RecountAsync(repair, difference => found.Add(difference.ToString()), CancellationToken.None);
        return found;
    }
}
