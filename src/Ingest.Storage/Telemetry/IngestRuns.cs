using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Ingest.Storage.Telemetry;

/// <summary>Tells of every attempt at an upload, once for all three signals: a span, the metrics, and a line of the log.</summary>
public sealed partial class IngestRuns(IngestMetrics metrics, TimeProvider time, ILogger<IngestRuns> log)
{
    internal static ActivitySource Activities { get; } = new(IngestMetrics.Name, typeof(IngestRuns).Assembly.GetName().Version?.ToString());

    /// <summary>An attempt begins; to be disposed when it ends. Ended without <see cref="IngestRun.Done"/>, it failed, unless it was broken off.</summary>
    /// <param name="blob">The upload's name.</param>
    /// <param name="cancellationToken">Breaks it off.</param>
    public IngestRun Begin(string blob, CancellationToken cancellationToken) => new(metrics, time, log, blob, cancellationToken);

    /// <summary>An article was taken out.</summary>
    public void Deleted(string articleId)
    {
        metrics.Deleted();
        LogDeleted(log, articleId);
    }

    [LoggerMessage(6, LogLevel.Information, "Deleted article {ArticleId}")]
    static partial void LogDeleted(ILogger log, string articleId);
}
