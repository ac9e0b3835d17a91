using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Ingest.Storage.Telemetry;

/// <summary>Tells of every attempt at an upload, once for all three signals: a span, the metrics, and a line of the log.</summary>
public sealed class IngestRuns(IngestMetrics metrics, TimeProvider time, ILogger<IngestRuns> log)
{
    internal static ActivitySource Activities { get; } = new(IngestMetrics.Name, typeof(IngestRuns).Assembly.GetName().Version?.ToString());

    /// <summary>An attempt begins; to be disposed when it ends. Ended without <see cref="IngestRun.Done"/>, it failed.</summary>
    /// <param name="blob">The upload's name.</param>
    public IngestRun Begin(string blob) => new(metrics, time, log, blob);
}
