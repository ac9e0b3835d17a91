using Ingest.Text.Tokens;

namespace Ingest.Text.Quotes.Learning;

/// <summary>What tells which phrase beside a cue is the source.</summary>
static class SourceFeatures
{
    public static void Add<TSink>(ref TSink sink, in Passage p, in Proposal content, in SourceCandidate source, Template template) where TSink : IFeatureSink, allows ref struct
    {
        var cue = content.Cue;
        int s = cue.First, e = cue.End, i = cue.Index, layout = (int)content.Layout;
        var left = source.First < i ? 1 : 0;
        var rank = (source.Rank + 1) * 2 + left;
        int from = left == 1 ? source.End : i + 1, to = left == 1 ? i : source.First;
        int between = 0, verbs = 0, content0 = 0;
        for (var j = from; j < to; j++)
        {
            ref readonly var token = ref p.Tokens[j];
            if (token.Is(WordClass.Comma)) between |= 1;
            if (token.Is(WordClass.Auxiliary | WordClass.FiniteVerb))
            {
                between |= 2;
                verbs++;
            }
            if (token.Is(WordClass.Preposition)) between |= 4;
            if (token.Is(WordClass.Conjunction)) between |= 8;
            if (token.Is(WordClass.Relative)) between |= 16;
            if (p.Inside[j] != 0) between |= 32;
            if (content.HasLeft && j == content.LeftLast || content.HasRight && j == content.RightFirst) content0 = 1;
        }
        verbs = Math.Min(verbs, 3);
        int head = p.Codes[source.End - 1], headForm = p.Tokens[source.End - 1].Form, first = p.Codes[source.First];
        int before = p.Code(source.First - 1, s, e), after = p.Code(source.End, s, e);
        var gap = Math.Min(CueFeatures.Length(to - from), 8);
        var capital = 0;
        for (var j = source.First; j < source.End; j++)
            if (p.Tokens[j].IsCapitalised) capital |= p.Tokens[j].Is(WordClass.Weekday | WordClass.Month) ? 2 : 1;
            else if (p.Tokens[j].Is(WordClass.PersonNoun)) capital |= 4;
            else if (p.Tokens[j].Is(WordClass.Time)) capital |= 8;
        int length = Math.Min(source.End - source.First, 5), opening = (source.First == s ? 1 : 0) | content0 << 1;
        var outline = Outline.After(p, from, to, 6) * 2 + left;
        sink.Add(
            Feature.Of(template, rank, layout),
            Feature.Of(template + 1, rank, gap),
            Feature.Of(template + 2, rank, between),
            Feature.Of(template + 3, rank, cue.Lemma),
            Feature.Of(template + 4, left, head, gap),
            Feature.Of(template + 5, left, first, head),
            Feature.Of(template + 6, left, headForm),
            Feature.Of(template + 7, left, before),
            Feature.Of(template + 8, left, after),
            Feature.Of(template + 9, before, after, left),
            Feature.Of(template + 10, capital, rank),
            Feature.Of(template + 11, opening, rank),
            Feature.Of(template + 12, left, between, verbs),
            Feature.Of(template + 13, left, cue.Code, gap),
            Feature.Of(template + 14, left, cue.Code, between),
            Feature.Of(template + 15, left * 4 + layout, cue.Lemma, gap),
            Feature.Of(template + 16, left, head, cue.Code),
            Feature.Of(template + 17, left, after, cue.Code),
            Feature.Of(template + 18, length, left, capital),
            Feature.Of(template + 19, left, p.Code(i + 1, s, e), gap),
            Feature.Of(template + 20, left, p.Code(i - 1, s, e), gap),
            Feature.Of(template + 21, left, before, head),
            Feature.Of(template + 22, opening, layout, left),
            Feature.Of(template + 23, left, headForm, gap),
            Feature.Of(template + 24, verbs, head, left),
            Feature.Of(template + 25, p.Form(source.First - 1, s, e), left, gap),
            Feature.Of(template + 30, outline),
            Feature.Of(template + 31, outline, head),
            Feature.Of(template + 32, outline, Outline.Before(p, source.First, s, 2)));
    }

    /// <summary>That there is no source.</summary>
    public static void AddNone<TSink>(ref TSink sink, in Passage p, in Proposal content, Template template) where TSink : IFeatureSink, allows ref struct
    {
        var cue = content.Cue;
        sink.Add(
            Feature.Of(template + 26),
            Feature.Of(template + 27, cue.Lemma),
            Feature.Of(template + 28, cue.Code, p.Code(cue.Index - 1, cue.First, cue.End)),
            Feature.Of(template + 29, (int)content.Layout, p.Code(cue.Index - 1, cue.First, cue.End), p.Code(cue.Index + 1, cue.First, cue.End)));
    }
}
