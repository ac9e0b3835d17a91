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
        if (!IsoDate.Fields(rest, out var year, out var month, out var day, out var length) || rest[4] == '.') return null;
        var ends = length == rest.Length || (char.IsAsciiDigit(rest[4]) ? !char.IsAsciiDigit(rest[length]) : rest[length] is '/' or '-' or '_' or '.');
        return ends ? IsoDate.Of(year, month, day) : null;
    }
}
