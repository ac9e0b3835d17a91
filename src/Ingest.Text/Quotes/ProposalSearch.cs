using System.Numerics;
using System.Runtime.Intrinsics;
using Ingest.Text.Quotes.Learning;

namespace Ingest.Text.Quotes;

/// <summary>
/// Scores every content that the rules allow for a cue, and none, which has no weights. The scores are logarithms of odds; from them comes
/// how likely each content is, and <see cref="Election"/> chooses. Kept and used again.
/// </summary>
sealed class ProposalSearch(Weights weights)
{
    /// <summary>In logarithms of odds: one chance in six.</summary>
    public const float FilterThreshold = -1.5f;

    // Layouts, and starts and ends together, that are so much worse than the best are left out.
    const float Hopeless = 3f;
    const float PartWindow = 3.5f;
    const int MaxSide = 4;

    readonly ContentCandidates candidates = new();
    readonly int[] starts = new int[32];
    readonly int[] ends = new int[32];
    readonly Sums startSums = new(weights.Hidden);
    readonly Sums endSums = new(weights.Hidden);
    HiddenLayer.Observed observedCue = new();
    HiddenLayer.Sum cueSum;
    readonly Part right = new(512);
    readonly Part left = new(256);
    readonly Part tail = new(256);
    readonly Election election = new();

    /// <summary>Whether the word is worth a search, in a few dozen additions.</summary>
    public bool Passes(in Passage p, in CueCandidate cue)
    {
        var sum = weights.NewSum();
        CueFeatures.AddFew(ref sum, p, cue, Templates.Filter);
        return sum.Total * weights.Scale > FilterThreshold;
    }

    /// <summary>The best content for a cue; its likelihood is 0 where there is none at all.</summary>
    /// <param name="taken">For each token whether another content has it; empty where none has.</param>
    /// <param name="least">What is less likely than this need not be found.</param>
    public Proposal Best(in Passage p, in CueCandidate cue, ReadOnlySpan<bool> taken, float least)
    {
        candidates.Fill(p, cue);
        var about = new Surroundings(p, cue);
        var sum = weights.NewSum();
        CueFeatures.Add(ref sum, p, cue, about.Quotes, Templates.Cue);
        var cueScore = sum.Total * weights.Scale;
        ContentFeatures.AddCue(ref observedCue, p, cue, about);
        cueSum = weights.Hidden.SumUp(observedCue);
        float rightLayout = LayoutScore(cue, about, Layout.Right), leftLayout = LayoutScore(cue, about, Layout.Left), bothLayout = LayoutScore(cue, about, Layout.Both);
        var top = MathF.Max(rightLayout, MathF.Max(leftLayout, bothLayout));
        right.Clear();
        left.Clear();
        tail.Clear();
        // A word of a quote interrupts no quote: `"I have been asked to go."`
        var needsTail = p.Inside[cue.Index] == 0 && bothLayout > top - Hopeless && candidates.TailStarts.Count > 0 && candidates.LeftEnds.Count > 0;
        if (rightLayout > top - Hopeless || needsTail) ScoreEnds(p, cue, about, candidates.RightEnds, Templates.Right);
        if (rightLayout > top - Hopeless) Fill(right, p, cue, about, candidates.RightStarts, candidates.RightEnds, Templates.Right, taken);
        if (needsTail) Fill(tail, p, cue, about, candidates.TailStarts, candidates.RightEnds, Templates.Tail, taken);
        if ((leftLayout > top - Hopeless || needsTail) && candidates.LeftEnds.Count > 0)
        {
            ScoreEnds(p, cue, about, candidates.LeftEnds, Templates.Left);
            Fill(left, p, cue, about, candidates.LeftStarts, candidates.LeftEnds, Templates.Left, taken);
        }

        election.Clear();
        for (var i = 0; i < right.Count; i++) election.AddRight(right.First[i], right.Last[i], cueScore + rightLayout + right.Score[i]);
        for (var i = 0; i < left.Count; i++) election.AddLeft(left.First[i], left.Last[i], cueScore + leftLayout + left.Score[i]);
        if (tail.Count > 0 && left.Count > 0)
        {
            left.KeepBest(MaxSide);
            tail.KeepBest(MaxSide);
            for (var i = 0; i < left.Count; i++)
                for (var j = 0; j < tail.Count; j++)
                    election.AddBoth(left.First[i], left.Last[i], tail.First[j], tail.Last[j], cueScore + bothLayout + left.Score[i] + tail.Score[j]);
        }
        return election.Elect(p, cue, least);
    }

    float LayoutScore(in CueCandidate cue, in Surroundings about, Layout layout)
    {
        var sum = weights.NewSum();
        ContentFeatures.AddLayout(ref sum, cue, about, layout, Templates.Layout);
        return sum.Total * weights.Scale;
    }

    void ScoreEnds(in Passage p, in CueCandidate cue, in Surroundings about, Boundaries last, SideTemplates templates)
    {
        for (var i = 0; i < last.Count; i++)
        {
            var sum = weights.NewSum();
            ContentFeatures.AddEnd(ref sum, ref endSums.New(i), p, cue, about, last[i], last.Region(i), templates);
            ends[i] = sum.Total;
        }
    }

    // Pairs whose start or end is far worse than the best one are not looked at as a whole.
    void Fill(Part part, in Passage p, in CueCandidate cue, in Surroundings about, Boundaries first, Boundaries last, SideTemplates templates, ReadOnlySpan<bool> taken)
    {
        var topStart = int.MinValue;
        for (var i = 0; i < first.Count; i++)
        {
            var sum = weights.NewSum();
            ContentFeatures.AddStart(ref sum, ref startSums.New(i), p, cue, about, first[i], first.Region(i), templates);
            starts[i] = sum.Total;
            topStart = Math.Max(topStart, sum.Total);
        }
        var topEnd = int.MinValue;
        for (var j = 0; j < last.Count; j++) topEnd = Math.Max(topEnd, ends[j]);
        var least = topStart + topEnd - (int)(PartWindow / weights.Scale);
        for (var i = 0; i < first.Count; i++)
        {
            if (starts[i] + topEnd < least) continue;
            for (var likely = AtLeast(ends, least - starts[i]) & (1u << last.Count) - 1; likely != 0; likely &= likely - 1)
            {
                var j = BitOperations.TrailingZeroCount(likely);
                if (!ContentCandidates.Fits(cue, first[i], first.Region(i), last[j], last.Region(j))) continue;
                if (!taken.IsEmpty && taken[first[i]..(last[j] + 1)].Contains(true)) continue;
                var together = weights.Hidden.Score(cueSum, startSums[i], endSums[j], templates.Part);
                part.Add(first[i], last[j], (starts[i] + ends[j]) * weights.Scale + together * weights.Hidden.Scale);
            }
        }
    }

    // A bit for each of the 32 scores, the first lowest: whether it is no less.
    static uint AtLeast(int[] scores, int least)
    {
        var bound = Vector512.Create(least);
        return (uint)(Vector512.GreaterThanOrEqual(Vector512.Create(scores), bound).ExtractMostSignificantBits()
            | Vector512.GreaterThanOrEqual(Vector512.Create(scores, Vector512<int>.Count), bound).ExtractMostSignificantBits() << Vector512<int>.Count);
    }

    /// <summary>The sums of up to 32 places, each made when it is first asked for.</summary>
    sealed class Sums(HiddenLayer hidden)
    {
        readonly HiddenLayer.Observed[] observed = [.. Enumerable.Range(0, 32).Select(_ => new HiddenLayer.Observed())];
        readonly HiddenLayer.Sum[] sums = new HiddenLayer.Sum[32];
        uint made;

        /// <summary>Where to observe a place anew.</summary>
        public ref HiddenLayer.Observed New(int place)
        {
            made &= ~(1u << place);
            return ref observed[place];
        }

        public ref readonly HiddenLayer.Sum this[int place]
        {
            get
            {
                if ((made >> place & 1) == 0)
                {
                    sums[place] = hidden.SumUp(observed[place]);
                    made |= 1u << place;
                }
                return ref sums[place];
            }
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
