using Ingest.Text.Quotes.Learning;

namespace Ingest.Text.Quotes;

/// <summary>Scores the phrases about a cue and gives the one that is its source. Kept and used again.</summary>
sealed class SourceSearch(Weights weights)
{
    readonly SourceCandidates candidates = new();

    /// <summary>The source of a content; null where there is none.</summary>
    public TextSpan? Best(in Passage p, in Proposal content)
    {
        candidates.Fill(p, content);
        var none = weights.NewSum();
        SourceFeatures.AddNone(ref none, p, content, Templates.Source);
        var best = none.Total;
        SourceCandidate? source = null;
        for (var i = 0; i < candidates.Count; i++)
        {
            var sum = weights.NewSum();
            SourceFeatures.Add(ref sum, p, content, candidates[i], Templates.Source);
            if (sum.Total <= best) continue;
            best = sum.Total;
            source = candidates[i];
        }
        return source is { } found && SourceEdges.Whole(p, content, found) is { } whole ? p.SpanOf(whole.First, whole.End) : null;
    }
}
