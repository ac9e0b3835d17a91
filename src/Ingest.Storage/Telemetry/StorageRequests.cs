using Azure.Core;
using Azure.Core.Pipeline;

namespace Ingest.Storage.Telemetry;

/// <summary>
/// Counts every request that a client sends, retries included: what storage charges for and throttles by. One that nobody answered has the status 0; one that the
/// caller gave up is not counted. For <see cref="HttpPipelinePosition.PerRetry"/>.
/// </summary>
/// <param name="service"><c>blob</c>, <c>table</c> or <c>queue</c>.</param>
public sealed class StorageRequests(IngestMetrics metrics, string service) : HttpPipelinePolicy
{
    /// <inheritdoc/>
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            ProcessNext(message, pipeline);
        }
        catch when (!message.CancellationToken.IsCancellationRequested)
        {
            Count(message, 0);
            throw;
        }

        Count(message, message.Response.Status);
    }

    /// <inheritdoc/>
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            await ProcessNextAsync(message, pipeline);
        }
        catch when (!message.CancellationToken.IsCancellationRequested)
        {
            Count(message, 0);
            throw;
        }

        Count(message, message.Response.Status);
    }

    void Count(HttpMessage message, int status) => metrics.Requested(service, message.Request.Method.Method, status);
}
