namespace Ingest.Text.Articles;

/// <summary>How much of a quote stands in quotation marks.</summary>
public enum QuoteType
{
    /// <summary>All of it.</summary>
    Direct,

    /// <summary>Some words of a reported clause (<see cref="Quote.Fragments"/>).</summary>
    Mixed,

    /// <summary>Nothing: reported speech.</summary>
    Indirect,
}

/// <summary>What somebody is reported to have said or written.</summary>
public sealed record Quote
{
    /// <summary>
    /// Where it stands: one span, or several where its own attribution interrupts it; in order, none empty, none
    /// overlapping. Quotation marks around a direct quote are not part of it.
    /// </summary>
    public required IReadOnlyList<TextSpan> Spans { get; init; }

    /// <summary>What <see cref="Spans"/> cut out of the article's text, joined by one blank.</summary>
    public required string Text { get; init; }

    /// <summary>Direct, mixed or indirect.</summary>
    public required QuoteType Type { get; init; }

    /// <summary>The words that report it (<c>told</c>, <c>according to</c>); null for a quote that floats without one.</summary>
    public string? Cue { get; init; }

    /// <summary>Where the cue stands.</summary>
    public TextSpan? CueSpan { get; init; }

    /// <summary>Who is reported to have said it; null where the article does not tell.</summary>
    public Speaker? Speaker { get; init; }

    /// <summary>The mention it is attributed to where it stands (<c>he</c>, <c>Stoltenberg</c>); null where there is none.</summary>
    public TextSpan? SpeakerSpan { get; init; }

    /// <summary>The words in quotation marks in a mixed quote, marks not included, in order; empty for the other types.</summary>
    public IReadOnlyList<TextSpan> Fragments { get; init; } = [];

    /// <summary>Persons and organisations that the quote's own words name, the speaker left out; each once, in the order they come.</summary>
    public IReadOnlyList<Mentioned> Mentions { get; init; } = [];
}

/// <summary>Somebody whom a quote names.</summary>
/// <param name="Name">The fullest name in the article.</param>
/// <param name="Slug">As <see cref="Speaker.Slug"/>.</param>
public sealed record Mentioned(string Name, string Slug);
