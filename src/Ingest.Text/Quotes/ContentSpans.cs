using Ingest.Text.Articles;
using Ingest.Text.Tokens;

namespace Ingest.Text.Quotes;

/// <summary>From words to spans: the marks that belong to a content, its type and its fragments. Kept and used again.</summary>
sealed class ContentSpans
{
    // ,' or ?!'
    const int LongestClose = 4;

    readonly List<(int First, int Last)> sides = [];
    readonly List<TextSpan> spans = [];
    readonly List<TextSpan> fragments = [];

    /// <summary>The attribution of a content.</summary>
    public Attribution Attribution(in Passage p, in Proposal content, TextSpan? cue, TextSpan? source)
    {
        sides.Clear();
        content.AddParts(sides);
        return Attribution(p, sides, cue, source);
    }

    /// <summary>The attribution of words from first to last, each included, in order.</summary>
    public Attribution Attribution(in Passage p, List<(int First, int Last)> parts, TextSpan? cue, TextSpan? source)
    {
        spans.Clear();
        fragments.Clear();
        int inside = 0, outside = 0;
        foreach (var (first, last) in parts)
        {
            for (var i = first; i <= last; i++)
                if (!p.IsMark(i))
                {
                    if (p.Inside[i] != 0) inside++;
                    else outside++;
                }
            AddFragments(p, first, last);
        }
        var type = outside == 0 ? QuoteType.Direct : inside == 0 ? QuoteType.Indirect : QuoteType.Mixed;
        foreach (var (first, last) in parts) AddParagraphs(p, first, last, type == QuoteType.Mixed);
        if (spans.Count == 0) spans.Add(p.SpanOf(parts[0].First, parts[0].Last + 1));
        return new Attribution { Content = [.. spans], Type = type, Cue = cue, Source = source, Fragments = type == QuoteType.Mixed ? [.. fragments] : [] };
    }

    // A span a paragraph that has a word, its closing stop included and its quotation marks not, unless they stand inside or have their other mark inside.
    void AddParagraphs(in Passage p, int first, int last, bool mixed)
    {
        for (var from = first; from <= last;)
        {
            var to = from;
            var bound = p.ParagraphEnd(from);
            while (to < last && to + 1 < bound) to++;
            var end = p.LastWord(from, to + 1);
            var start = p.FirstWord(from, to + 1);
            from = to + 1;
            if (start >= end && p.IsMark(start)) continue;
            var (begins, ends) = (Opening(p, start), Closing(p, end));
            if (mixed && p.Inside[start] != p.Inside[end])
            {
                if (p.Inside[start] != 0 && p.Quoted[p.Inside[start] - 1] is { Closed: true } head && p.FirstWord(head.First, head.End) == start) begins = p.Tokens[head.First - 1].Start;
                if (p.Inside[end] != 0 && p.Quoted[p.Inside[end] - 1] is { Closed: true } tail && p.LastWord(tail.First, tail.End) == end) ends = AfterMark(p, tail.End);
            }
            spans.Add(new TextSpan(begins, ends));
        }
    }

    // The mark, and the stop that the sentence ends with behind it.
    static int AfterMark(in Passage p, int mark) =>
        mark + 1 < p.Tokens.Length && !p.Tokens[mark + 1].Spaced && p.Tokens[mark + 1].Is(WordClass.Stop | WordClass.Ellipsis) ? p.Tokens[mark + 1].End : p.Tokens[mark].End;

    // The stops that a sentence ends with belong to it, and so does a nested mark (`The last word was 'heron'.`); a comma before the attribution only where it
    // stands in the marks.
    static int Closing(in Passage p, int last)
    {
        var end = last;
        for (var next = last + 1; next < p.Tokens.Length && next <= last + LongestClose && !p.Tokens[next].Spaced; next++)
        {
            var nested = p.Inside[last] != 0 && p.Inside[next] == p.Inside[last];
            if (p.Tokens[next].Is(WordClass.Stop | WordClass.Ellipsis) || nested && p.Tokens[next].Is(WordClass.Comma | WordClass.SingleMark)) end = next;
            else break;
        }
        return p.Tokens[end].End;
    }

    // 'Miss, is this a drill?' he asked: the mark that is nested at the beginning.
    static int Opening(in Passage p, int first) =>
        first > 0 && p.Inside[first] != 0 && p.Inside[first - 1] == p.Inside[first] && p.Tokens[first - 1].Is(WordClass.SingleMark) && !p.Tokens[first].Spaced ? p.Tokens[first - 1].Start : p.Tokens[first].Start;

    void AddFragments(in Passage p, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (p.Inside[i] == 0) continue;
            var span = p.Quoted[p.Inside[i] - 1];
            var from = p.FirstWord(Math.Max(first, span.First), Math.Min(last + 1, span.End));
            var to = p.LastWord(from, Math.Min(last + 1, span.End));
            if (!p.IsMark(to)) fragments.Add(p.SpanOf(from, to + 1));
            i = span.End - 1;
        }
    }
}
