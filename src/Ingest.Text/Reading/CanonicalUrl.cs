using System.Text;

namespace Ingest.Text.Reading;

/// <summary>
/// The URL that names an article, however it was shared: scheme and host in lower case, no default port, no fragment, no
/// credentials, and none of the parameters that only track the reader.
/// </summary>
static class CanonicalUrl
{
    static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Tracking = WordList.Load("Reading.tracking-parameters");

    /// <summary>The canonical form of <paramref name="url"/> and its host without <c>www.</c>; nulls where it is no absolute http(s) URL.</summary>
    public static (string? Url, string? Source) Of(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) return default;
        var host = Host(uri).ToLowerInvariant().TrimEnd('.');
        if (host.Length == 0) return default;
        var port = uri.IsDefaultPort ? "" : ":" + uri.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var named = uri.HostNameType == UriHostNameType.IPv6 ? $"[{host}]" : host;
        return (Canonical(url, uri, port.Length == 0 ? named : named + port),
            host.StartsWith("www.", StringComparison.Ordinal) && host.Length > 4 ? RecurringStrings.Of(host.AsSpan(4)) : host);
    }

    // Most are canonical already, and no new string.
    static string Canonical(string url, Uri uri, string authority)
    {
        var (path, query) = (uri.AbsolutePath, Query(uri.Query));
        Span<char> room = stackalloc char[512];
        return room.TryWrite($"{uri.Scheme}://{authority}{path}{query}", out var length) && room[..length].SequenceEqual(url) ? url : $"{uri.Scheme}://{authority}{path}{query}";
    }

    /// <summary>The host in ASCII; as it is written where it is one that the rules for names in other scripts forbid.</summary>
    static string Host(Uri uri)
    {
        try
        {
            return uri.IdnHost;
        }
        catch (UriFormatException)
        {
            return uri.Host;
        }
    }

    static string Query(string query)
    {
        if (query.Length <= 1) return "";
        var kept = new StringBuilder();
        foreach (var range in query.AsSpan(1).Split('&'))
        {
            var parameter = query.AsSpan(1)[range];
            var equals = parameter.IndexOf('=');
            if (parameter.IsEmpty || IsTracking(equals < 0 ? parameter : parameter[..equals])) continue;
            kept.Append(kept.Length == 0 ? '?' : '&').Append(parameter);
        }
        return kept.ToString();
    }

    static bool IsTracking(ReadOnlySpan<char> name) =>
        name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || Tracking.Contains(name);
}
