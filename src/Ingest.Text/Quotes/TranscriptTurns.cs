using Ingest.Text.Tokens;

namespace Ingest.Text.Quotes;

/// <summary>
/// A transcript: paragraphs that open with a name in capitals, or <c>Q</c> and <c>A</c>, and a colon (<c>WALLACE: …</c>), at least two of them,
/// whether the whole stands in quotation marks or not. What follows the colon in the paragraph is said by that name.
/// </summary>
static class TranscriptTurns
{
    const int Fewest = 2;
    const int LongestName = 4;

    /// <summary>Adds a turn for each of them; none where there are too few.</summary>
    public static void Add(in Passage p, List<Proposal> proposals)
    {
        var before = proposals.Count;
        for (var i = 0; i < p.Sentences.Length; i++)
        {
            var (first, end, paragraph) = p.Sentences[i];
            if (paragraph == 0 || i > 0 && p.Sentences[i - 1].Paragraph == paragraph || Colon(p, first, end) is not (> 0 and var colon)) continue;
            var last = p.LastWord(first, p.ParagraphEnd(first));
            var start = p.FirstWord(colon + 1, last + 1);
            if (start > last || start == colon) continue;
            var cue = new CueCandidate(colon, first, end, i, first, p.Tokens[colon].Form, p.Codes[colon], p.Inside[colon] != 0);
            proposals.Add(new Proposal(cue, Layout.Right, 0, -1, start, last, Proposal.Certain));
        }
        if (proposals.Count - before < Fewest) proposals.RemoveRange(before, proposals.Count - before);
    }

    /// <summary>The name that a turn opens with; null where the content is no turn.</summary>
    public static TextSpan? Speaker(in Passage p, in Proposal content)
    {
        if (content.Likelihood < Proposal.Certain || content.HasLeft) return null;
        var first = p.FirstWord(content.Cue.First, content.Cue.Index);
        return p.SpanOf(first, content.Cue.Index);
    }

    static int Colon(in Passage p, int first, int end)
    {
        while (first < end && p.Tokens[first].Is(WordClass.DoubleMark | WordClass.SingleMark)) first++;
        for (var i = first; i < end && i <= first + LongestName; i++)
        {
            ref readonly var token = ref p.Tokens[i];
            if (token.Is(WordClass.Colon)) return i > first ? i : 0;
            if (i == first && token.Length == 1 && p.Text[token.Start] is 'Q' or 'A') continue;
            if (token.Kind != TokenKind.Word || token.Shape != WordShape.Upper && !token.Is(WordClass.Title)) return 0;
        }
        return 0;
    }
}
