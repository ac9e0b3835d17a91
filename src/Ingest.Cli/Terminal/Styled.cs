using Spectre.Console;

namespace Ingest.Cli.Terminal;

/// <summary>
/// Text with a style. Whatever comes from outside goes this way and not through Spectre's markup, which takes <c>:bell:</c> in a file name, a
/// setting or a quote for an emoji, and has no escape for it.
/// </summary>
static class Styled
{
    /// <summary>Writes a line of a word in <paramref name="style"/> and the rest plain.</summary>
    public static void Line(this IAnsiConsole console, string style, string word, string rest = "") => console.Line((word, style), (rest, ""));

    /// <summary>Writes a line of parts, each in its style; an empty style is plain.</summary>
    public static void Line(this IAnsiConsole console, params ReadOnlySpan<(string Text, string Style)> parts)
    {
        var line = new Paragraph();
        foreach (var (text, style) in parts) line.Append(text, StyleOf(style));
        console.Write(line);
        console.WriteLine();
    }

    /// <summary>A text in <paramref name="style"/>, for what is laid out.</summary>
    public static Paragraph Text(string text, string style = "") => new(text, StyleOf(style));

    static Style StyleOf(string style) => style.Length == 0 ? Style.Plain : Style.Parse(style);
}
