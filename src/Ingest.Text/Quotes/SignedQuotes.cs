using Ingest.Text.Tokens;

namespace Ingest.Text.Quotes;

/// <summary>
/// Words in quotation marks that are signed: a dash and a name behind them that end the paragraph, or are the next one
/// (<c>“…” – Mirela Voss, Bergen</c>).
/// </summary>
static class SignedQuotes
{
    const int LongestSignature = 16;
    const int LongestChain = 16;

    /// <summary>Adds a proposal for each of them.</summary>
    public static void Add(in Passage p, List<Proposal> proposals)
    {
        for (var i = 0; i < p.Quoted.Length; i++)
        {
            var dash = p.Quoted[i].End;
            for (var run = 0; run < 3 && dash < p.Tokens.Length && p.Tokens[dash].Is(WordClass.DoubleMark | WordClass.SingleMark | WordClass.Stop); run++) dash++;
            if (dash + 1 >= p.Tokens.Length || !IsDash(p, dash) || !p.Tokens[dash + 1].IsCapitalised) continue;
            var index = p.SentenceOf(dash);
            if (p.Quoted[i].Paragraph == 0 || p.Sentences[index].Paragraph - p.Quoted[i].Paragraph > 1 || !Ends(p, dash)) continue;
            var first = i;
            while (first > 0 && i - first < LongestChain && !p.Quoted[first - 1].Closed && p.Quoted[first - 1].Paragraph == p.Quoted[first].Paragraph - 1) first--;
            var cue = new CueCandidate(dash, dash, p.ParagraphEnd(dash), index, dash, p.Tokens[dash].Form, p.Codes[dash], false);
            int from = p.FirstWord(p.Quoted[first].First, p.Quoted[first].End), to = p.LastWord(p.Quoted[i].First, p.Quoted[i].End);
            if (!p.IsMark(to)) proposals.Add(new Proposal(cue, Layout.Left, from, to, 0, -1, Proposal.Certain));
        }
    }

    /// <summary>The name that signs; null where the content is not signed.</summary>
    public static TextSpan? Speaker(in Passage p, in Proposal content)
    {
        if (content.Likelihood < Proposal.Certain || content.HasRight) return null;
        int first = content.Cue.Index + 1, last = first;
        while (last + 1 < content.Cue.End && !p.IsMark(last + 1)) last++;
        return p.SpanOf(first, last + 1);
    }

    // Whether the paragraph ends soon, and no verb of its own comes before that.
    static bool Ends(in Passage p, int dash)
    {
        var end = p.ParagraphEnd(dash);
        return end - dash <= LongestSignature && p.Verbs[end] == p.Verbs[dash];
    }

    static bool IsDash(in Passage p, int token) => p.Tokens[token].Is(WordClass.Dash) || p.Tokens[token].Kind == TokenKind.Mark && p.Text[p.Tokens[token].Start] == '-';
}
