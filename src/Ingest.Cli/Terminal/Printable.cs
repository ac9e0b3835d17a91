namespace Ingest.Cli.Terminal;

/// <summary>Text from outside, made safe for a terminal.</summary>
static class Printable
{
    /// <summary>
    /// Control characters become blanks: a name in an article or of a file could otherwise move the cursor, change colours or retitle the
    /// window, and a line break in it would break the row it stands in.
    /// </summary>
    public static string Of(string text) => text.AsSpan().ContainsAnyInRange('\0', '\u001f') || text.AsSpan().ContainsAnyInRange('\u007f', '\u009f')
        ? string.Create(text.Length, text, static (to, from) =>
        {
            for (var i = 0; i < from.Length; i++) to[i] = char.IsControl(from[i]) ? ' ' : from[i];
        })
        : text;
}
