namespace Ingest.Storage.Reading;

/// <summary>What somebody types of a name, as the directory's keys hold names.</summary>
static class NamePrefix
{
    /// <summary>Lower-case ASCII letters and digits, a hyphen between words; empty where nothing of it can be in a name.</summary>
    public static string Fold(string text)
    {
        var folded = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c)) folded.Append(char.ToLowerInvariant(c));
            else if (folded.Length > 0 && folded[^1] != '-') folded.Append('-');
        }

        return folded.ToString();
    }

    /// <summary>Whether a word of the name starts so.</summary>
    public static bool Matches(string slug, string prefix) =>
        slug.StartsWith(prefix, StringComparison.Ordinal) || slug.Contains("-" + prefix, StringComparison.Ordinal);
}
