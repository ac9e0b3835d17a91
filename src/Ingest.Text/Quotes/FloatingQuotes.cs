using Ingest.Text.Tokens;

namespace Ingest.Text.Quotes;

/// <summary>
/// Quoted sentences that no cue has: they belong to the speaker at hand, whose attribution stands before them in the same paragraph or the one
/// before. Those that follow each other, the first not closed, are one quote.
/// </summary>
static class FloatingQuotes
{
    const int FewestWords = 5;

    /// <summary>Adds them to the attributions.</summary>
    /// <param name="taken">For each token whether a content has it.</param>
    /// <param name="accepted">The contents with cues, in order.</param>
    /// <param name="attributions">Their attributions, in the same order; more are added at the end.</param>
    /// <param name="contents">Makes them.</param>
    public static void Add(in Passage p, ReadOnlySpan<bool> taken, IReadOnlyList<Proposal> accepted, List<Attribution> attributions, ContentSpans contents)
    {
        int next = 0, paragraph = -2, count = attributions.Count;
        TextSpan? speaker = null;
        var parts = new List<(int First, int Last)>();
        var open = false;
        for (var i = 0; i < p.Quoted.Length; i++)
        {
            var span = p.Quoted[i];
            for (; next < count && accepted[next].Cue.Index < span.First; next++)
            {
                if (attributions[next].Source is not { } source) continue;
                speaker = source;
                paragraph = p.Sentences[accepted[next].Cue.SentenceIndex].Paragraph;
            }
            int first = p.FirstWord(span.First, span.End), last = p.LastWord(span.First, span.End);
            var floats = speaker is not null && span.Paragraph > 0 && span.Paragraph - paragraph <= 1 && !taken[first] && !taken[last] && IsSentence(p, span, first, last);
            if (!(floats && open && parts.Count > 0)) Close(p, parts, speaker, attributions, contents);
            if (!floats) continue;
            parts.Add((first, last));
            open = !span.Closed;
            paragraph = span.Paragraph;
        }
        Close(p, parts, speaker, attributions, contents);
    }

    static void Close(in Passage p, List<(int First, int Last)> parts, TextSpan? speaker, List<Attribution> attributions, ContentSpans contents)
    {
        if (parts.Count > 0) attributions.Add(contents.Attribution(p, parts, null, speaker));
        parts.Clear();
    }

    // It opens with its sentence, and a sentence ends in it.
    static bool IsSentence(in Passage p, in QuotedSpan span, int first, int last)
    {
        if (last - first < FewestWords - 1 || p.Tokens[first].Shape == WordShape.Lower) return false;
        if (p.Sentences[p.SentenceOf(first)].First < span.First - 1) return false;
        return last + 1 < p.Tokens.Length && p.Tokens[last + 1].Is(WordClass.Stop | WordClass.Ellipsis) && (last + 1 < span.End || !span.Closed);
    }
}
