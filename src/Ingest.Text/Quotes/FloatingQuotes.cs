using Ingest.Text.Quotes.Learning;
using Ingest.Text.Tokens;

namespace Ingest.Text.Quotes;

/// <summary>
/// Words in quotation marks that no cue has: sentences and paragraphs that belong to the speaker at hand, and words quoted in passing. Those
/// that follow each other, the first not closed, are one quote. A logistic model decides which are quotes and which only titles, nicknames and
/// scare words. Kept and used again.
/// </summary>
sealed class FloatingQuotes(Weights weights, SourceSearch sources)
{
    const int FewestWords = 3;

    // Where its speaker is looked for in a sentence, how far behind its last word a verb is, and what may stand between two parts of one content: in tokens.
    const int LongestLook = 100;
    const int NearBehind = 8;
    const int LongestGap = 16;

    // In logarithms of odds; chosen by cross-validation for the best F1.
    const float Threshold = 0f;

    // Paragraphs that each open with a mark which none closes are no title or scare word.
    const float ThresholdOfSeveral = -2f;

    readonly List<FloatingQuote> candidates = [];
    readonly List<FloatingQuote> joined = [];
    readonly List<(int First, int Last)> parts = [];

    /// <summary>Adds them to the attributions.</summary>
    /// <param name="taken">For each token whether a content has it.</param>
    /// <param name="accepted">The contents with cues, in order.</param>
    /// <param name="attributions">Their attributions, in the same order; more are added at the end.</param>
    /// <param name="contents">Makes them.</param>
    public void Add(in Passage p, ReadOnlySpan<bool> taken, IReadOnlyList<Proposal> accepted, List<Attribution> attributions, ContentSpans contents)
    {
        Collect(p, taken, accepted, candidates);
        joined.Clear();
        foreach (var quote in candidates)
        {
            float alone = Score(p, quote, Templates.Floating), joins = quote.Before < 0 ? float.NegativeInfinity : Score(p, quote, Templates.Joining);
            if (MathF.Max(alone, joins) <= (quote.LastSpan > quote.FirstSpan ? ThresholdOfSeveral : Threshold)) continue;
            if (joins > alone)
            {
                joined.Add(quote);
                continue;
            }
            parts.Clear();
            AddParts(p, quote);
            attributions.Add(contents.Attribution(p, parts, null, Speaker(p, quote, attributions)));
        }
        for (var i = 0; i < joined.Count;)
        {
            var before = joined[i].Before;
            var content = accepted[before];
            parts.Clear();
            content.AddParts(parts);
            for (; i < joined.Count && joined[i].Before == before; i++) AddParts(p, joined[i]);
            // One may float between the parts of a content.
            parts.Sort();
            Close(p, content);
            attributions[before] = contents.Attribution(p, parts, attributions[before].Cue, attributions[before].Source);
        }
    }

    /// <summary>
    /// <c>She called the claim, which the union made, "a story"</c>: what stands between a content without marks and the marks behind it in the
    /// sentence is of the content.
    /// </summary>
    void Close(in Passage p, in Proposal content)
    {
        for (var i = parts.Count - 1; i > 0; i--)
        {
            var (first, last) = parts[i - 1];
            var next = parts[i].First;
            if (first != content.RightFirst || !content.HasRight || next - last > LongestGap || p.Inside[first] != 0 || p.Inside[last] != 0 || p.SentenceOf(next) != p.SentenceOf(last)) continue;
            parts[i - 1] = (first, parts[i].Last);
            parts.RemoveAt(i);
        }
    }

    float Score(in Passage p, in FloatingQuote quote, Template template)
    {
        var sum = weights.NewSum();
        FloatingFeatures.Add(ref sum, p, quote, template);
        return sum.Total * weights.Scale;
    }

    void AddParts(in Passage p, in FloatingQuote quote)
    {
        for (var i = quote.FirstSpan; i <= quote.LastSpan; i++) parts.Add((p.FirstWord(p.Quoted[i].First, p.Quoted[i].End), p.LastWord(p.Quoted[i].First, p.Quoted[i].End)));
    }

    /// <summary>Lists what may float.</summary>
    public static void Collect(in Passage p, ReadOnlySpan<bool> taken, IReadOnlyList<Proposal> accepted, List<FloatingQuote> found)
    {
        found.Clear();
        int next = 0, before = -1, end = 0;
        var open = false;
        for (var i = 0; i < p.Quoted.Length; i++)
        {
            var span = p.Quoted[i];
            for (; next < accepted.Count && accepted[next].First < span.First; next++)
            {
                before = next;
                end = Math.Max(accepted[next].Last, accepted[next].Cue.Index);
            }
            int first = p.FirstWord(span.First, span.End), last = p.LastWord(span.First, span.End);
            if (last - first < FewestWords - 1 || taken[first..(last + 1)].Contains(true))
            {
                open = false;
                continue;
            }
            if (open && found[^1] is var whole && whole.LastSpan == i - 1 && p.Quoted[i - 1].Paragraph != span.Paragraph)
            {
                found[^1] = whole with { LastSpan = i, Last = last };
            }
            else
            {
                var paragraphs = before < 0 ? 3 : Math.Clamp(span.Paragraph - p.Sentences[accepted[before].Cue.SentenceIndex].Paragraph, 0, 3);
                found.Add(new FloatingQuote(i, i, first, last, before, Math.Max(0, first - end), paragraphs, before >= 0 && p.Inside[Math.Min(end, p.Inside.Length - 1)] != 0));
            }
            open = !span.Closed;
        }
    }

    // In mid-sentence and after a colon the sentence names the speaker, and so does what stands behind the quote in its sentence; elsewhere it
    // is whoever spoke last, or the subject of the sentence before.
    TextSpan? Speaker(in Passage p, in FloatingQuote quote, List<Attribution> attributions)
    {
        var index = p.SentenceOf(quote.First);
        var sentence = p.Sentences[index];
        var word = p.LastWord(sentence.First, Math.Max(sentence.First + 1, p.Quoted[quote.FirstSpan].First));
        var opens = p.Inside[word] != 0 || word >= quote.First;
        if ((opens || p.IsMark(word)) && Behind(p, quote) is { } behind) return behind;
        var colon = opens && index > 0 && p.Tokens[sentence.First - 1].Is(WordClass.Colon);
        if (colon) word = p.LastWord(p.Sentences[--index].First, sentence.First);
        if ((!opens || colon) && Source(p, word, index, new Proposal(default, Layout.Right, 0, -1, quote.First, quote.Last, 0)) is { } source) return source;
        if (quote.Paragraphs <= 1 && quote.Before >= 0) return attributions[quote.Before].Source;
        return index > 0 && Verb(p, p.Sentences[index - 1].First, p.Sentences[index - 1].End) is >= 0 and var verb
            ? Source(p, verb, index - 1, new Proposal(default, Layout.Right, 0, -1, quote.First, quote.Last, 0)) : null;
    }

    // The source beside a word that stands for a cue.
    TextSpan? Source(in Passage p, int word, int sentence, in Proposal content)
    {
        var (first, end, _) = p.Sentences[sentence];
        first = Math.Max(first, word - LongestLook);
        if (content.HasLeft) first = Math.Max(first, content.LeftLast + 1);
        var cue = new CueCandidate(word, first, end, sentence, first, Lexicon.LemmaOf(p.Tokens[word].Form), p.Codes[word], true);
        return sources.Best(p, content with { Cue = cue });
    }

    // The first verb that has tense; -1 where there is none near.
    static int Verb(in Passage p, int first, int end)
    {
        end = Math.Min(end, first + LongestLook);
        for (var i = first; i < end; i++)
            if (p.Verbs[i + 1] != p.Verbs[i]) return i;
        return -1;
    }

    // `"It went well," reacted Voss`: a verb and its subject follow in the sentence.
    TextSpan? Behind(in Passage p, in FloatingQuote quote)
    {
        var index = p.SentenceOf(p.Quoted[quote.LastSpan].End - 1);
        int end = p.Sentences[index].End, word = p.Quoted[quote.LastSpan].End;
        while (word < end && p.IsMark(word)) word++;
        return Verb(p, word, Math.Min(end, word + NearBehind)) is >= 0 and var verb ? Source(p, verb, index, new Proposal(default, Layout.Left, quote.First, quote.Last, 0, -1, 0)) : null;
    }
}
