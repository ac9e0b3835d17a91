namespace Ingest.Text.Quotes;

/// <summary>On which side of its cue a content stands.</summary>
enum Layout
{
    /// <summary><c>He said it rains.</c></summary>
    Right,

    /// <summary><c>It rains, he said.</c></summary>
    Left,

    /// <summary><c>It rains, he said, and pours.</c></summary>
    Both,
}

/// <summary>A content for a cue, by first and last words.</summary>
/// <param name="Cue">The cue.</param>
/// <param name="Layout">Which of the two parts there are.</param>
/// <param name="LeftFirst">First word of the part on the left.</param>
/// <param name="LeftLast">Its last word.</param>
/// <param name="RightFirst">First word of the part on the right.</param>
/// <param name="RightLast">Its last word.</param>
/// <param name="Likelihood">How likely it is to agree with what a careful reader would mark, from 0 to 1; <see cref="Certain"/> where a rule proposes it.</param>
readonly record struct Proposal(CueCandidate Cue, Layout Layout, int LeftFirst, int LeftLast, int RightFirst, int RightLast, float Likelihood)
{
    /// <summary>The likelihood of what a rule proposes: more than any that is weighed.</summary>
    public const float Certain = 2f;

    /// <summary>Whether it has a part on the left.</summary>
    public bool HasLeft => Layout != Layout.Right;

    /// <summary>Whether it has a part on the right.</summary>
    public bool HasRight => Layout != Layout.Left;

    /// <summary>Its first word.</summary>
    public int First => HasLeft ? LeftFirst : RightFirst;

    /// <summary>Its last word.</summary>
    public int Last => HasRight ? RightLast : LeftLast;

    /// <summary>Whether a word is one of its own.</summary>
    public bool Has(int word) => HasLeft && word >= LeftFirst && word <= LeftLast || HasRight && word >= RightFirst && word <= RightLast;

    /// <summary>Adds its one or two parts, each from its first to its last word.</summary>
    public void AddParts(List<(int First, int Last)> parts)
    {
        if (HasLeft) parts.Add((LeftFirst, LeftLast));
        if (HasRight) parts.Add((RightFirst, RightLast));
    }
}
