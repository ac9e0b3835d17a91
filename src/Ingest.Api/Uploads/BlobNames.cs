using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Ingest.Api.Uploads;

/// <summary>Blob names from what users call their files.</summary>
public static class BlobNames
{
    // Blob names hold 1,024 characters; what is left over is for the mark of the content.
    const int MaxLength = 900;
    const int MaxSegment = 200;
    const int MaxSegments = 20;

    // Legal in a blob's name, and trouble in a shell, a URL, or a file system that the container is copied to.
    static readonly SearchValues<char> Trouble = SearchValues.Create("#?%:*\"<>|");

    /// <summary>
    /// A name for the blob of an article. The name of an article with a URL bears a mark of its content: two articles that are both called
    /// <c>article.txt</c> do not overwrite each other, and the same file sent again is the same blob. Without a URL the blob's name is what
    /// identifies the article, so it is the user's.
    /// </summary>
    /// <param name="given">The file's name, with folders; null where there is none.</param>
    public static string Of(string? given, bool hasUrl, ReadOnlySpan<byte> content)
    {
        var clean = given is null ? "" : Clean(given);
        if (clean.Length > 0 && !hasUrl) return clean;
        var mark = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8));
        if (clean.Length == 0) return $"{mark}.txt";
        var extension = Path.GetExtension(clean);
        return extension.Length is > 1 and <= 10 ? $"{clean.AsSpan(0, clean.Length - extension.Length)}.{mark}{extension}" : $"{clean}.{mark}";
    }

    /// <summary>The name without what climbs out of a folder, splits a header or does not fit: empty where nothing is left.</summary>
    public static string Clean(string given)
    {
        var segments = new List<string>();
        foreach (var segment in given.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries))
        {
            var text = new StringBuilder();
            foreach (var rune in segment.EnumerateRunes())
            {
                if (text.Length >= MaxSegment) break;
                if (Rune.IsControl(rune) || rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Format) continue;
                text.Append(rune.IsBmp && Trouble.Contains((char)rune.Value) ? (Rune)'-' : rune);
            }
            // A segment of dots climbs; one that ends in a dot cannot be a blob's.
            var name = text.ToString().Trim().TrimEnd('.').TrimEnd();
            if (name.Length > 0) segments.Add(name);
        }
        var kept = segments.Skip(Math.Max(0, segments.Count - MaxSegments)).ToList();
        while (kept.Count > 1 && kept.Sum(each => each.Length + 1) > MaxLength) kept.RemoveAt(0);
        return string.Join('/', kept);
    }
}
