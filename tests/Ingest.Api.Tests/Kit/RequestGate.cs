using Azure.Core;
using Azure.Core.Pipeline;

namespace Ingest.Api.Tests.Kit;

/// <summary>Storage that takes so many requests more, and then none.</summary>
public sealed class RequestGate : HttpPipelinePolicy
{
    int passed;

    /// <summary>How many have gone through.</summary>
    public int Passed => passed;

    /// <summary>How many go through in all.</summary>
    public int Limit { get; set; } = int.MaxValue;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("The product is asynchronous.");

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        Interlocked.Increment(ref passed) > Limit ? throw new IOException("The connection to storage is gone.") : ProcessNextAsync(message, pipeline);
}
