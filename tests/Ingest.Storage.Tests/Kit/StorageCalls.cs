using Azure.Core;
using Azure.Core.Pipeline;

namespace Ingest.Storage.Tests.Kit;

/// <summary>A writer's death: no retry policy takes it for a failure of the service.</summary>
sealed class KilledException() : Exception("killed by the test");

/// <summary>Counts the requests that go to storage, and kills the writer at one of them.</summary>
sealed class StorageCalls : HttpPipelinePolicy
{
    int count;

    /// <summary>Requests so far.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>The request that is the last, counted from 1 since <see cref="Reset"/>; 0 for none.</summary>
    public int KillAt { get; set; }

    /// <summary>Whether that request still reaches storage.</summary>
    public bool KillAfter { get; set; }

    /// <summary>What was asked, for tests that fail.</summary>
    public System.Collections.Concurrent.ConcurrentQueue<string> Log { get; } = new();

    public void Reset()
    {
        Volatile.Write(ref count, 0);
        Log.Clear();
        KillAt = 0;
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("The product is asynchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var number = Interlocked.Increment(ref count);
        Log.Enqueue($"{message.Request.Method} {message.Request.Uri.Path}");

        // A killed process does nothing more: every later request dies too.
        if (KillAt > 0 && (number > KillAt || (number == KillAt && !KillAfter))) throw new KilledException();
        await ProcessNextAsync(message, pipeline);
        if (KillAt > 0 && number == KillAt) throw new KilledException();
    }
}
