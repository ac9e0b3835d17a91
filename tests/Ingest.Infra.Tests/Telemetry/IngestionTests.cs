using System.Collections.Concurrent;
using System.Diagnostics;
using Azure.Storage.Blobs;
using Ingest.Storage.Ingestion;
using Ingest.Storage.Telemetry;
using Ingest.Storage.Watching;
using Ingest.Testing;
using Microsoft.Extensions.Logging;

namespace Ingest.Infra.Tests.Telemetry;

/// <summary>What is told of real uploads to a real store.</summary>
public sealed class IngestionTests(AzuriteFixture azurite)
{
    const string Article =
        """
        date 2025-03-04 https://www.tarviagazette.example/20250304/bridge-40301.html
        Bridge Over the Halden Strait Stays Shut
        The bridge over the Halden strait will stay shut until June, its operator said on Tuesday.
        "We will not open it for a single lorry before the cables are changed," chief engineer Marit Solheim told reporters.
        """;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Uploads_are_counted_by_what_became_of_them()
    {
        await using var store = await Store.CreateAsync(azurite);
        using var tally = new Tally(store);
        var ingestor = store.Get<ArticleIngestor>();
        await UploadAsync(store, "bridge.txt", Article);
        await UploadAsync(store, "empty.txt", "");

        var stored = await ingestor.IngestAsync("bridge.txt", Stop);
        await ingestor.IngestAsync("bridge.txt", Stop);
        await ingestor.IngestAsync("empty.txt", Stop);
        await ingestor.IngestAsync("nowhere.txt", Stop);

        Assert.Equal(IngestOutcome.Stored, stored.Outcome);
        Assert.NotEqual(0, stored.Quotes);
        Assert.Equal(1, tally.Sum("ingest.articles stored"));
        Assert.Equal(1, tally.Sum("ingest.articles unchanged"));
        Assert.Equal(stored.Quotes, tally.Sum("ingest.quotes"));
        Assert.Equal(1, tally.Sum("ingest.rejections"));
        Assert.Equal(0, tally.Sum("ingest.failures"));
        Assert.Equal(4, tally.Count("ingest.duration"));
    }

    [Fact]
    public async Task An_upload_that_was_stored_tells_how_long_it_took()
    {
        await using var store = await Store.CreateAsync(azurite);
        using var tally = new Tally(store);
        await UploadAsync(store, "bridge.txt", Article);

        var begun = Stopwatch.StartNew();
        await store.Get<ArticleIngestor>().IngestAsync("bridge.txt", Stop);

        Assert.Equal(1, tally.Count("ingest.latency"));
        // The emulator gives whole seconds.
        Assert.InRange(tally.Sum("ingest.latency"), 0, begun.Elapsed.TotalSeconds + 2);
    }

    [Fact]
    public async Task Requests_to_storage_are_counted_by_service()
    {
        await using var store = await Store.CreateAsync(azurite);
        using var tally = new Tally(store);
        await UploadAsync(store, "bridge.txt", Article);
        Assert.Equal(1, tally.Sum("ingest.storage.requests blob"));

        await store.Get<ArticleIngestor>().IngestAsync("bridge.txt", Stop);

        Assert.InRange(tally.Sum("ingest.storage.requests blob"), 2, 5);
        Assert.InRange(tally.Sum("ingest.storage.requests table"), 3, 60);
        TestContext.Current.SendDiagnosticMessage("One article: {0} requests to blobs and {1} to tables", tally.Sum("ingest.storage.requests blob") - 1, tally.Sum("ingest.storage.requests table"));
    }

    [Fact]
    public async Task A_failure_of_storage_is_counted_and_marks_the_span()
    {
        await using var store = await Store.CreateAsync(azurite);
        using var tally = new Tally(store);
        using var spans = new Spans();
        await UploadAsync(store, "bridge-fails.txt", Article);
        await store.Container.DeleteAsync(cancellationToken: Stop);
        using var soon = new CancellationTokenSource();
        await soon.CancelAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => store.Get<ArticleIngestor>().IngestAsync("bridge-fails.txt", soon.Token));

        Assert.Equal(1, tally.Sum("ingest.failures"));
        Assert.Equal(ActivityStatusCode.Error, Assert.Single(spans.Of("bridge-fails.txt")).Status);
    }

    [Fact]
    public async Task A_sweep_tells_what_no_event_told_of_and_what_is_poisoned()
    {
        await using var store = await Store.CreateAsync(azurite);
        using var tally = new Tally(store);
        await UploadAsync(store, "bridge.txt", Article);
        await UploadAsync(store, "bridge-again.txt", Article);

        var report = await store.Get<Sweep>().RunAsync(Stop);

        Assert.Equal(2, report.Missing);
        Assert.Equal(2, tally.Sum("ingest.missed"));
        Assert.Equal(1, tally.Count("ingest.poisoned"));
    }

    [Fact]
    public async Task A_span_names_the_blob_and_the_article()
    {
        await using var store = await Store.CreateAsync(azurite);
        using var spans = new Spans();
        await UploadAsync(store, "bridge-spans.txt", Article);

        var stored = await store.Get<ArticleIngestor>().IngestAsync("bridge-spans.txt", Stop);

        var span = Assert.Single(spans.Of("bridge-spans.txt"));
        Assert.Equal(stored.ArticleId, span.GetTagItem("ingest.article"));
        Assert.Equal("Stored", span.GetTagItem("ingest.outcome"));
    }

    [Fact]
    public async Task Logs_name_the_blob_and_the_article_and_say_no_word_of_it()
    {
        using var logs = new Logs();
        await using var store = await Store.CreateAsync(azurite, logs);
        await UploadAsync(store, "bridge.txt", Article);

        var stored = await store.Get<ArticleIngestor>().IngestAsync("bridge.txt", Stop);

        Assert.Contains(logs.Lines, line => line.Contains("bridge.txt", StringComparison.Ordinal) && line.Contains(stored.ArticleId!, StringComparison.Ordinal));
        string[] words = ["Bridge Over", "Halden", "Solheim", "lorry", "tarviagazette"];
        Assert.All(words, word => Assert.DoesNotContain(logs.Lines, line => line.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    static async Task UploadAsync(Store store, string name, string text) =>
        await store.Container.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true, Stop);

    /// <summary>The spans that ended while it lived, whoever made them.</summary>
    sealed class Spans : IDisposable
    {
        readonly ConcurrentQueue<Activity> ended = new();
        readonly ActivityListener listener;

        public Spans()
        {
            listener = new() { ShouldListenTo = source => source.Name == IngestMetrics.Name, Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded, ActivityStopped = ended.Enqueue };
            ActivitySource.AddActivityListener(listener);
        }

        public IEnumerable<Activity> Of(string blob) => ended.Where(each => blob.Equals(each.GetTagItem("ingest.blob")));

        public void Dispose() => listener.Dispose();
    }

    sealed class Logs : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
