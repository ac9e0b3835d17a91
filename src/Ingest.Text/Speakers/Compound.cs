using Ingest.Text.Tokens;

namespace Ingest.Text.Speakers;

/// <summary>Words like <c>London-based</c> and <c>Norland-owned</c>: they are said of what is named next, and belong to no name.</summary>
static class Compound
{
    // EU-led.
    const int Shortest = 6;

    /// <summary>Whether a word is one.</summary>
    public static bool Is(in Token token, string text)
    {
        // Most words end here: none of those below ends in another letter.
        if (token.Length < Shortest || text[token.End - 1] is not ('d' or 'n') || !token.IsCapitalised) return false;
        var word = token.Of(text);
        return word.LastIndexOf('-') is > 0 and var hyphen
            && word[(hyphen + 1)..] is "based" or "born" or "owned" or "backed" or "listed" or "led" or "headquartered" or "controlled" or "funded";
    }
}
