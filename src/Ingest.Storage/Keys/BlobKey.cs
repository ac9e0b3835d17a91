using System.Text;

namespace Ingest.Storage.Keys;

/// <summary>
/// A blob's name as a key, in the order of the names, so that the ledger can be read beside a listing of the container. A character that a key
/// must not hold stands as its neighbour and a mark that keeps the order: <c>.</c> as <c>.1</c> and <c>/</c> as <c>.2</c>, for nothing sorts between the two.
/// </summary>
static class BlobKey
{
    /// <summary>Longer keys are cut and end in a hash; they sort near their place.</summary>
    const int Longest = 480;

    /// <summary>What a character takes at the most.</summary>
    const int Widest = 3;

    /// <summary>Whether the key of <paramref name="blobName"/> is cut: then it may stand before or behind that of a name with the same start, whichever comes first.</summary>
    public static bool IsCut(string blobName) => blobName.Length > Longest / Widest && Whole(blobName).Length > Longest;

    /// <summary>The key of <paramref name="blobName"/>. Different names have different keys.</summary>
    public static string Of(string blobName)
    {
        var key = Whole(blobName);
        if (key.Length <= Longest) return key.ToString();
        key.Length = char.IsHighSurrogate(key[Longest - 1]) ? Longest - 1 : Longest;
        return key.Append(TableKey.Separator).Append(TableKey.Hash(blobName)).ToString();
    }

    static StringBuilder Whole(string blobName)
    {
        var key = new StringBuilder(blobName.Length + 16);
        foreach (var c in blobName) Append(key, c);
        return key;
    }

    static void Append(StringBuilder key, char c)
    {
        switch (c)
        {
            case < ' ': key.Append(' ').Append(((int)c).ToString("x2", System.Globalization.CultureInfo.InvariantCulture)); break;
            case ' ': key.Append(" z"); break;
            case '"' or '$' or '&' or '.' or '>' or '[': key.Append(c).Append('1'); break;
            case '#' or '%' or '\'' or '/' or '?' or '\\': key.Append(Before(c)).Append('2'); break;
            case '~': key.Append("~0"); break;
            case >= '\u007F' and <= '\u009F': key.Append('~').Append(((int)c).ToString("x2", System.Globalization.CultureInfo.InvariantCulture)); break;
            default: key.Append(c); break;
        }
    }

    static char Before(char c) => (char)(c - 1);
}
