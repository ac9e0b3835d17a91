using System.Diagnostics.Metrics;

namespace Ingest.Storage.Telemetry;

/// <summary>
/// The meter <c>Ingest</c> with its instruments: what is counted, once, for both hosts. Only System.Diagnostics: whether and where it is sent is for
/// the host to say.
/// </summary>
public sealed class IngestMetrics : IDisposable
{
    /// <summary>The name of the meter, and of the activity source beside it.</summary>
    public const string Name = "Ingest";

    readonly Meter meter;
    readonly Counter<long> articles;
    readonly Counter<long> quotes;
    readonly Counter<long> rejections;
    readonly Counter<long> failures;
    readonly Histogram<double> latency;
    readonly Histogram<double> duration;
    readonly Counter<long> requests;
    readonly Counter<long> missed;
    readonly Gauge<int> poisoned;

    /// <summary>Makes the meter, whose scope is this object: a listener can tell two stores of one process apart.</summary>
    public IngestMetrics()
    {
        meter = new(new MeterOptions(Name) { Scope = this });
        articles = meter.CreateCounter<long>("ingest.articles", "{article}", "Uploads that were articles, by ingest.outcome: stored, unchanged, superseded, deleted.");
        quotes = meter.CreateCounter<long>("ingest.quotes", "{quote}", "Quotes in the articles that were stored; a new version of an article counts anew.");
        rejections = meter.CreateCounter<long>("ingest.rejections", "{upload}", "Uploads that were refused.");
        failures = meter.CreateCounter<long>("ingest.failures", "{attempt}", "Attempts at an upload that storage made fail; the host tries again.");
        latency = meter.CreateHistogram("ingest.latency", "s", "From the upload's last modification until it was stored.", advice: Seconds(0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600));
        duration = meter.CreateHistogram("ingest.duration", "s", "One attempt at an upload, reading and parsing included.", advice: Seconds(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30));
        requests = meter.CreateCounter<long>("ingest.storage.requests", "{request}", "Requests to storage, each attempt by itself, by storage.service, http.request.method and http.response.status_code.");
        missed = meter.CreateCounter<long>("ingest.missed", "{upload}", "Uploads that a sweep had to take up, since no event told of them.");
        poisoned = meter.CreateGauge<int>("ingest.poisoned", "{message}", "Messages on the poison queue, as the service counts them: approximate.");
    }

    /// <summary>A sweep came to its end.</summary>
    /// <param name="taken">Uploads that it had to take up.</param>
    /// <param name="onPoisonQueue">Messages on the poison queue after it.</param>
    public void Swept(int taken, int onPoisonQueue)
    {
        missed.Add(taken);
        poisoned.Record(onPoisonQueue);
    }

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();

    internal void Deleted() => articles.Add(1, Outcome("deleted"));

    internal void Stored(int quoteCount, TimeSpan sinceUpload)
    {
        articles.Add(1, Outcome("stored"));
        quotes.Add(quoteCount);
        latency.Record(Math.Max(0, sinceUpload.TotalSeconds));
    }

    internal void Left(string outcome) => articles.Add(1, Outcome(outcome));

    internal void Refused() => rejections.Add(1);

    internal void Failed() => failures.Add(1);

    internal void Took(TimeSpan time) => duration.Record(time.TotalSeconds);

    internal void Requested(string service, string method, int status) => requests.Add(1,
        new KeyValuePair<string, object?>("storage.service", service),
        new KeyValuePair<string, object?>("http.request.method", method),
        new KeyValuePair<string, object?>("http.response.status_code", status));

    static KeyValuePair<string, object?> Outcome(string outcome) => new("ingest.outcome", outcome);

    static InstrumentAdvice<double> Seconds(params double[] bounds) => new() { HistogramBucketBoundaries = bounds };
}
