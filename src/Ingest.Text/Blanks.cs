namespace Ingest.Text;

/// <summary>Blanks as articles have them: white space, and the control and zero-width characters that scraping leaves.</summary>
static class Blanks
{
    /// <summary>Whether there is nothing to see.</summary>
    public static bool IsBlank(this char value) => value <= ' ' || (value >= 0x7F && IsRareBlank(value));

    static bool IsRareBlank(char value) =>
        value is '\u200B' or '\u2060' or '\uFEFF' || char.IsWhiteSpace(value) || char.IsControl(value);

    /// <summary>The stretch from <paramref name="start"/> to <paramref name="end"/> without the blanks at both ends.</summary>
    public static TextSpan Trimmed(this string text, int start, int end)
    {
        while (start < end && text[start].IsBlank()) start++;
        while (end > start && text[end - 1].IsBlank()) end--;
        return new(start, end);
    }

    /// <summary>The words with one blank between them.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        var folded = true;
        for (var i = 0; i < text.Length && folded; i++)
            folded = !text[i].IsBlank() || (text[i] == ' ' && i > 0 && i < text.Length - 1 && text[i + 1] != ' ');
        if (folded) return RecurringStrings.Of(text);
        var buffer = text.Length <= 512 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (!c.IsBlank()) buffer[length++] = c;
            else if (length > 0 && buffer[length - 1] != ' ') buffer[length++] = ' ';
        }
        return RecurringStrings.Of(buffer[..length].TrimEnd(' '));
    }
}
