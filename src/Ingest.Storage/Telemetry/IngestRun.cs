using System.Diagnostics;
using Ingest.Storage.Ingestion;
using Microsoft.Extensions.Logging;

namespace Ingest.Storage.Telemetry;

/// <summary>One attempt at an upload. Says the upload's name and the article's id; never a word of what the article says.</summary>
public sealed partial class IngestRun : IDisposable
{
    readonly IngestMetrics metrics;
    readonly TimeProvider time;
    readonly ILogger log;
    readonly string blob;
    readonly long begun;
    readonly Activity? span;
    readonly CancellationToken stopping;
    bool done;

    internal IngestRun(IngestMetrics metrics, TimeProvider time, ILogger log, string blob, CancellationToken stopping)
    {
        (this.metrics, this.time, this.log, this.blob, this.stopping) = (metrics, time, log, blob, stopping);
        begun = time.GetTimestamp();
        span = IngestRuns.Activities.StartActivity("ingest");
        span?.SetTag("ingest.blob", blob);
    }

    /// <summary>The upload's last modification, once it is known.</summary>
    public DateTimeOffset? Uploaded { get; set; }

    /// <summary>It came to an end; gives what it came to.</summary>
    public IngestResult Done(IngestResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        done = true;
        span?.SetTag("ingest.outcome", result.Outcome.ToString());
        span?.SetTag("ingest.article", result.ArticleId);
        switch (result.Outcome)
        {
            case IngestOutcome.Stored:
                metrics.Stored(result.Quotes, Uploaded is { } since ? time.GetUtcNow() - since : TimeSpan.Zero);
                span?.SetTag("ingest.quotes", result.Quotes);
                LogStored(log, blob, result.ArticleId, result.Quotes);
                break;
            case IngestOutcome.Unchanged:
                metrics.Left("unchanged");
                LogLeft(log, blob, result.ArticleId, "is stored already");
                break;
            case IngestOutcome.Superseded:
                metrics.Left("superseded");
                LogLeft(log, blob, result.ArticleId, "is older than the version that is stored");
                break;
            case IngestOutcome.Refused:
                metrics.Refused();
                LogRefused(log, blob, result.Reason);
                break;
            case IngestOutcome.Gone:
                LogGone(log, blob);
                break;
        }

        return result;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // What a host that stops breaks off is neither done nor failed.
        var brokenOff = !done && stopping.IsCancellationRequested;
        if (!brokenOff) metrics.Took(time.GetElapsedTime(begun));
        if (!done && !brokenOff)
        {
            metrics.Failed();
            span?.SetStatus(ActivityStatusCode.Error);
            LogFailed(log, blob);
        }

        span?.Dispose();
    }

    [LoggerMessage(1, LogLevel.Information, "Stored {Blob} as article {ArticleId} with {Quotes} quotes")]
    static partial void LogStored(ILogger log, string blob, string? articleId, int quotes);

    [LoggerMessage(2, LogLevel.Debug, "Left {Blob}: article {ArticleId} {Why}")]
    static partial void LogLeft(ILogger log, string blob, string? articleId, string why);

    [LoggerMessage(3, LogLevel.Warning, "Refused {Blob}: {Reason}")]
    static partial void LogRefused(ILogger log, string blob, string? reason);

    [LoggerMessage(4, LogLevel.Information, "{Blob} is gone")]
    static partial void LogGone(ILogger log, string blob);

    [LoggerMessage(5, LogLevel.Warning, "{Blob} was not ingested; it will be tried again")]
    static partial void LogFailed(ILogger log, string blob);
}
