using System.Collections.Concurrent;
using System.Threading.Channels;
using Google.Protobuf.Collections;
using Grpc.Core;
using Microsoft.Azure.Functions.Worker.Grpc.Messages;

namespace Ingest.Functions.Tests.Host;

/// <summary>
/// The host's end of the stream that a worker opens: asks it for its functions, loads each, and invokes them. The order of messages is that of
/// <c>FunctionRpc.proto</c>.
/// </summary>
public sealed class WorkerLink : FunctionRpc.FunctionRpcBase
{
    readonly Channel<StreamingMessage> toWorker = Channel.CreateUnbounded<StreamingMessage>();
    readonly ConcurrentDictionary<string, TaskCompletionSource<InvocationResponse>> invocations = new(StringComparer.Ordinal);
    readonly TaskCompletionSource<IReadOnlyList<LoadedFunction>> loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly ConcurrentQueue<RpcLog> logs = new();
    readonly List<LoadedFunction> functions = [];
    int toLoad;

    /// <summary>The functions, once every one is loaded; fails where one is refused.</summary>
    public Task<IReadOnlyList<LoadedFunction>> Functions => loaded.Task;

    /// <summary>Where the worker takes the requests of HTTP functions.</summary>
    public string HttpAddress { get; private set; } = "";

    /// <summary>What the worker logged so far.</summary>
    public IReadOnlyCollection<RpcLog> Logs => logs;

    /// <summary>Invokes a function, and waits for its end.</summary>
    public Task<InvocationResponse> InvokeAsync(InvocationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var ended = invocations[request.InvocationId] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Send(new() { InvocationRequest = request });
        return ended.Task;
    }

    /// <summary>Tells the worker to end.</summary>
    public void Terminate(TimeSpan grace) => Send(new() { WorkerTerminate = new() { GracePeriod = Google.Protobuf.WellKnownTypes.Duration.FromTimeSpan(grace) } });

    public override async Task EventStream(IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(requestStream);
        ArgumentNullException.ThrowIfNull(context);
        var sending = SendAllAsync(responseStream, context.CancellationToken);
        try
        {
            await foreach (var message in requestStream.ReadAllAsync(context.CancellationToken)) Take(message);
            toWorker.Writer.TryComplete();
            await sending;
        }
        finally
        {
            foreach (var (_, invocation) in invocations) invocation.TrySetException(new IOException("The worker is gone."));
        }
    }

    async Task SendAllAsync(IServerStreamWriter<StreamingMessage> stream, CancellationToken stop)
    {
        await foreach (var message in toWorker.Reader.ReadAllAsync(stop)) await stream.WriteAsync(message, stop);
    }

    void Send(StreamingMessage message) => toWorker.Writer.TryWrite(message);

    void Take(StreamingMessage message)
    {
        switch (message.ContentCase)
        {
            case StreamingMessage.ContentOneofCase.StartStream:
                Send(new() { WorkerInitRequest = new() { HostVersion = "4.1049.0" } });
                break;
            case StreamingMessage.ContentOneofCase.WorkerInitResponse:
                HttpAddress = message.WorkerInitResponse.Capabilities["HttpUri"];
                Send(new() { FunctionsMetadataRequest = new() });
                break;
            case StreamingMessage.ContentOneofCase.FunctionMetadataResponse:
                Load(message.FunctionMetadataResponse.FunctionMetadataResults);
                break;
            case StreamingMessage.ContentOneofCase.FunctionLoadResponse:
                Note(message.FunctionLoadResponse);
                break;
            case StreamingMessage.ContentOneofCase.InvocationResponse:
                if (invocations.TryRemove(message.InvocationResponse.InvocationId, out var ended)) ended.SetResult(message.InvocationResponse);
                break;
            case StreamingMessage.ContentOneofCase.RpcLog:
                logs.Enqueue(message.RpcLog);
                break;
        }
    }

    void Load(RepeatedField<RpcFunctionMetadata> all)
    {
        toLoad = all.Count;
        foreach (var each in all)
        {
            functions.Add(LoadedFunction.From(each));
            Send(new() { FunctionLoadRequest = new() { FunctionId = each.FunctionId, Metadata = each } });
        }
    }

    void Note(FunctionLoadResponse answer)
    {
        if (answer.Result.Status != StatusResult.Types.Status.Success) loaded.TrySetException(new InvalidOperationException($"A function was not loaded: {answer.Result.Exception?.Message}"));
        else if (--toLoad == 0) loaded.TrySetResult(functions);
    }
}
