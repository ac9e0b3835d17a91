namespace Ingest.Text.Quotes;

/// <summary>Words in quotation marks: the tokens from <paramref name="First"/> up to <paramref name="End"/>, the marks left out.</summary>
/// <param name="Paragraph">As in <see cref="Tokens.Sentence"/>.</param>
/// <param name="Closed">Whether a mark closes it; otherwise it runs to its paragraph's end.</param>
readonly record struct QuotedSpan(int First, int End, int Paragraph, bool Closed);
