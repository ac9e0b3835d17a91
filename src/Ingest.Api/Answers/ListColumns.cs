using Ingest.Storage.Reading;

namespace Ingest.Api.Answers;

/// <summary>The columns of each list in CSV; names as in the JSON, so that the two can be read side by side.</summary>
static class ListColumns
{
    public static Columns<DayTotals> Days { get; } = new(
        ["date", "articles", "quotes", "speakers", "direct", "mixed", "indirect"],
        day => [day.Date, day.Articles, day.Quotes, day.Speakers, day.Direct, day.Mixed, day.Indirect]);

    public static Columns<SpeakerEntry> Speakers { get; } = new(
        ["slug", "name", "role", "kind", "quotes", "articles", "first", "last"],
        speaker => [speaker.Slug, speaker.Name, speaker.Role, speaker.Kind, speaker.Quotes, speaker.Articles, speaker.First, speaker.Last]);

    public static Columns<StoredQuote> Quotes { get; } = new(
        ["date", "speaker", "slug", "role", "named", "type", "text", "cue", "mention", "title", "source", "url", "articleId", "number", "start", "end"],
        quote =>
        [
            quote.Date, quote.Speaker, quote.Slug, quote.Role, quote.Named, quote.Type, quote.Text, quote.Cue, quote.Mention, quote.Title, quote.Source, quote.Url,
            quote.ArticleId, quote.Number, quote.Spans.Count > 0 ? quote.Spans[0].Start : null, quote.Spans.Count > 0 ? quote.Spans[^1].End : null,
        ]);

    public static Columns<ArticleCard> Articles { get; } = new(
        ["id", "date", "title", "url", "source", "lede", "quotes", "speakers"],
        card => [card.Id, card.Date, card.Title, card.Url, card.Source, card.Lede, card.Quotes, string.Join("; ", card.Speakers)]);

    public static Columns<Rejection> Rejections { get; } = new(
        ["blob", "uploaded", "reason", "at", "poisoned"],
        rejection => [rejection.Blob, rejection.Uploaded, rejection.Reason, rejection.At, rejection.Poisoned]);
}
