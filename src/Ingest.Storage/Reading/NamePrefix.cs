using Ingest.Text;

namespace Ingest.Storage.Reading;

/// <summary>What somebody types of a name, as the directory's keys hold names.</summary>
static class NamePrefix
{
    /// <summary>As a slug, so that case and diacritics do not matter; empty where nothing of it can be in a name.</summary>
    public static string Fold(string text) => text.Any(char.IsLetterOrDigit) ? Slug.Of(text) : "";

    /// <summary>Whether a word of the name starts so.</summary>
    public static bool Matches(string slug, string prefix) =>
        slug.StartsWith(prefix, StringComparison.Ordinal) || slug.Contains("-" + prefix, StringComparison.Ordinal);
}
