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
/// <param name="Likelihood">How likely it is to agree with what a careful reader would mark, from 0 to 1.</param>
readonly record struct Proposal(CueView Cue, Layout Layout, int LeftFirst, int LeftLast, int RightFirst, int RightLast, float Likelihood)
{
    /// <summary>Whether it has a part on the left.</summary>
    public bool HasLeft => Layout != Layout.Right;

    /// <summary>Whether it has a part on the right.</summary>
    public bool HasRight => Layout != Layout.Left;
}
