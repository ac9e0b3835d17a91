using Azure.Core;
using Azure.Core.Pipeline;

namespace Ingest.Storage.Telemetry;

/// <summary>Counts every request that a client sends, retries included: what storage charges for and throttles by. For <see cref="HttpPipelinePosition.PerRetry"/>.</summary>
/// <param name="service"><c>blob</c>, <c>table</c> or <c>queue</c>.</param>
public sealed class StorageRequests(IngestMetrics metrics, string service) : HttpPipelineSynchronousPolicy
{
    /// <inheritdoc/>
    public override void OnReceivedResponse(HttpMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        metrics.Requested(service, message.Request.Method.Method, message.HasResponse ? message.Response.Status : 0);
    }
}
