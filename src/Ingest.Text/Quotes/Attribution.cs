using Ingest.Text.Articles;

namespace Ingest.Text.Quotes;

/// <summary>A quote as it was found in the text, before anybody knows who the mention means.</summary>
sealed record Attribution
{
    /// <summary>The content: as <see cref="Quote.Spans"/>.</summary>
    public required TextSpan[] Content { get; init; }

    /// <summary>How much of it stands in quotation marks.</summary>
    public required QuoteType Type { get; init; }

    /// <summary>The words that report it; null for a quote that floats.</summary>
    public TextSpan? Cue { get; init; }

    /// <summary>
    /// The mention it is attributed to, a noun phrase or pronoun (<c>he</c>, <c>Mr. Stoltenberg</c>, <c>a senior official</c>). For a quote
    /// that floats, the mention that its speaker had last; null where there is none.
    /// </summary>
    public TextSpan? Source { get; init; }

    /// <summary>As <see cref="Quote.Fragments"/>.</summary>
    public TextSpan[] Fragments { get; init; } = [];
}
