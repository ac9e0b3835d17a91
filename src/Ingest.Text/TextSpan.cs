namespace Ingest.Text;

/// <summary>
/// A stretch of a text: UTF-16 code units from <see cref="Start"/> up to, not including, <see cref="End"/>.
/// Text is passed as spans of the one decoded string, so that every result can be put back where it stands.
/// </summary>
/// <param name="Start">First code unit, from 0.</param>
/// <param name="End">One past the last code unit; never less than <paramref name="Start"/>.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Number of code units.</summary>
    public int Length => End - Start;

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => End <= Start;

    /// <summary>Whether <paramref name="position"/> stands in it.</summary>
    public bool Contains(int position) => position >= Start && position < End;

    /// <summary>Whether the whole of <paramref name="other"/> stands in it.</summary>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    /// <summary>What it cuts out of <paramref name="text"/>.</summary>
    public ReadOnlySpan<char> Of(ReadOnlySpan<char> text) => text[Start..End];
}
