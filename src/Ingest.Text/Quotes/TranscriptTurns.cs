using Ingest.Text.Speakers;
using Ingest.Text.Tokens;

namespace Ingest.Text.Quotes;

/// <summary>
/// A transcript: paragraphs that open with a name in capitals, or <c>Q</c> and <c>A</c>, and a colon (<c>WALLACE: …</c>), at least two of them,
/// whether the whole stands in quotation marks or not; or with two names in turn, as interviews are printed (<c>The Gazette: …</c>). What follows the colon in the paragraph is said by that name.
/// </summary>
static class TranscriptTurns
{
    const int Fewest = 2;
    const int LongestName = 4;

    /// <summary>Adds a turn for each of them; none where there are too few.</summary>
    public static void Add(in Passage p, List<Proposal> proposals)
    {
        var before = proposals.Count;
        var titled = false;
        for (var i = 0; i < p.Sentences.Length; i++)
        {
            var (first, end, paragraph) = p.Sentences[i];
            if (paragraph == 0 || i > 0 && p.Sentences[i - 1].Paragraph == paragraph || Colon(p, first, end, ref titled) is not (> 0 and var colon)) continue;
            var last = p.LastWord(first, p.ParagraphEnd(first));
            var start = p.FirstWord(colon + 1, last + 1);
            if (start > last || start == colon) continue;
            var cue = new CueCandidate(colon, first, end, i, first, p.Tokens[colon].Form, p.Codes[colon], p.Inside[colon] != 0);
            proposals.Add(new Proposal(cue, Layout.Right, 0, -1, start, last, Proposal.Certain));
        }
        if (titled && !AreTurns(p, proposals, before)) RemoveTitled(p, proposals, before);
        if (proposals.Count - before < Fewest) proposals.RemoveRange(before, proposals.Count - before);
    }

    static void RemoveTitled(in Passage p, List<Proposal> proposals, int before)
    {
        var kept = before;
        for (var i = before; i < proposals.Count; i++)
            if (!IsTitled(p, proposals[i])) proposals[kept++] = proposals[i];
        proposals.RemoveRange(kept, proposals.Count - kept);
    }

    static bool IsTitled(in Passage p, in Proposal turn)
    {
        var titled = false;
        Colon(p, turn.Cue.First, turn.Cue.End, ref titled);
        return titled;
    }

    /// <summary>
    /// Whether what opens with names in small letters (<c>The Gazette: …</c>, <c>Ann Low: …</c>) is an interview: two of them have several turns each, nothing else opens so,
    /// and a first name, a surname or a paper is among them. Prices and headings recur too.
    /// </summary>
    static bool AreTurns(in Passage p, List<Proposal> proposals, int before)
    {
        int one = -1, other = -1, ones = 0, others = 0;
        for (var i = before; i < proposals.Count; i++)
        {
            var name = Name(p, proposals[i]);
            if (one < 0 || name.SequenceEqual(Name(p, proposals[one])))
            {
                one = one < 0 ? i : one;
                ones++;
            }
            else if (other < 0 || name.SequenceEqual(Name(p, proposals[other])))
            {
                other = other < 0 ? i : other;
                others++;
            }
            else return false;
        }
        return ones >= Fewest && others >= Fewest && (HasName(p, proposals[one]) || HasName(p, proposals[other]));
    }

    static ReadOnlySpan<char> Name(in Passage p, in Proposal turn) => p.SpanOf(turn.Cue.First, turn.Cue.Index).Of(p.Text);

    static bool HasName(in Passage p, in Proposal turn)
    {
        var last = NameLexicon.Of(p.Tokens[turn.Cue.Index - 1]);
        if (p.Tokens[turn.Cue.First].Is(WordClass.Determiner) && (last & NameClass.OrganisationWord) != NameClass.None) return true;
        for (var i = turn.Cue.First; i < turn.Cue.Index; i++)
            if ((NameLexicon.Of(p.Tokens[i]) & (NameClass.First | NameClass.Surname)) != NameClass.None) return true;
        return false;
    }

    /// <summary>The name that a turn opens with; null where the content is no turn.</summary>
    public static TextSpan? Speaker(in Passage p, in Proposal content)
    {
        if (content.Likelihood < Proposal.Certain || content.HasLeft) return null;
        var first = p.FirstWord(content.Cue.First, content.Cue.Index);
        return p.SpanOf(first, content.Cue.Index);
    }

    static int Colon(in Passage p, int first, int end, ref bool titled)
    {
        while (first < end && p.Tokens[first].Is(WordClass.DoubleMark | WordClass.SingleMark)) first++;
        var capitals = true;
        for (var i = first; i < end && i <= first + LongestName; i++)
        {
            ref readonly var token = ref p.Tokens[i];
            if (token.Is(WordClass.Colon))
            {
                titled |= i > first && !capitals;
                return i > first ? i : 0;
            }
            if (i == first && token.Length == 1 && p.Text[token.Start] is 'Q' or 'A') continue;
            if (token.Kind != TokenKind.Word || !token.IsCapitalised) return 0;
            capitals &= token.Shape == WordShape.Upper || token.Is(WordClass.Title);
        }
        return 0;
    }
}
