using Ingest.Text;
using Ingest.Text.Articles;

namespace Ingest.Storage.Reading;

/// <summary>A quote as stored, with what is needed to show it without its article.</summary>
/// <param name="ArticleId">The article's key.</param>
/// <param name="Number">Its place among the article's quotes, from 0.</param>
/// <param name="Speaker">The speaker's fullest name; null where the article does not tell.</param>
/// <param name="Slug">The speaker's key; null where unnamed or unknown.</param>
/// <param name="Mention">The words it is attributed to where it stands (<c>he</c>).</param>
/// <param name="Spans">UTF-16 code units into the article's text, end exclusive.</param>
public sealed record StoredQuote(
    string ArticleId,
    int Number,
    DateOnly Date,
    string Title,
    string? Url,
    string? Source,
    QuoteType Type,
    string Text,
    string? Cue,
    string? Speaker,
    string? Slug,
    string? Role,
    bool Named,
    string? Mention,
    IReadOnlyList<TextSpan> Spans,
    TextSpan? SpeakerSpan,
    TextSpan? CueSpan,
    IReadOnlyList<TextSpan> Fragments);

/// <summary>Which quotes are wanted; what is null does not narrow. Newest first.</summary>
/// <param name="Speaker">A speaker's slug.</param>
/// <param name="Date">One day.</param>
/// <param name="Mentions">Slug of a person whom the quote's words name.</param>
/// <param name="Saying">Words of a quote: every place where these words stand.</param>
public sealed record QuoteQuery(
    string? Speaker = null,
    DateOnly? Date = null,
    DateOnly? From = null,
    DateOnly? To = null,
    QuoteType? Type = null,
    string? Mentions = null,
    string? Saying = null);
