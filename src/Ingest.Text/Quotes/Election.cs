namespace Ingest.Text.Quotes;

/// <summary>
/// Chooses among the scored contents of a cue. Not the likeliest one is given but the one that most of the likelihood agrees with (half of the
/// letters shared, or nearly all), so that a doubtful boundary costs little. Kept and used again.
/// </summary>
sealed class Election
{
    // Contents less likely than the likeliest by this much (in logarithms) do not vote.
    const float Window = 5f;
    const int MaxVotes = 12;

    // What an agreement in nearly all letters counts beside one in half of them.
    const float Strictness = 3f;

    // A content that is likelier by itself wins among those that the others agree with as much.
    const float Own = 0.5f;

    readonly Vote[] votes = new Vote[1024];
    readonly Extent[] extents = new Extent[MaxVotes];
    readonly float[] soft = new float[MaxVotes];
    readonly float[] strict = new float[MaxVotes];
    int count;

    record struct Vote(Layout Layout, int LeftFirst, int LeftLast, int RightFirst, int RightLast, float Weight);

    // The two parts in code units, near enough to letters, and the length of both; a part that is not there is empty.
    readonly record struct Extent(int LeftStart, int LeftEnd, int RightStart, int RightEnd, int Length);

    /// <summary>Forgets all votes.</summary>
    public void Clear() => count = 0;

    /// <summary>Adds a content with one part, on the right.</summary>
    /// <param name="score">The logarithm of its odds against none.</param>
    public void AddRight(int first, int last, float score) => Add(new Vote(Layout.Right, 0, -1, first, last, score));

    /// <summary>Adds a content with one part, on the left.</summary>
    public void AddLeft(int first, int last, float score) => Add(new Vote(Layout.Left, first, last, 0, -1, score));

    /// <summary>Adds a content with two parts.</summary>
    public void AddBoth(int leftFirst, int leftLast, int rightFirst, int rightLast, float score) => Add(new Vote(Layout.Both, leftFirst, leftLast, rightFirst, rightLast, score));

    void Add(in Vote vote)
    {
        if (count < votes.Length) votes[count++] = vote;
    }

    /// <summary>The content elected; its likelihood is 0 where there is none that can be as likely as <paramref name="least"/>.</summary>
    public Proposal Elect(in Passage p, in CueCandidate cue, float least)
    {
        var none = new Proposal(cue, Layout.Right, 0, -1, 0, -1, 0);
        if (count == 0) return none;
        var top = float.NegativeInfinity;
        for (var i = 0; i < count; i++) top = MathF.Max(top, votes[i].Weight);
        var nothing = MathF.Exp(-top);
        var total = nothing;
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            if (votes[i].Weight < top - Window) continue;
            var weight = MathF.Exp(votes[i].Weight - top);
            total += weight;
            votes[kept++] = votes[i] with { Weight = weight };
        }
        count = kept;
        if (total - nothing < least * total) return none;
        if (count > MaxVotes) KeepBest();
        Count(p);
        var best = 0;
        for (var i = 1; i < count; i++)
            if (Value(i) > Value(best)) best = i;
        var v = votes[best];
        return new Proposal(cue, v.Layout, v.LeftFirst, v.LeftLast, v.RightFirst, v.RightLast, soft[best] / total);
    }

    float Value(int vote) => soft[vote] + Strictness * strict[vote] + Own * votes[vote].Weight;

    // The heaviest votes, in order; of equals those that came first.
    void KeepBest()
    {
        for (var i = 1; i < count; i++)
        {
            var vote = votes[i];
            var place = Math.Min(i, MaxVotes);
            if (votes[place - 1].Weight >= vote.Weight) continue;
            for (place = Math.Min(i, MaxVotes - 1); place > 0 && votes[place - 1].Weight < vote.Weight; place--) votes[place] = votes[place - 1];
            votes[place] = vote;
        }
        count = MaxVotes;
    }

    // For each content, the weights of those that agree with it.
    void Count(in Passage p)
    {
        for (var i = 0; i < count; i++)
        {
            extents[i] = Of(p, votes[i]);
            soft[i] = strict[i] = 0;
        }
        for (var i = 0; i < count; i++)
        {
            var weight = votes[i].Weight;
            soft[i] += weight;
            strict[i] += weight;
            for (var j = i + 1; j < count; j++)
            {
                // Jaccard: shared by one or both.
                var shared = Shared(extents[i], extents[j]);
                var either = extents[i].Length + extents[j].Length - shared;
                if (2 * shared < either) continue;
                soft[i] += votes[j].Weight;
                soft[j] += weight;
                if (10L * shared < 9L * either) continue;
                strict[i] += votes[j].Weight;
                strict[j] += weight;
            }
        }
    }

    static Extent Of(in Passage p, in Vote vote)
    {
        int leftStart = 0, leftEnd = 0, rightStart = 0, rightEnd = 0;
        if (vote.Layout != Layout.Right) (leftStart, leftEnd) = (p.Tokens[vote.LeftFirst].Start, p.Tokens[vote.LeftLast].End);
        if (vote.Layout != Layout.Left) (rightStart, rightEnd) = (p.Tokens[vote.RightFirst].Start, p.Tokens[vote.RightLast].End);
        return new(leftStart, leftEnd, rightStart, rightEnd, leftEnd - leftStart + rightEnd - rightStart);
    }

    static int Shared(in Extent a, in Extent b) =>
        Math.Max(0, Math.Min(a.LeftEnd, b.LeftEnd) - Math.Max(a.LeftStart, b.LeftStart))
        + Math.Max(0, Math.Min(a.RightEnd, b.RightEnd) - Math.Max(a.RightStart, b.RightStart));
}
