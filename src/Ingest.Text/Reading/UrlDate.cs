namespace Ingest.Text.Reading;

/// <summary>The date in a URL's path: a segment <c>20230707</c> or <c>2023-07-07</c>, or the segments <c>2023/07/07</c>.</summary>
static class UrlDate
{
    /// <summary>The first date in the path that the calendar has; null where there is none.</summary>
    public static DateOnly? Find(ReadOnlySpan<char> url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        var path = scheme < 0 ? url : url[(scheme + 3)..];
        var slash = path.IndexOf('/');
        if (slash < 0) return null;
        path = path[slash..];
        if (path.IndexOfAny('?', '#') is >= 0 and var stop) path = path[..stop];

        for (var at = 0; at < path.Length; at++)
        {
            if (path[at] != '/') continue;
            var rest = path[(at + 1)..];
            if (Segment(rest) is { } date) return date;
        }
        return null;
    }

    static DateOnly? Segment(ReadOnlySpan<char> rest)
    {
        if (rest.Length < 8 || !char.IsAsciiDigit(rest[0])) return null;
        if (IsoDate.Number(rest[..8]) >= 0)
            return rest.Length == 8 || !char.IsAsciiDigit(rest[8]) ? IsoDate.Read(rest[..8]) : null;
        if (rest[4] is not ('/' or '-')) return null;
        var day = rest[5..];
        var separator = day.IndexOf(rest[4]);
        if (separator is not (1 or 2)) return null;
        day = day[(separator + 1)..];
        var length = 0;
        while (length < day.Length && char.IsAsciiDigit(day[length])) length++;
        if (length is not (1 or 2) || (length < day.Length && day[length] is not ('/' or '-' or '_' or '.'))) return null;
        return IsoDate.Of(IsoDate.Number(rest[..4]), IsoDate.Number(rest.Slice(5, separator)), IsoDate.Number(day[..length]));
    }
}
