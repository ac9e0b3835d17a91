using System.CommandLine;
using System.Globalization;

namespace Ingest.Cli.Commands;

/// <summary>Bounds on the numbers of a command line.</summary>
static class Ranges
{
    /// <summary>Refuses a number outside <paramref name="least"/> to <paramref name="most"/>, with a sentence that says so.</summary>
    public static void InRange(this Option<int> option, int least, int most) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var value) && (value < least || value > most))
        {
            result.AddError($"{option.Name} takes a number from {least} to {most}, not {value}");
        }
    });
}
