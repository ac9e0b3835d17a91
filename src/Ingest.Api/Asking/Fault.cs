using System.Globalization;
using System.Text;
using Ingest.Api.Contract;
using Ingest.Api.Problems;

namespace Ingest.Api.Asking;

/// <summary>What can be wrong with a parameter, in words.</summary>
static class Fault
{
    const int Quoted = 100;

    public static ParameterFault Malformed(Parameter parameter, string given) =>
        new(parameter.Name, Quote(given), $"it takes {parameter.Takes}");

    public static ParameterFault Empty(Parameter parameter) =>
        new(parameter.Name, "", $"it was given empty; it takes {parameter.Takes}{(parameter.Place == ParameterPlace.Path ? "" : ", or leave it out")}");

    public static ParameterFault Missing(Parameter parameter) => new(parameter.Name, null, $"it is missing; it takes {parameter.Takes}");

    public static ParameterFault Twice(Parameter parameter, int times) =>
        new(parameter.Name, null, string.Create(CultureInfo.InvariantCulture, $"it was given {times} times; give it once"));

    public static ParameterFault TooMany(Parameter parameter, int times) =>
        new(parameter.Name, null, string.Create(CultureInfo.InvariantCulture, $"it was given {times} times; give it at most {Parameters.MaxBlobs} times in one request"));

    public static ParameterFault Unknown(Operation operation, string name)
    {
        var known = operation.Parameters.Where(each => each.Place == ParameterPlace.Query).Select(each => each.Name).ToArray();
        return new ParameterFault(Quote(name), null, known.Length == 0 ? "there is no such parameter; this route takes none" : $"there is no such parameter; this route takes {string.Join(", ", known)}");
    }

    public static ParameterFault Together(Parameter parameter, Parameter other, string why) => new(parameter.Name, null, $"it cannot stand with {other.Name}: {why}");

    /// <summary>What was given, fit to be shown: short, and without control characters or halves of surrogate pairs.</summary>
    public static string Quote(string given)
    {
        var text = new StringBuilder();
        foreach (var rune in given.EnumerateRunes())
        {
            if (text.Length >= Quoted) return text.Append('…').ToString();
            text.Append(Rune.IsControl(rune) ? Rune.ReplacementChar : rune);
        }
        return text.ToString();
    }
}
