namespace Ingest.Text.Tokens;

/// <summary>A sentence: the tokens from <paramref name="First"/> up to, not including, <paramref name="End"/>.</summary>
/// <param name="First">Index of the first token.</param>
/// <param name="End">One past the last token.</param>
/// <param name="Paragraph">0 for the headline, from 1 for the body's paragraphs.</param>
readonly record struct Sentence(int First, int End, int Paragraph)
{
    /// <summary>Number of tokens, from 1.</summary>
    public int Count => End - First;
}
