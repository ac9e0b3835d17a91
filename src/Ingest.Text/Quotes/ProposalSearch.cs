using Ingest.Text.Quotes.Learning;

namespace Ingest.Text.Quotes;

/// <summary>Scores every content that the rules allow for a cue, and gives the best. Kept and used again.</summary>
sealed class ProposalSearch(Weights weights)
{
    readonly ContentCandidates candidates = new();
    readonly int[] starts = new int[32];
    readonly int[] ends = new int[32];

    /// <summary>Whether the word is worth a search, in a few dozen additions.</summary>
    public bool Passes(in Passage p, in CueView cue)
    {
        var sum = weights.NewSum();
        CueFeatures.Add(ref sum, p, cue, Templates.Filter);
        return sum.Total * weights.Scale > FilterThreshold;
    }

    /// <summary>In logarithms of odds: one chance in fifty.</summary>
    public const float FilterThreshold = -3.9f;

    /// <summary>The best content for a cue.</summary>
    /// <param name="taken">For each token whether another content has it; empty where none has.</param>
    public Proposal Best(in Passage p, in CueView cue, ReadOnlySpan<bool> taken)
    {
        candidates.Fill(p, cue);
        var sum = weights.NewSum();
        CueFeatures.Add(ref sum, p, cue, Templates.Cue);
        var right = BestPart(p, cue, candidates.RightStarts, candidates.RightEnds, Templates.RightStart, Templates.RightEnd, Templates.RightSpan, taken);
        var left = BestPart(p, cue, candidates.LeftStarts, candidates.LeftEnds, Templates.LeftStart, Templates.LeftEnd, Templates.LeftSpan, taken);
        var best = new Proposal(cue, Layout.Right, 0, -1, 0, -1, int.MinValue);
        if (right.Score > int.MinValue) Take(ref best, p, cue, Layout.Right, default, right, sum.Total + right.Score);
        if (left.Score == int.MinValue) return best;
        Take(ref best, p, cue, Layout.Left, left, default, sum.Total + left.Score);
        if (candidates.TailStarts.Count == 0) return best;
        var tail = BestPart(p, cue, candidates.TailStarts, candidates.RightEnds, Templates.TailStart, Templates.TailEnd, Templates.TailSpan, taken);
        if (tail.Score > int.MinValue) Take(ref best, p, cue, Layout.Both, left, tail, sum.Total + left.Score + tail.Score);
        return best;
    }

    void Take(ref Proposal best, in Passage p, in CueView cue, Layout layout, (int First, int Last, int Score) left, (int First, int Last, int Score) right, int score)
    {
        var sum = weights.NewSum();
        ContentFeatures.AddLayout(ref sum, p, cue, (int)layout, Templates.Layout);
        score += sum.Total;
        if (score > best.Score) best = new Proposal(cue, layout, left.First, left.Last, right.First, right.Last, score);
    }

    (int First, int Last, int Score) BestPart(in Passage p, in CueView cue, Boundaries first, Boundaries last, int startTemplate, int endTemplate, int spanTemplate,
        ReadOnlySpan<bool> taken)
    {
        var best = (First: 0, Last: -1, Score: int.MinValue);
        for (var i = 0; i < first.Count; i++)
        {
            var sum = weights.NewSum();
            ContentFeatures.AddStart(ref sum, p, cue, first[i], first.Region(i), startTemplate);
            starts[i] = sum.Total;
        }
        for (var i = 0; i < last.Count; i++)
        {
            var sum = weights.NewSum();
            ContentFeatures.AddEnd(ref sum, p, cue, last[i], last.Region(i), endTemplate);
            ends[i] = sum.Total;
        }
        for (var i = 0; i < first.Count; i++)
            for (var j = 0; j < last.Count; j++)
            {
                if (!ContentCandidates.Fits(cue, first[i], first.Region(i), last[j], last.Region(j))) continue;
                if (!taken.IsEmpty && taken[first[i]..(last[j] + 1)].Contains(true)) continue;
                var sum = weights.NewSum();
                ContentFeatures.AddSpan(ref sum, p, cue, first[i], last[j], last.Region(j), spanTemplate);
                var score = starts[i] + ends[j] + sum.Total;
                if (score > best.Score) best = (first[i], last[j], score);
            }
        return best;
    }
}
