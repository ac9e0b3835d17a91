using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Ingest.Storage.Tests.Kit;

/// <summary>A writer's death: no retry policy takes it for a failure of the service.</summary>
sealed class KilledException() : Exception("killed by the test");

/// <summary>What happens at a request.</summary>
enum Fault
{
    /// <summary>The writer dies before the request is sent: this and every later one.</summary>
    KilledBefore,

    /// <summary>The writer dies before it has the answer.</summary>
    KilledAfter,

    /// <summary>The request is lost; the SDK sends it again.</summary>
    RequestLost,

    /// <summary>The answer is lost; the SDK sends again what was done already.</summary>
    AnswerLost,
}

/// <summary>Counts the requests that go to storage, and does harm at one of them.</summary>
sealed class StorageCalls : HttpPipelinePolicy
{
    int count;

    /// <summary>Requests so far.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>The request that meets the fault, counted from 1 since <see cref="Reset"/>; 0 for none.</summary>
    public int FaultAt { get; set; }

    public Fault Fault { get; set; }

    /// <summary>What was asked, for tests that fail.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    public void Reset()
    {
        Volatile.Write(ref count, 0);
        Log.Clear();
        FaultAt = 0;
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("The product is asynchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var number = Interlocked.Increment(ref count);
        Log.Enqueue($"{message.Request.Method} {message.Request.Uri.Path}");
        var here = FaultAt > 0 && number == FaultAt;
        if (FaultAt > 0 && Fault <= Fault.KilledAfter && (number > FaultAt || (here && Fault == Fault.KilledBefore))) throw new KilledException();
        if (here && Fault == Fault.RequestLost) throw new IOException("lost by the test");
        await ProcessNextAsync(message, pipeline);
        if (here && Fault == Fault.KilledAfter) throw new KilledException();
        if (here && Fault == Fault.AnswerLost) throw new IOException("lost by the test");
    }
}
