using System.Text.Json;
using Microsoft.Azure.Functions.Worker.Grpc.Messages;

namespace Ingest.Functions.Tests.Host;

/// <summary>A function as the app describes it when it starts.</summary>
/// <param name="Id">By which it is invoked.</param>
/// <param name="Trigger">Its trigger's binding.</param>
public sealed record LoadedFunction(string Id, string Name, JsonElement Trigger)
{
    public string Kind => Trigger.GetProperty("type").GetString()!;

    /// <summary>The name of the parameter that takes what triggers it.</summary>
    public string Parameter => Trigger.GetProperty("name").GetString()!;

    /// <summary>The path that calls it; for HTTP functions.</summary>
    public string Route => Trigger.GetProperty("route").GetString()!;

    /// <summary>The methods that call it, all where none is named; for HTTP functions.</summary>
    public IReadOnlyList<string>? Methods => Trigger.TryGetProperty("methods", out var methods) ? [.. methods.EnumerateArray().Select(each => each.GetString()!.ToUpperInvariant())] : null;

    /// <summary>An invocation of it by what triggered it.</summary>
    public InvocationRequest Invocation(TypedData input) =>
        new() { InvocationId = Guid.NewGuid().ToString(), FunctionId = Id, TraceContext = new(), InputData = { new ParameterBinding { Name = Parameter, Data = input } } };

    public static LoadedFunction From(RpcFunctionMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        var bindings = metadata.RawBindings.Select(each => JsonDocument.Parse(each).RootElement);
        return new(metadata.FunctionId, metadata.Name, bindings.Single(each => each.GetProperty("type").GetString()!.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase)));
    }
}
