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
        new(name) { Description = description, Arity = ArgumentArity.ExactlyOne, CustomParser = result => Parse(result, name) };

    /// <summary>Refuses a range that ends before it begins, as the HTTP interface does: it would look like one in which nothing was said.</summary>
    public static void InOrder(Command command, Option<DateOnly?> from, Option<DateOnly?> to) => command.Validators.Add(result =>
    {
        if (Given(result, from) is { } first && Given(result, to) is { } last && first > last)
            result.AddError($"{from.Name} ({Text(first)}) is after {to.Name} ({Text(last)}); a range runs from the earlier day to the later");
    });

    /// <summary>Refuses <paramref name="day"/> beside the bounds of a range.</summary>
    public static void Apart(Command command, Option<DateOnly?> day, params IReadOnlyList<Option<DateOnly?>> bounds) => command.Validators.Add(result =>
    {
        if (result.GetResult(day) is null) return;
        foreach (var bound in bounds)
        {
            if (result.GetResult(bound) is not null) result.AddError($"{day.Name} and {bound.Name} exclude each other: one day is no range");
        }
    });

    /// <summary>The day as it is written.</summary>
    public static string Text(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>The day that was given; null where none was, or what was given is none, which is told by itself.</summary>
    static DateOnly? Given(CommandResult result, Option<DateOnly?> option) =>
        result.GetResult(option) is { Tokens: [var token, ..] } && TryRead(token.Value, out var day) ? day : null;

    static DateOnly? Parse(ArgumentResult result, string name)
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (TryRead(text, out var day)) return day;
        result.AddError($"{name} takes a day like 2023-07-07, not {text}");
        return null;
    }

    static bool TryRead(string text, out DateOnly day) => DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
