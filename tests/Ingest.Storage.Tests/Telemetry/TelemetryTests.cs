using System.Collections.Concurrent;
using System.Diagnostics;
using Azure.Storage.Blobs.Models;
using Ingest.Storage.Ingestion;
using Ingest.Storage.Telemetry;
using Ingest.Storage.Tests.Kit;
using Ingest.Testing;
using Microsoft.Extensions.Logging;

namespace Ingest.Storage.Tests.Telemetry;

/// <summary>What is told of real uploads to a real store.</summary>
public sealed class TelemetryTests(AzuriteFixture azurite)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Uploads_are_counted_by_what_became_of_them()
    {
        await using var host = new TestHost(await TestStore.CreateAsync(azurite));
        using var tally = new MetricsTally(host.Metrics);
        var ingestor = host.Ingestor;
        await host.Container.UploadArticleAsync("bridge.txt", 1, Stop);
        await host.Container.UploadBlobAsync("empty.txt", BinaryData.FromString(""), Stop);

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
        await using var host = new TestHost(await TestStore.CreateAsync(azurite));
        using var tally = new MetricsTally(host.Metrics);
        await host.Container.UploadArticleAsync("bridge.txt", 1, Stop);

        var begun = Stopwatch.StartNew();
        await host.Ingestor.IngestAsync("bridge.txt", Stop);

        Assert.Equal(1, tally.Count("ingest.latency"));
        // The emulator gives whole seconds.
        Assert.InRange(tally.Sum("ingest.latency"), 0, begun.Elapsed.TotalSeconds + 2);
    }

    [Fact]
    public async Task Requests_to_storage_are_counted_by_service()
    {
        await using var host = new TestHost(await TestStore.CreateAsync(azurite));
        using var tally = new MetricsTally(host.Metrics);
        await host.Container.UploadArticleAsync("bridge.txt", 1, Stop);
        Assert.Equal(1, tally.Sum("ingest.storage.requests blob"));

        await host.Ingestor.IngestAsync("bridge.txt", Stop);

        // The download; the ledger's row twice, the article's twice, its speaker and its day.
        Assert.Equal(2, tally.Sum("ingest.storage.requests blob"));
        Assert.Equal(6, tally.Sum("ingest.storage.requests table"));
    }

    [Fact]
    public async Task A_request_that_nobody_answered_is_counted_too()
    {
        await using var host = new TestHost(TestStore.Down());
        using var tally = new MetricsTally(host.Metrics);

        await Assert.ThrowsAnyAsync<Exception>(() => host.Ingestor.IngestAsync("bridge.txt", Stop));

        // It is sent twice: TestHost sets one retry.
        Assert.Equal(2, tally.Sum("ingest.storage.requests 0"));
    }

    [Fact]
    public async Task A_failure_of_storage_is_counted_and_marks_the_span()
    {
        await using var host = new TestHost(await TestStore.CreateAsync(azurite));
        using var tally = new MetricsTally(host.Metrics);
        using var spans = new Spans();
        var blob = await host.Container.UploadArticleAsync("bridge-fails.txt", 1, Stop);
        // From the archive tier nothing can be read.
        await host.Container.GetBlobClient(blob).SetAccessTierAsync(AccessTier.Archive, cancellationToken: Stop);

        await Assert.ThrowsAnyAsync<Exception>(() => host.Ingestor.IngestAsync(blob, Stop));

        Assert.Equal(1, tally.Sum("ingest.failures"));
        Assert.Equal(ActivityStatusCode.Error, Assert.Single(spans.Of(blob)).Status);
    }

    [Fact]
    public async Task What_a_host_that_stops_breaks_off_is_no_failure_of_storage()
    {
        await using var host = new TestHost(await TestStore.CreateAsync(azurite));
        using var tally = new MetricsTally(host.Metrics);
        using var spans = new Spans();
        var blob = await host.Container.UploadArticleAsync("bridge-stops.txt", 1, Stop);
        using var stopping = new CancellationTokenSource();
        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.Ingestor.IngestAsync(blob, stopping.Token));

        Assert.Equal((0, 0), (tally.Sum("ingest.failures"), tally.Count("ingest.duration")));
        Assert.Equal(ActivityStatusCode.Unset, Assert.Single(spans.Of(blob)).Status);
        Assert.Empty(host.Log.Containing("was not ingested"));
    }

    [Fact]
    public async Task A_sweep_tells_what_no_event_told_of_and_what_is_poisoned()
    {
        await using var host = new TestHost(await TestStore.CreateAsync(azurite));
        using var tally = new MetricsTally(host.Metrics);
        await host.Container.UploadArticleAsync("bridge.txt", 1, Stop);
        await host.Container.UploadArticleAsync("bridge-again.txt", 1, Stop);

        var report = await host.Sweep.RunAsync(Stop);

        Assert.Equal(2, report.Missing);
        Assert.Equal(2, tally.Sum("ingest.missed"));
        Assert.Equal(1, tally.Count("ingest.poisoned"));
    }

    [Fact]
    public async Task A_span_names_the_blob_and_the_article()
    {
        await using var host = new TestHost(await TestStore.CreateAsync(azurite));
        using var spans = new Spans();
        await host.Container.UploadArticleAsync("bridge-spans.txt", 1, Stop);

        var stored = await host.Ingestor.IngestAsync("bridge-spans.txt", Stop);

        var span = Assert.Single(spans.Of("bridge-spans.txt"));
        Assert.Equal(stored.ArticleId, span.GetTagItem("ingest.article"));
        Assert.Equal("Stored", span.GetTagItem("ingest.outcome"));
    }

    [Fact]
    public async Task Logs_name_the_blob_and_the_article_and_say_no_word_of_it()
    {
        await using var host = new TestHost(await TestStore.CreateAsync(azurite), null, LogLevel.Trace);
        await host.Container.UploadArticleAsync("bridge.txt", 1, Stop);

        var stored = await host.Ingestor.IngestAsync("bridge.txt", Stop);

        Assert.Contains(host.Log.Containing("bridge.txt"), line => line.Contains(stored.ArticleId!, StringComparison.Ordinal));
        string[] words = ["Bridge number", "painted", "We shall", "Holt", "example.org"];
        Assert.All(words, word => Assert.Empty(host.Log.Containing(word)));
    }

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
}
