using Ingest.Text.Tokens;

namespace Ingest.Text;

/// <summary>
/// Short strings that come again and again, in an article and from one to the next: <c>said</c>, <c>analyst</c>, a company's name. Those seen last are
/// kept, two thousand a thread, so that the next is no new one.
/// </summary>
static class RecurringStrings
{
    /// <summary>Longer ones, in characters, seldom recur.</summary>
    const int Longest = 64;

    const int Places = 2048;

    [ThreadStatic]
    static string?[]? kept;

    /// <summary>A string of these characters.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > Longest) return text.ToString();
        ref var place = ref (kept ??= new string?[Places])[WordHash.Of(text) >> 32 & Places - 1];
        return place is { } known && text.SequenceEqual(known) ? known : place = text.ToString();
    }
}
