using Ingest.Text.Tokens;

namespace Ingest.Text.Quotes;

/// <summary>
/// Where a content may begin and end about a cue. A content is made of words; a boundary is given by the first or the last word, and the
/// marks about it are its circumstances. Kept and filled again for every cue.
/// </summary>
sealed class ContentCandidates
{
    const int MaxStarts = 14;
    const int MaxLeftEnds = 10;
    const int MaxRightEnds = 24;
    const int MaxTailStarts = 6;

    // Behind these, the sentence's last word, and two ends of what goes on in the next one.
    const int FurtherRightEnds = 4;

    // How far from the cue, in tokens, a content is looked for at all; ends on the left; starts on the right; starts on the right whatever stands before
    // them; how near the cue is to its sentence's end where a quote that opens the next paragraph is its content, without a colon.
    const int Reach = 120;
    const int LeftEndReach = 45;
    const int RightStartReach = 40;
    const int AnyStartReach = 7;
    const int NextParagraphReach = 12;

    // An attribution that is a sentence by itself has no more tokens before its cue.
    const int LongestAttribution = 12;

    // Spans in quotation marks that are one quote.
    const int MaxChain = 16;

    // In tokens.
    const int LongestSentence = 600;

    /// <summary>First words of a content on the cue's left. The region is 1 where it is that of a span in quotation marks which begins in an earlier sentence, otherwise 0.</summary>
    public Boundaries LeftStarts { get; } = new(MaxStarts);

    /// <summary>Last words of a content on the cue's left. The region is 0 in the cue's sentence, 1 in the one before.</summary>
    public Boundaries LeftEnds { get; } = new(MaxLeftEnds);

    /// <summary>First words of a content on the cue's right. The region is 0 in the cue's sentence, 1 in the next one.</summary>
    public Boundaries RightStarts { get; } = new(MaxStarts);

    /// <summary>Last words of a content on the cue's right. A start goes with ends of its own region, and of the next if the region is 2.</summary>
    public Boundaries RightEnds { get; } = new(MaxRightEnds + FurtherRightEnds);

    /// <summary>Those of <see cref="RightStarts"/> that may go on with a content which the cue interrupts.</summary>
    public Boundaries TailStarts { get; } = new(MaxTailStarts);

    /// <summary>Fills all lists for a cue.</summary>
    public void Fill(in Passage p, in CueCandidate cue)
    {
        FillLeft(p, cue);
        FillRight(p, cue);
    }

    /// <summary>Whether a content may run from a start to an end.</summary>
    public static bool Fits(in CueCandidate cue, int start, int startRegion, int end, int endRegion) => start <= end
        && (start < cue.Index ? endRegion == 1 || startRegion == 1 || start >= cue.First : startRegion == endRegion || endRegion == 2 && startRegion == 0);

    void FillLeft(in Passage p, in CueCandidate cue)
    {
        LeftStarts.Clear();
        LeftEnds.Clear();
        var floor = Math.Max(cue.First, cue.Index - Reach);
        var from = cue.Index - 1;
        if (from >= cue.First && NobodyAfter(p, cue) && p.LastWord(cue.First, cue.Index) is var nearest && p.Inside[nearest] == 0) from = nearest - 1;
        for (var i = from; i >= floor && !LeftEnds.Full; i--)
            if (!p.IsMark(i) && (i + 1 == cue.Index || p.IsMark(i + 1) || p.Tokens[i + 1].Is(WordClass.Subordinator | WordClass.Relative) || p.Tokens[i].Is(WordClass.Relative)) && cue.Index - i <= LeftEndReach && !EndsInMidQuote(p, cue, i)) LeftEnds.Add(i, 0);
        // A quoted sentence may end before the sentence that has its attribution: `"We will." Smith said.`
        if (cue.First > cue.ParagraphFirst && p.Tokens[cue.First - 1].Is(WordClass.DoubleMark | WordClass.SingleMark) && cue.Index - cue.First <= LongestAttribution)
        {
            var last = p.LastWord(cue.ParagraphFirst, cue.First);
            if (p.Inside[last] != 0 && !EndsInMidQuote(p, cue, last)) LeftEnds.Add(last, 1);
        }
        if (LeftEnds.Count == 0) return;
        var bottom = LeftEnds.Region(LeftEnds.Count - 1) == 1 ? p.Quoted[p.Inside[LeftEnds[LeftEnds.Count - 1]] - 1].First : cue.First;
        var span = p.Inside[LeftEnds[0]] is var inside && inside != 0 ? p.Quoted[inside - 1].First : bottom;
        for (var i = 1; i < LeftEnds.Count; i++)
            if (p.Inside[LeftEnds[i]] is var other && other != 0) span = Math.Min(span, p.Quoted[other - 1].First);
        if (span < bottom) LeftStarts.Add(p.FirstWord(span, cue.Index), 1);
        LeftStarts.Add(p.FirstWord(bottom, cue.Index), 0);
        for (var i = Math.Max(bottom, floor) + 1; i < cue.Index && !LeftStarts.Full; i++)
        {
            if (p.IsMark(i) || i == LeftStarts[LeftStarts.Count - 1] || BeginsInMidQuote(p, cue, i)) continue;
            if (p.IsMark(i - 1) || p.Tokens[i].Is(WordClass.Relative) || p.Tokens[i - 1].Is(WordClass.Conjunction | WordClass.Subordinator)
                || i <= bottom + 2 && p.Tokens[i - 1].Is(WordClass.Adverb | WordClass.Conjunction)) LeftStarts.Add(i, 0);
        }
    }

    // `…, Anna Holm, mayor of Halden, said on Friday.`: nobody comes after the cue to be its source, so that the words just before it are no content.
    static bool NobodyAfter(in Passage p, in CueCandidate cue)
    {
        ref readonly var token = ref p.Tokens[cue.Index];
        if (!token.Is(WordClass.ReportingVerb)) return false;
        if (cue.Index + 1 >= cue.End || token.Form == Told) return true;
        ref readonly var next = ref p.Tokens[cue.Index + 1];
        return next.Is(WordClass.Stop | WordClass.Comma) || next.Form == On || next.Form == In || next.Form == At || next.Form == During;
    }

    void FillRight(in Passage p, in CueCandidate cue)
    {
        RightStarts.Clear();
        RightEnds.Clear();
        TailStarts.Clear();
        for (var i = cue.Index + 1; i < cue.End && i <= cue.Index + RightStartReach && !RightStarts.Full; i++)
        {
            if (p.IsMark(i) || BeginsInMidQuote(p, cue, i)) continue;
            if (i <= cue.Index + AnyStartReach || p.IsMark(i - 1) || p.Tokens[i].Is(WordClass.Relative) || IsTo(p.Tokens[i]))
            {
                RightStarts.Add(i, 0);
                if (p.IsMark(i - 1) || i == cue.Index + 1) TailStarts.Add(i, 0);
            }
        }
        if (RightStarts.Count > 0) FillEnds(p, cue);

        // The next sentence: after a colon, or where it opens with a quotation mark.
        if (cue.SentenceIndex + 1 >= p.Sentences.Length) return;
        var next = p.Sentences[cue.SentenceIndex + 1];
        var first = p.FirstWord(next.First, next.End);
        var colon = p.Tokens[cue.End - 1].Is(WordClass.Colon);
        var near = cue.End - cue.Index <= (next.Paragraph == p.Sentences[cue.SentenceIndex].Paragraph ? RightStartReach : NextParagraphReach);
        var opened = p.Inside[first] != 0 && p.Inside[cue.End - 1] == 0 && p.Quoted[p.Inside[first] - 1].First >= next.First;
        if (!(colon || near && opened) || p.IsMark(first)) return;
        if (RightStarts.Full) RightStarts.RemoveLast();
        RightStarts.Add(first, 1);
        TailStarts.Add(first, 1);
        var last = p.LastWord(next.First, next.End);
        RightEnds.Add(last, 1);
        if (p.Inside[first] != 0)
        {
            var end = SpanEnd(p, p.Inside[first] - 1);
            if (end != last) RightEnds.Add(end, 1);
            var chain = ChainEnd(p, p.Inside[first] - 1);
            if (chain != end && chain != last) RightEnds.Add(chain, 1);
        }
    }

    void FillEnds(in Passage p, in CueCandidate cue)
    {
        const WordClass next = WordClass.Conjunction | WordClass.Subordinator | WordClass.Relative | WordClass.Preposition | WordClass.Auxiliary | WordClass.ReportingVerb;
        var top = p.LastWord(cue.Index, cue.End);
        var limit = Math.Min(top, cue.Index + Reach);
        for (var i = cue.Index + 1; i < limit && RightEnds.Count < MaxRightEnds; i++)
        {
            if (p.IsMark(i) || EndsInMidQuote(p, cue, i)) continue;
            if (p.IsMark(i + 1) || p.Tokens[i + 1].Is(next) || p.Tokens[i + 1].Part == PartOfSpeech.VerbGerund) RightEnds.Add(i, 0);
        }
        // A sentence without end has no end that counts; it would be looked through again for every cue in it.
        if (top - cue.Index > LongestSentence) return;
        RightEnds.Add(top, 0);
        if (p.Inside[top] == 0) return;
        var span = SpanEnd(p, p.Inside[top] - 1);
        if (span > top) RightEnds.Add(span, 2);
        var chain = ChainEnd(p, p.Inside[top] - 1);
        if (chain > span) RightEnds.Add(chain, 2);
    }

    // A cue outside of quotation marks has all the words in them or none, but that a sentence in them may be one by itself.
    static bool BeginsInMidQuote(in Passage p, in CueCandidate cue, int word) =>
        p.Inside[word] is not 0 and var inside && inside != p.Inside[cue.Index] && p.FirstWord(p.Quoted[inside - 1].First, p.Quoted[inside - 1].End) != word;

    static bool EndsInMidQuote(in Passage p, in CueCandidate cue, int word) =>
        p.Inside[word] is not 0 and var inside && inside != p.Inside[cue.Index] && SpanEnd(p, inside - 1) != word;

    static bool IsTo(in Token token) => token.Form == To;

    static int SpanEnd(in Passage p, int span) => p.LastWord(p.Quoted[span].First, p.Quoted[span].End);

    // The end of the spans that follow with nothing between them: later paragraphs of one quote, or sentences quoted one by one.
    static int ChainEnd(in Passage p, int span)
    {
        var last = span;
        for (var i = span + 1; i < p.Quoted.Length && i <= span + MaxChain; i++)
        {
            for (var t = p.Quoted[last].End; t < p.Quoted[i].First; t++)
                if (!p.IsMark(t)) return SpanEnd(p, last);
            if (p.Quoted[last].Closed && p.Quoted[last].Paragraph != p.Quoted[i].Paragraph && IsAttributed(p, i)) return SpanEnd(p, last);
            last = i;
        }
        return SpanEnd(p, last);
    }

    // Words behind it in its sentence are its own cue and source.
    static bool IsAttributed(in Passage p, int span)
    {
        var end = p.Sentences[p.SentenceOf(p.Quoted[span].End - 1)].End;
        for (var t = p.Quoted[span].End; t < end; t++)
            if (!p.IsMark(t)) return true;
        return false;
    }

    static readonly int To = Lexicon.FormOf("to");
    static readonly int On = Lexicon.FormOf("on");
    static readonly int In = Lexicon.FormOf("in");
    static readonly int At = Lexicon.FormOf("at");
    static readonly int During = Lexicon.FormOf("during");
    static readonly int Told = Lexicon.FormOf("told");
}
