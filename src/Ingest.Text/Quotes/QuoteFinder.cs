using System.Buffers;
using Ingest.Text.Quotes.Learning;
using Ingest.Text.Tokens;

namespace Ingest.Text.Quotes;

/// <summary>Finds who is reported to have said what: cues, their contents, the mentions beside them.</summary>
sealed class QuoteFinder
{
    /// <summary>Looks at what no cue has.</summary>
    public delegate void LeftOver(in Passage passage, in FloatingQuote quote, in Proposal before);

    /// <summary>How likely a content must be; chosen by cross-validation for the best F1.</summary>
    public const float Caution = 0.37f;

    readonly float caution;
    readonly ProposalSearch search;
    readonly SourceSearch sources;
    readonly FloatingQuotes floating;
    readonly ContentSpans contents = new();
    readonly List<Proposal> proposals = [];
    readonly List<Proposal> accepted = [];

    /// <summary>A finder that decides by <paramref name="weights"/>.</summary>
    public QuoteFinder(Weights weights, float caution = Caution)
    {
        this.caution = caution;
        search = new ProposalSearch(weights);
        sources = new SourceSearch(weights);
        floating = new FloatingQuotes(weights, sources);
    }

    [ThreadStatic]
    static QuoteFinder? shared;

    /// <summary>The finder of this thread, with the weights that the library carries.</summary>
    public static QuoteFinder Shared => shared ??= new QuoteFinder(Weights.Embedded);

    /// <summary>The attributions of a text, in the order in which their contents begin; no two contents share a word.</summary>
    public List<Attribution> Find(TokenizedText text) => Find(text, null);

    /// <summary>As <see cref="Find(TokenizedText)"/>, and shows what was left over; for training.</summary>
    public List<Attribution> Find(TokenizedText text, LeftOver? look)
    {
        using var marks = QuotationMarks.Of(text);
        using var notes = WordNotes.Of(text);
        using var spans = SpanNotes.Of(text, marks, notes);
        var count = text.Tokens.Length;
        var taken = ArrayPool<bool>.Shared.Rent(count);
        taken.AsSpan(0, count).Clear();
        try
        {
            var passage = new Passage(text, marks, notes, spans);
            Propose(passage);
            Accept(passage, taken.AsSpan(0, count));
            var attributions = Attribute(passage);
            if (look is not null) Show(passage, taken.AsSpan(0, count), look);
            floating.Add(passage, taken.AsSpan(0, count), accepted, attributions, contents);
            attributions.Sort((a, b) => a.Content[0].Start.CompareTo(b.Content[0].Start));
            return attributions;
        }
        finally
        {
            ArrayPool<bool>.Shared.Return(taken);
        }
    }

    void Show(in Passage p, ReadOnlySpan<bool> taken, LeftOver look)
    {
        var left = new List<FloatingQuote>();
        FloatingQuotes.Collect(p, taken, accepted, left);
        foreach (var quote in left) look(p, quote, quote.Before < 0 ? default : accepted[quote.Before]);
    }

    void Propose(in Passage p)
    {
        proposals.Clear();
        TranscriptTurns.Add(p, proposals);
        SignedQuotes.Add(p, proposals);
        var budget = new SearchBudget();
        foreach (var cue in new CueScan(p))
            if (search.Passes(p, cue) && budget.Take(cue) && search.Best(p, cue, [], caution * QuotedShare) is var proposal && proposal.Likelihood >= caution * QuotedShare) proposals.Add(proposal);
    }

    // The surest first; one that comes too late looks again among the words that are left.
    void Accept(in Passage p, Span<bool> taken)
    {
        accepted.Clear();
        proposals.Sort((a, b) => a.Likelihood != b.Likelihood ? b.Likelihood.CompareTo(a.Likelihood) : a.Cue.Index.CompareTo(b.Cue.Index));
        foreach (var proposal in proposals)
        {
            if (taken[proposal.Cue.Index]) continue;
            var content = proposal;
            if (Overlaps(content, taken)) content = search.Best(p, proposal.Cue, taken, caution * QuotedShare);
            if (content.Likelihood < (IsQuoted(p, content) ? caution * QuotedShare : caution)) continue;
            if (content.HasLeft) taken[content.LeftFirst..(content.LeftLast + 1)].Fill(true);
            if (content.HasRight) taken[content.RightFirst..(content.RightLast + 1)].Fill(true);
            accepted.Add(content);
        }
        accepted.Sort((a, b) => a.First.CompareTo(b.First));
    }

    // Words in quotation marks are somebody's, most likely; less is asked of their cue.
    const float QuotedShare = 0.5f;

    static bool IsQuoted(in Passage p, in Proposal content) =>
        content.HasLeft && HasMarks(p, content.LeftFirst, content.LeftLast) || content.HasRight && HasMarks(p, content.RightFirst, content.RightLast);

    // Whether words in quotation marks stand among those from first to last; a long content is looked at from its ends.
    static bool HasMarks(in Passage p, int first, int last)
    {
        for (var i = first; i <= last && i < first + LongestLook; i++)
            if (p.Inside[i] != 0) return true;
        return last >= first && p.Inside[last] != 0;
    }

    const int LongestLook = 100;

    static bool Overlaps(in Proposal content, ReadOnlySpan<bool> taken) =>
        content.HasLeft && taken[content.LeftFirst..(content.LeftLast + 1)].Contains(true)
        || content.HasRight && taken[content.RightFirst..(content.RightLast + 1)].Contains(true);

    List<Attribution> Attribute(in Passage p)
    {
        var attributions = new List<Attribution>(accepted.Count);
        foreach (var content in accepted)
        {
            var cue = p.Tokens[content.Cue.Index].Span;
            var source = TranscriptTurns.Speaker(p, content) ?? SignedQuotes.Speaker(p, content) ?? sources.Best(p, content);
            attributions.Add(contents.Attribution(p, content, cue, source));
        }
        return attributions;
    }
}
