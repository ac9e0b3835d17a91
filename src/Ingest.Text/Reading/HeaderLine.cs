namespace Ingest.Text.Reading;

/// <summary>
/// The first line of an upload: <c>date 2023-07-07 https://example.com/a</c>. The word, the date and the URL may each be
/// missing, so long as what is left cannot be a headline.
/// </summary>
/// <param name="Date">The date after the word; null where there is none, or none that the calendar has.</param>
/// <param name="Url">Where the URL stands, blanks in it included; null where there is none.</param>
/// <param name="End">Where the rest of the upload begins, if not on the next line.</param>
readonly record struct HeaderLine(DateOnly? Date, TextSpan? Url, int? End)
{
    /// <summary>What servers and browsers are commonly held to; a longer stretch is text that lost its line break.</summary>
    const int LongestUrl = 2048;

    /// <summary>Reads <paramref name="line"/>; null where it is no header.</summary>
    /// <param name="last">Whether the upload ends with this line, so that words after the URL must be the article.</param>
    public static HeaderLine? Read(string text, TextSpan line, bool last)
    {
        var at = line.Start;
        var labelled = line.Of(text).StartsWith("date", StringComparison.OrdinalIgnoreCase)
            && (line.Length == 4 || text[at + 4] == ':' || text[at + 4].IsBlank());
        if (labelled) at = text.Trimmed(at + 4, line.End).Start;
        if (labelled && at < line.End && text[at] == ':') at = text.Trimmed(at + 1, line.End).Start;

        var token = Token(text, at, line.End);
        var dated = IsoDate.LooksLikeOne(token.Of(text));
        DateOnly? date = dated ? IsoDate.Read(token.Of(text)) : null;

        var scheme = IndexOfScheme(text.AsSpan(at, line.End - at));
        if (scheme < 0) return WithoutScheme(text, line, at, labelled, dated ? token : null, date);
        // Words before a URL make it a header only after the label: a headline may hold a URL.
        if (!labelled && !dated && scheme > 0) return null;

        var url = new TextSpan(at + scheme, line.End);
        if (!last && url.Length <= LongestUrl) return new(date, url, null);
        url = Token(text, url.Start, line.End);
        return url.Length <= LongestUrl ? new(date, url, url.End) : new(date, null, null);
    }

    static HeaderLine? WithoutScheme(string text, TextSpan line, int at, bool labelled, TextSpan? dated, DateOnly? date)
    {
        if (dated is not { } token) return labelled && at == line.End ? new(null, null, null) : null;
        if (token.End == line.End) return new(date, null, null);
        if (!labelled) return null;
        var rest = text.Trimmed(token.End, line.End);
        if (char.IsAsciiDigit(text[rest.Start])) return new(date, null, null);
        var isAddress = Token(text, rest.Start, rest.End) == rest && rest.Of(text).Contains('.') && rest.Length <= LongestUrl;
        return isAddress ? new(date, rest, null) : new(date, null, token.End);
    }

    static int IndexOfScheme(ReadOnlySpan<char> line)
    {
        var at = line.IndexOf("://", StringComparison.Ordinal);
        while (at > 0 && char.IsAsciiLetterOrDigit(line[at - 1])) at--;
        return at;
    }

    static TextSpan Token(string text, int start, int end)
    {
        var stop = start;
        while (stop < end && !text[stop].IsBlank()) stop++;
        return new(start, stop);
    }
}
