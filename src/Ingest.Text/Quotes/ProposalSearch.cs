using Ingest.Text.Quotes.Learning;

namespace Ingest.Text.Quotes;

/// <summary>
/// Scores every content that the rules allow for a cue, and none, which has no weights. The scores are logarithms of odds; from them comes
/// how likely each content is. The one given is not the likeliest but the one that most of the likelihood agrees with (half of the words shared,
/// or nearly all), so that a doubtful boundary costs little. Kept and used again.
/// </summary>
sealed class ProposalSearch(Weights weights)
{
    /// <summary>In logarithms of odds: one chance in eight.</summary>
    public const float FilterThreshold = -2f;

    // Contents less likely than the likeliest by this much (in logarithms) do not vote.
    const float Window = 5f;
    const int MaxVotes = 12;

    // Layouts, and starts and ends together, that are so much worse than the best are left out.
    const float Hopeless = 4f;
    const float PartWindow = 5f;
    const int MaxSide = 4;

    readonly ContentCandidates candidates = new();
    readonly int[] starts = new int[32];
    readonly int[] ends = new int[32];
    readonly Part right = new(512);
    readonly Part left = new(256);
    readonly Part tail = new(256);
    readonly Vote[] votes = new Vote[1024];
    int count;

    record struct Vote(Layout Layout, int LeftFirst, int LeftLast, int RightFirst, int RightLast, float Weight);

    /// <summary>Whether the word is worth a search, in a few dozen additions.</summary>
    public bool Passes(in Passage p, in CueView cue)
    {
        var sum = weights.NewSum();
        CueFeatures.AddFew(ref sum, p, cue, Templates.Filter);
        return sum.Total * weights.Scale > FilterThreshold;
    }

    /// <summary>The best content for a cue; its likelihood is 0 where there is none at all.</summary>
    /// <param name="taken">For each token whether another content has it; empty where none has.</param>
    public Proposal Best(in Passage p, in CueView cue, ReadOnlySpan<bool> taken)
    {
        candidates.Fill(p, cue);
        var sum = weights.NewSum();
        CueFeatures.Add(ref sum, p, cue, Templates.Cue);
        var cueScore = sum.Total * weights.Scale;
        var about = new ContentFeatures.Surroundings(p, cue);
        float rightLayout = LayoutScore(cue, about, Layout.Right), leftLayout = LayoutScore(cue, about, Layout.Left), bothLayout = LayoutScore(cue, about, Layout.Both);
        var top = MathF.Max(rightLayout, MathF.Max(leftLayout, bothLayout));
        right.Clear();
        left.Clear();
        tail.Clear();
        var needsTail = bothLayout > top - Hopeless && candidates.TailStarts.Count > 0 && candidates.LeftEnds.Count > 0;
        if (rightLayout > top - Hopeless || needsTail) ScoreEnds(p, cue, candidates.RightEnds, Templates.RightEnd);
        if (rightLayout > top - Hopeless) Fill(right, p, cue, candidates.RightStarts, candidates.RightEnds, Templates.RightStart, Templates.RightSpan, taken);
        if (needsTail) Fill(tail, p, cue, candidates.TailStarts, candidates.RightEnds, Templates.TailStart, Templates.TailSpan, taken);
        if ((leftLayout > top - Hopeless || needsTail) && candidates.LeftEnds.Count > 0)
        {
            ScoreEnds(p, cue, candidates.LeftEnds, Templates.LeftEnd);
            Fill(left, p, cue, candidates.LeftStarts, candidates.LeftEnds, Templates.LeftStart, Templates.LeftSpan, taken);
        }

        count = 0;
        if (right.Count > 0)
        {
            var layout = cueScore + rightLayout;
            for (var i = 0; i < right.Count; i++) Add(new Vote(Layout.Right, 0, -1, right.First[i], right.Last[i], layout + right.Score[i]));
        }
        if (left.Count > 0)
        {
            var layout = cueScore + leftLayout;
            for (var i = 0; i < left.Count; i++) Add(new Vote(Layout.Left, left.First[i], left.Last[i], 0, -1, layout + left.Score[i]));
        }
        if (tail.Count > 0 && left.Count > 0)
        {
            var layout = cueScore + bothLayout;
            left.KeepBest(MaxSide);
            tail.KeepBest(MaxSide);
            for (var i = 0; i < left.Count; i++)
                for (var j = 0; j < tail.Count; j++)
                    Add(new Vote(Layout.Both, left.First[i], left.Last[i], tail.First[j], tail.Last[j], layout + left.Score[i] + tail.Score[j]));
        }
        return Elect(p, cue);
    }

    Proposal Elect(in Passage p, in CueView cue)
    {
        var none = new Proposal(cue, Layout.Right, 0, -1, 0, -1, 0);
        if (count == 0) return none;
        var top = float.NegativeInfinity;
        for (var i = 0; i < count; i++) top = MathF.Max(top, votes[i].Weight);
        var total = MathF.Exp(-top);
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            if (votes[i].Weight < top - Window) continue;
            var vote = votes[i] with { Weight = MathF.Exp(votes[i].Weight - top) };
            total += vote.Weight;
            votes[kept++] = vote;
        }
        count = kept;
        if (count > MaxVotes)
        {
            votes.AsSpan(0, count).Sort((a, b) => b.Weight.CompareTo(a.Weight));
            count = MaxVotes;
        }
        var best = none;
        var bestValue = 0f;
        for (var i = 0; i < count; i++)
        {
            float soft = 0, strict = 0;
            for (var j = 0; j < count; j++)
            {
                var shared = i == j ? 1 : Agreement(p, votes[i], votes[j]);
                if (shared >= 0.5f) soft += votes[j].Weight;
                if (shared >= 0.9f) strict += votes[j].Weight;
            }
            var value = soft + Strictness * strict;
            if (value <= bestValue) continue;
            bestValue = value;
            var v = votes[i];
            best = new Proposal(cue, v.Layout, v.LeftFirst, v.LeftLast, v.RightFirst, v.RightLast, soft / total);
        }
        return best;
    }

    // What an agreement in nearly all words counts beside one in half of them.
    const float Strictness = 3f;

    // Jaccard, over code units: near enough to letters.
    static float Agreement(in Passage p, in Vote a, in Vote b)
    {
        int shared = 0, all = 0;
        Overlap(p, a.LeftFirst, a.LeftLast, b.LeftFirst, b.LeftLast, ref shared, ref all);
        Overlap(p, a.RightFirst, a.RightLast, b.RightFirst, b.RightLast, ref shared, ref all);
        return shared / (float)(all - shared);
    }

    static void Overlap(in Passage p, int first, int last, int otherFirst, int otherLast, ref int shared, ref int all)
    {
        if (last >= first) all += p.Tokens[last].End - p.Tokens[first].Start;
        if (otherLast >= otherFirst) all += p.Tokens[otherLast].End - p.Tokens[otherFirst].Start;
        int from = Math.Max(first, otherFirst), to = Math.Min(last, otherLast);
        if (to >= from && last >= first && otherLast >= otherFirst) shared += p.Tokens[to].End - p.Tokens[from].Start;
    }

    void Add(in Vote vote)
    {
        if (count < votes.Length) votes[count++] = vote;
    }

    float LayoutScore(in CueView cue, in ContentFeatures.Surroundings about, Layout layout)
    {
        var sum = weights.NewSum();
        ContentFeatures.AddLayout(ref sum, cue, about, layout, Templates.Layout);
        return sum.Total * weights.Scale;
    }

    void ScoreEnds(in Passage p, in CueView cue, Boundaries last, Template template)
    {
        for (var i = 0; i < last.Count; i++)
        {
            var sum = weights.NewSum();
            ContentFeatures.AddEnd(ref sum, p, cue, last[i], last.Region(i), template);
            ends[i] = sum.Total;
        }
    }

    // Pairs whose start or end is far worse than the best one are not looked at as a whole.
    void Fill(Part part, in Passage p, in CueView cue, Boundaries first, Boundaries last, Template startTemplate, Template spanTemplate, ReadOnlySpan<bool> taken)
    {
        var topStart = int.MinValue;
        for (var i = 0; i < first.Count; i++)
        {
            var sum = weights.NewSum();
            ContentFeatures.AddStart(ref sum, p, cue, first[i], first.Region(i), startTemplate);
            starts[i] = sum.Total;
            topStart = Math.Max(topStart, sum.Total);
        }
        var topEnd = int.MinValue;
        for (var j = 0; j < last.Count; j++) topEnd = Math.Max(topEnd, ends[j]);
        var window = (int)(PartWindow / weights.Scale);
        for (var i = 0; i < first.Count; i++)
            for (var j = 0; j < last.Count; j++)
            {
                if (starts[i] + ends[j] < topStart + topEnd - window) continue;
                if (!ContentCandidates.Fits(cue, first[i], first.Region(i), last[j], last.Region(j))) continue;
                if (!taken.IsEmpty && taken[first[i]..(last[j] + 1)].Contains(true)) continue;
                var sum = weights.NewSum();
                ContentFeatures.AddSpan(ref sum, p, cue, first[i], last[j], last.Region(j), spanTemplate);
                part.Add(first[i], last[j], (starts[i] + ends[j] + sum.Total) * weights.Scale);
            }
    }

    /// <summary>The scored contents of one side.</summary>
    sealed class Part(int capacity)
    {
        public int[] First { get; } = new int[capacity];

        public int[] Last { get; } = new int[capacity];

        public float[] Score { get; } = new float[capacity];

        public int Count { get; private set; }

        public void Clear() => Count = 0;

        public void Add(int first, int last, float score)
        {
            if (Count == First.Length) return;
            (First[Count], Last[Count], Score[Count]) = (first, last, score);
            Count++;
        }

        /// <summary>Leaves the best few, in order.</summary>
        public void KeepBest(int few)
        {
            few = Math.Min(few, Count);
            for (var i = 0; i < few; i++)
            {
                var best = i;
                for (var j = i + 1; j < Count; j++)
                    if (Score[j] > Score[best]) best = j;
                (First[i], First[best]) = (First[best], First[i]);
                (Last[i], Last[best]) = (Last[best], Last[i]);
                (Score[i], Score[best]) = (Score[best], Score[i]);
            }
            Count = few;
        }
    }
}
