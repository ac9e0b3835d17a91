using Ingest.Text.Articles;
using Ingest.Text.Quotes;
using Ingest.Text.Speakers;
using Ingest.Text.Tokens;

namespace Ingest.Text.Tests.Speakers;

/// <summary>Texts whose mentions of speakers are marked by brackets: <c>[He] said</c>.</summary>
static class Marked
{
    /// <summary>The speakers of the marked mentions in order; paragraphs are parted by line breaks.</summary>
    public static Speaker?[] Speakers(string marked) => [.. Resolve(marked).Select(r => r.Speaker)];

    /// <summary>The same, with whom the contents name.</summary>
    public static Resolution[] Resolve(string marked)
    {
        var sources = new List<TextSpan>();
        var text = new System.Text.StringBuilder();
        var start = 0;
        foreach (var c in marked)
        {
            if (c == '[') start = text.Length;
            else if (c == ']') sources.Add(new(start, text.Length));
            else text.Append(c);
        }
        var plain = text.ToString();
        var paragraphs = new List<TextSpan>();
        for (var at = 0; at < plain.Length;)
        {
            var end = plain.IndexOf('\n', at) is >= 0 and var found ? found : plain.Length;
            paragraphs.Add(new(at, end));
            at = end + 1;
        }
        using var tokens = TokenizedText.Of(plain, null, paragraphs);
        var resolutions = new Resolution[sources.Count];
        SpeakerResolver.Resolve(tokens, [.. sources.Select(source => new Attribution { Content = [Content(plain, source)], Type = QuoteType.Direct, Cue = Cue(plain, source), Source = source })], resolutions);
        return resolutions;
    }

    // The word behind the mention, or else the one before it, if it is a reporting verb.
    static TextSpan? Cue(string text, TextSpan source)
    {
        int end = source.End + 1, start = source.Start - 1;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        while (start > 0 && char.IsLetter(text[start - 1])) start--;
        TextSpan[] beside = [new(Math.Min(source.End + 1, end), end), new(Math.Max(start, 0), Math.Max(source.Start - 1, 0))];
        return beside.Where(word => Lexicon.TryFind(word.Of(text), out var entry) && (entry.Classes & WordClass.ReportingVerb) != WordClass.None).Cast<TextSpan?>().FirstOrDefault();
    }

    // What stands in quotation marks before the mention in its paragraph, or else behind it; without marks, the rest of the paragraph.
    static TextSpan Content(string text, TextSpan source)
    {
        var start = text.LastIndexOf('\n', source.Start) + 1;
        var end = text.IndexOf('\n', source.End) is >= 0 and var found ? found : text.Length;
        var close = text.LastIndexOf('"', source.Start, source.Start - start + 1);
        if (close >= 0) return new(text.LastIndexOf('"', close - 1, close - start) + 1, close);
        var open = text.IndexOf('"', source.End, end - source.End);
        return open < 0 ? new(Math.Min(source.End, end - 1), end) : new(open + 1, text.IndexOf('"', open + 1));
    }
}
