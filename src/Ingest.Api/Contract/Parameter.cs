using System.Text.Json.Nodes;

namespace Ingest.Api.Contract;

/// <summary>Where a parameter stands in the request.</summary>
public enum ParameterPlace
{
    /// <summary>After the question mark.</summary>
    Query,

    /// <summary>A segment of the route.</summary>
    Path,
}

/// <summary>
/// A parameter of the interface: how it is read, and what is said of it, in one place. Handlers read it by
/// <see cref="Asking.Arguments"/>, the OpenAPI document describes it, a problem quotes <see cref="Takes"/>.
/// </summary>
public abstract class Parameter
{
    /// <summary>The name in the request.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for, in a sentence.</summary>
    public required string Description { get; init; }

    /// <summary>What it takes, to follow "it takes" (<c>a day as yyyy-MM-dd, such as 2023-07-07</c>).</summary>
    public required string Takes { get; init; }

    /// <summary>Where it stands.</summary>
    public ParameterPlace Place { get; init; }

    /// <summary>Whether it may be given several times.</summary>
    public bool Repeats { get; init; }

    /// <summary>Whether a request without it is refused; always so in a path.</summary>
    public bool Required { get; init; }

    /// <summary>The JSON schema of one value, as JSON text.</summary>
    public required string Schema { get; init; }

    /// <summary>The schema of the parameter: an array's where it repeats.</summary>
    public JsonObject SchemaNode()
    {
        var one = JsonNode.Parse(Schema)!.AsObject();
        return Repeats ? new JsonObject { ["type"] = "array", ["items"] = one } : one;
    }

    /// <summary>Reads one value; false where it is none that the parameter takes.</summary>
    internal abstract bool TryRead(string given, out object? value);
}

/// <summary>Reads a value out of what was given.</summary>
/// <returns>False where it is none that the parameter takes.</returns>
public delegate bool ValueReader<T>(string given, out T? value);

/// <summary>A parameter whose values are <typeparamref name="T"/>.</summary>
public sealed class Parameter<T> : Parameter
{
    /// <summary>Reads one value.</summary>
    public required ValueReader<T> Read { get; init; }

    internal override bool TryRead(string given, out object? value)
    {
        var ok = Read(given, out var read);
        value = read;
        return ok;
    }
}
