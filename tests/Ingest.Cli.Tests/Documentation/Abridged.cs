using System.Text;

namespace Ingest.Cli.Tests.Documentation;

/// <summary>Text of a document in which <c>…</c> stands for whatever was left out.</summary>
static class Abridged
{
    /// <summary>Whether <paramref name="whole"/> is what <paramref name="abridged"/> shows of it. White space outside JSON's strings does not count.</summary>
    public static bool Is(string abridged, string whole)
    {
        var (parts, text) = (Dense(abridged).Split('…'), Dense(whole));
        var at = 0;
        foreach (var (index, part) in parts.Index())
        {
            // The last one has to be at the end, however often it is found before.
            at = index == parts.Length - 1 && index > 0 ? Math.Max(at, text.Length - part.Length) : text.IndexOf(part, at, StringComparison.Ordinal);
            if (at < 0 || (index == 0 && at > 0) || !text.AsSpan(at).StartsWith(part)) return false;
            at += part.Length;
        }

        return at == text.Length;
    }

    static string Dense(string json)
    {
        var dense = new StringBuilder(json.Length);
        var inside = false;
        for (var at = 0; at < json.Length; at++)
        {
            if (json[at] == '"' && (at == 0 || json[at - 1] != '\\')) inside = !inside;
            if (inside || !char.IsWhiteSpace(json[at])) dense.Append(json[at]);
        }

        return dense.ToString();
    }
}
