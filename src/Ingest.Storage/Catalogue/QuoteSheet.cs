using Ingest.Storage.Reading;
using Ingest.Storage.Rows;

namespace Ingest.Storage.Catalogue;

/// <summary>Some quotes of one article, as a row of a list keeps them: what is needed to show them without the article.</summary>
sealed record QuoteSheet(string ArticleId, DateOnly Date, string Title, string? Url, string? Source, IReadOnlyList<QuoteLine> Quotes)
{
    /// <summary>The property that holds it.</summary>
    public const string Property = "Quotes";

    // Uncompressed bytes of a row's sheet: whatever they compress to, the row stays under the service's bound.
    const int MaxBytes = 400_000;

    /// <summary>The quotes, spread over as many sheets as they need; one, perhaps empty, at the least.</summary>
    public static IReadOnlyList<QuoteSheet> Of(string articleId, ArticleContent content, IEnumerable<int> numbers)
    {
        var empty = new QuoteSheet(
            articleId, content.Date, Clip.To(Clip.Title, content.Title), content.Url?.Length <= Clip.Url ? content.Url : null,
            content.Source is null ? null : Clip.To(Clip.Name, content.Source), []);
        var (sheets, lines, bytes) = (new List<QuoteSheet>(), new List<QuoteLine>(), 0);
        foreach (var number in numbers)
        {
            var line = QuoteLine.Of(content, number);
            var more = 300 + (3 * ((line.Text?.Length ?? 0) + (line.Mention?.Length ?? 0) + (line.Cue?.Length ?? 0) + (line.Speaker?.Length ?? 0) + (line.Role?.Length ?? 0)))
                + (12 * (line.Spans.Length + line.Fragments.Length));
            if (lines.Count > 0 && bytes + more > MaxBytes)
            {
                sheets.Add(empty with { Quotes = lines });
                (lines, bytes) = ([], 0);
            }

            lines.Add(line);
            bytes += more;
        }

        sheets.Add(empty with { Quotes = lines });
        return sheets;
    }

    public byte[] Pack() => Packed.Pack(this, StorageJson.Rows.QuoteSheet);

    public static QuoteSheet Unpack(ReadOnlySpan<byte> packed) => Packed.Unpack(packed, StorageJson.Rows.QuoteSheet);

    /// <summary>A quote as readers get it.</summary>
    /// <param name="text">The quote's text where the line leaves it out.</param>
    public StoredQuote Quote(QuoteLine line, string? text = null) => new(
        ArticleId, line.Number, Date, Title, Url, Source, line.Type, line.Text ?? text ?? "", line.Cue, line.Speaker, line.Slug, line.Role, line.Named, line.Mention,
        ArticleContent.Spans(line.Spans), ArticleContent.Span(line.SpeakerSpan), ArticleContent.Span(line.CueSpan), ArticleContent.Spans(line.Fragments));
}

/// <summary>A quote on a <see cref="QuoteSheet"/>.</summary>
/// <param name="Text">Null where it is longer than <see cref="Clip.Quote"/>.</param>
sealed record QuoteLine(
    int Number, Ingest.Text.Articles.QuoteType Type, string? Text, string? Cue, string? Speaker, string? Slug, string? Role, bool Named, string? Mention,
    int[] Spans, int[]? SpeakerSpan, int[]? CueSpan, int[] Fragments)
{
    // A quote of more pieces is cut on lists: an article cannot make a row that does not fit.
    const int MostPieces = 500;

    public static QuoteLine Of(ArticleContent content, int number)
    {
        var quote = content.Quotes[number];
        var text = content.TextOf(quote);
        return new(
            number, quote.Type, text.Length > Clip.Quote ? null : text, Cut(quote.Cue, Clip.Words), Cut(quote.Speaker, Clip.Name), quote.Slug, Cut(quote.Role, Clip.Name), quote.Named,
            Cut(content.MentionOf(quote), Clip.Words), Pieces(quote.Spans), quote.SpeakerSpan, quote.CueSpan, Pieces(quote.Fragments));
    }

    static string? Cut(string? text, int length) => text is null ? null : Clip.To(length, text);

    static int[] Pieces(int[] spans) => spans.Length > 2 * MostPieces ? spans[..(2 * MostPieces)] : spans;
}
