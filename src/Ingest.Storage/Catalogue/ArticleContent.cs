using Ingest.Storage.Keys;
using Ingest.Text;
using Ingest.Text.Articles;

namespace Ingest.Storage.Catalogue;

/// <summary>A version of an article, whole, as its row keeps it. Everything else that is stored of it can be made from this.</summary>
/// <param name="Paragraphs">Like all spans here: start and end, start and end, and so on.</param>
sealed record ArticleContent(
    string Text,
    string? Url,
    DateOnly Date,
    DateFrom DateFrom,
    string Title,
    int[]? TitleSpan,
    string? Dateline,
    string? Source,
    int[] Paragraphs,
    IReadOnlyList<QuoteContent> Quotes)
{
    public static ArticleContent Of(Article article)
    {
        var slugs = new Dictionary<string, string>();
        return new(
            article.Text, article.Url, article.Date, article.DateFrom, article.Title, Span(article.TitleSpan), article.Dateline, article.Source,
            Spans(article.Paragraphs), [.. article.Quotes.Select(Content)]);

        QuoteContent Content(Quote quote) => new(
            Spans(quote.Spans), quote.Type, quote.Cue, Span(quote.CueSpan), quote.Speaker?.Name, quote.Speaker is { Named: true } named ? Slug(named.Slug) : null,
            quote.Speaker?.Role, quote.Speaker?.Kind, Span(quote.SpeakerSpan), Spans(quote.Fragments),
            [.. quote.Mentions.Select(mentioned => Slug(mentioned.Slug)).Distinct()]);

        // A slug is a key. One that breaks its rules gets a name that cannot do harm.
        string Slug(string slug) => slugs.TryGetValue(slug, out var safe) ? safe : slugs[slug] = TableKey.IsSlug(slug) ? slug : "x-" + TableKey.Hash(slug);
    }

    /// <summary>The text of a quote: what its spans cut out, joined by one blank.</summary>
    public string TextOf(QuoteContent quote) => quote.Spans.Length == 2
        ? Text[quote.Spans[0]..quote.Spans[1]]
        : string.Join(' ', Spans(quote.Spans).Select(span => Text[span.Start..span.End]));

    /// <summary>The words a quote is attributed to; null where there are none.</summary>
    public string? MentionOf(QuoteContent quote) => quote.SpeakerSpan is { } span ? Text[span[0]..span[1]] : null;

    public static int[] Spans(IReadOnlyList<TextSpan> spans)
    {
        if (spans.Count == 0) return [];
        var flat = new int[spans.Count * 2];
        for (var i = 0; i < spans.Count; i++) (flat[2 * i], flat[(2 * i) + 1]) = (spans[i].Start, spans[i].End);
        return flat;
    }

    public static IReadOnlyList<TextSpan> Spans(int[] flat)
    {
        if (flat.Length == 0) return [];
        var spans = new TextSpan[flat.Length / 2];
        for (var i = 0; i < spans.Length; i++) spans[i] = new(flat[2 * i], flat[(2 * i) + 1]);
        return spans;
    }

    public static int[]? Span(TextSpan? span) => span is { } s ? [s.Start, s.End] : null;

    public static TextSpan? Span(int[]? flat) => flat is null ? null : new(flat[0], flat[1]);
}

/// <summary>A quote in an <see cref="ArticleContent"/>.</summary>
/// <param name="Slug">Null where the source is unnamed or unknown.</param>
/// <param name="Mentions">Slugs of those whom its words name.</param>
sealed record QuoteContent(
    int[] Spans, QuoteType Type, string? Cue, int[]? CueSpan, string? Speaker, string? Slug, string? Role, SpeakerKind? Kind, int[]? SpeakerSpan, int[] Fragments, string[] Mentions)
{
    public bool Named => Kind is not null and not SpeakerKind.Unnamed;
}
