using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Ingest.Cli.Commands;

/// <summary>Days on a command line: <c>2023-07-07</c>.</summary>
static class Days
{
    const string Format = "yyyy-MM-dd";

    /// <summary>An option that takes a day.</summary>
    public static Option<DateOnly?> Option(string name, string description) =>
        new(name) { Description = description, HelpName = "DAY", CustomParser = result => Parse(result, name) };

    /// <summary>An argument that takes a day.</summary>
    public static Argument<DateOnly?> Argument(string name, string description) =>
        new(name) { Description = description, CustomParser = result => Parse(result, name) };

    /// <summary>The day as it is written.</summary>
    public static string Text(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);

    static DateOnly? Parse(ArgumentResult result, string name)
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        result.AddError($"{name} takes a day like 2023-07-07, not {text}");
        return null;
    }
}
