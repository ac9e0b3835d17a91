using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Ingest.Cli.Commands;

/// <summary>Whole numbers on a command line.</summary>
static class Numbers
{
    /// <summary>An option that takes a number from <paramref name="least"/> to <paramref name="most"/>, and refuses any other with a sentence that says so.</summary>
    /// <param name="usual">The number where none is given.</param>
    /// <param name="helpName">What stands for the number in the help.</param>
    public static Option<int> Option(string name, string description, int least, int most, int usual, string helpName = "N") => new(name)
    {
        Description = description,
        HelpName = helpName,
        DefaultValueFactory = _ => usual,
        CustomParser = result => Parse(result, name, least, most),
    };

    static int Parse(ArgumentResult result, string name, int least, int most)
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        result.AddError($"{name} takes a number from {least} to {most}, not {text}");
        return default;
    }
}
