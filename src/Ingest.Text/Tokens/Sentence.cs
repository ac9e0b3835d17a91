namespace Ingest.Text.Tokens;

/// <summary>A sentence: the tokens from <paramref name="First"/> up to, not including, <paramref name="End"/>.</summary>
/// <param name="First">Index of the first token.</param>
/// <param name="End">One past the last token.</param>
/// <param name="Paragraph">0 for the headline, from 1 for the body's paragraphs.</param>
readonly record struct Sentence(int First, int End, int Paragraph)
{
    /// <summary>Which of the sentences has a token; they are in order.</summary>
    public static int IndexOf(ReadOnlySpan<Sentence> sentences, int token)
    {
        int low = 0, high = sentences.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            if (sentences[middle].First <= token) low = middle;
            else high = middle - 1;
        }
        return low;
    }
}
