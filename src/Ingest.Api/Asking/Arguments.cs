using System.Text;
using Ingest.Api.Contract;
using Ingest.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Ingest.Api.Asking;

/// <summary>A request with its parameters read.</summary>
public sealed class Arguments
{
    /// <summary>The key of Functions, which its host has checked; <c>clientId</c> names it. They are nobody's typo.</summary>
    static readonly string[] HostParameters = ["code", "clientId"];

    readonly Dictionary<Parameter, List<object?>> values = [];

    Arguments(Operation operation, HttpContext context)
    {
        Operation = operation;
        Context = context;
        Stop = context.RequestAborted;
    }

    /// <summary>What is asked.</summary>
    public Operation Operation { get; }

    /// <summary>The request as it came.</summary>
    public HttpContext Context { get; }

    /// <summary>Ends when the client goes away or the time for the answer is up.</summary>
    public CancellationToken Stop { get; internal set; }

    /// <summary>The value of <paramref name="parameter"/>; the type's default where it was not given.</summary>
    public T? Get<T>(Parameter<T> parameter) => All(parameter) is [var first, ..] ? (T?)first : default;

    /// <summary>All values of <paramref name="parameter"/>, in the order given.</summary>
    public IReadOnlyList<T> Each<T>(Parameter<T> parameter) => [.. All(parameter).Cast<T>()];

    /// <summary>Whether <paramref name="parameter"/> was given.</summary>
    public bool Has(Parameter parameter) => All(parameter).Count > 0;

    List<object?> All(Parameter parameter) =>
        !Operation.Parameters.Contains(parameter) ? throw new InvalidOperationException($"{Operation.Id} does not declare the parameter {parameter.Name}.")
        : values.GetValueOrDefault(parameter) ?? [];

    /// <summary>Reads every parameter, and tells every fault at once.</summary>
    /// <param name="segment">The value of the route's parameter, decoded; null where the route has none.</param>
    /// <param name="problem">What is wrong; null where nothing is.</param>
    internal static Arguments Read(Operation operation, HttpContext context, string? segment, out Problem? problem)
    {
        var arguments = new Arguments(operation, context);
        var faults = new List<ParameterFault>();
        var query = context.Request.Query;
        foreach (var parameter in operation.Parameters)
        {
            if (parameter.Place == ParameterPlace.Path) arguments.Read(parameter, Unescape(segment ?? ""), faults);
            else if (query.TryGetValue(parameter.Name, out var given))
            {
                if (given.Count > 1 && !parameter.Repeats) faults.Add(Fault.Twice(parameter, given.Count));
                else if (given.Count > Parameters.MaxBlobs) faults.Add(Fault.TooMany(parameter, given.Count));
                else foreach (var each in given) arguments.Read(parameter, each ?? "", faults);
            }
            else if (parameter.Required) faults.Add(Fault.Missing(parameter));
        }
        foreach (var name in query.Keys)
        {
            var known = operation.Parameters.Any(each => each.Place == ParameterPlace.Query && string.Equals(each.Name, name, StringComparison.OrdinalIgnoreCase));
            if (!known && !HostParameters.Contains(name, StringComparer.OrdinalIgnoreCase)) faults.Add(Fault.Unknown(operation, name));
        }
        if (faults.Count == 0) Combinations.Check(arguments, faults);
        problem = faults.Count == 0 ? null : Problem.BadParameters(faults);
        return arguments;
    }

    void Read(Parameter parameter, string given, List<ParameterFault> faults)
    {
        if (given.Length == 0) faults.Add(Fault.Empty(parameter));
        else if (!IsWellFormed(given) || !parameter.TryRead(given, out var value)) faults.Add(Fault.Malformed(parameter, given));
        else if (values.TryGetValue(parameter, out var list)) list.Add(value);
        else values[parameter] = [value];
    }

    // Half a surrogate pair cannot be written as UTF-8, and a control character is in no value that anything takes.
    static bool IsWellFormed(string given)
    {
        foreach (var rune in given.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || Rune.IsControl(rune)) return false;
        }
        return true;
    }

    // Servers leave an escaped slash in a path as it is, so that it does not split a segment.
    static string Unescape(string segment) => segment.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
