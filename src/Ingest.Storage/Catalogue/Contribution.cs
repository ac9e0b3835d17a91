using System.Text.Json;
using Azure.Data.Tables;
using Ingest.Storage.Counting;
using Ingest.Storage.Keys;
using Ingest.Storage.Reading;
using Ingest.Storage.Rows;
using Ingest.Text.Articles;

namespace Ingest.Storage.Catalogue;

/// <summary>What a version of an article contributes to one day or speaker: made from its content alone, so that a recount can make it again.</summary>
sealed record Contribution(Place Place, IReadOnlyList<ContributionPart> Parts)
{
    /// <summary>Speakers that an article puts beside each of its speakers: the most quoted ones.</summary>
    public const int MostWith = 30;

    // Speakers on a card.
    const int MostNamed = 50;

    /// <summary>One for its day, and one for each of its named speakers.</summary>
    public static IReadOnlyList<Contribution> Of(string articleId, ArticleContent content)
    {
        var speakers = ArticleSpeaker.Of(content);
        var all = new List<Contribution>(1 + speakers.Count) { OfDay(articleId, content, speakers) };
        foreach (var speaker in speakers) all.Add(OfSpeaker(articleId, content, speaker, speakers));
        return all;
    }

    static Contribution OfDay(string articleId, ArticleContent content, IReadOnlyList<ArticleSpeaker> speakers)
    {
        var counters = Basics(content, [.. Enumerable.Range(0, content.Quotes.Count)]);
        foreach (var speaker in speakers) counters.Add(new(new(CounterKind.Speaker, speaker.Slug, speaker.Name), new(speaker.Quotes.Count, 1)));
        var lede = content.Paragraphs.Length > 1 ? content.Text.AsSpan()[content.Paragraphs[0]..content.Paragraphs[1]] : default;
        var card = JsonSerializer.Serialize(
            new ArticleCard(
                articleId, content.Date, Clip.To(Clip.Title, content.Title), content.Url?.Length <= Clip.Url ? content.Url : null,
                content.Source is null ? null : Clip.To(Clip.Name, content.Source), lede.IsEmpty ? null : Clip.To(Clip.Lede, lede), content.Quotes.Count,
                [.. speakers.Take(MostNamed).Select(speaker => speaker.Name)]),
            StorageJson.Rows.ArticleCard);
        return Split(
            new(PlaceKind.Day, TableKey.Newest(content.Date), content.Date, 0), counters,
            QuoteSheet.Of(articleId, content, Enumerable.Range(0, content.Quotes.Count)),
            row => LongText.Set(row, QuoteRow.Card, card));
    }

    static Contribution OfSpeaker(string articleId, ArticleContent content, ArticleSpeaker speaker, IReadOnlyList<ArticleSpeaker> speakers)
    {
        var counters = Basics(content, speaker.Quotes);
        var count = new Count(speaker.Quotes.Count, 1);
        counters.Add(new(Counters.Of(content.Date), count));
        counters.Add(new(Counters.Of(speaker.Kind), count));
        counters.Add(new(new(CounterKind.Name, speaker.Name), count));
        foreach (var role in speaker.Roles) counters.Add(new(new(CounterKind.Role, role, TableKey.Day(content.Date)), new(0, 1)));
        foreach (var other in speakers.Where(other => other != speaker).Take(MostWith))
        {
            counters.Add(new(new(CounterKind.With, other.Slug, other.Name), new(other.Quotes.Count, 1)));
        }

        return Split(new(PlaceKind.Speaker, speaker.Slug, content.Date, 0), counters, QuoteSheet.Of(articleId, content, speaker.Quotes), null);
    }

    static List<KeyValuePair<CounterKey, Count>> Basics(ArticleContent content, IReadOnlyList<int> quotes)
    {
        var counters = new List<KeyValuePair<CounterKey, Count>> { new(Counters.Total, new(quotes.Count, 1)) };
        foreach (var type in quotes.GroupBy(number => content.Quotes[number].Type)) counters.Add(new(Counters.Of(type.Key), new(type.Count(), 0)));
        if (!string.IsNullOrEmpty(content.Source)) counters.Add(new(new(CounterKind.Source, Clip.To(Clip.Name, content.Source)), new(quotes.Count, 1)));
        return counters;
    }

    /// <summary>Spreads counters and quotes over markers, each of which fits a transaction.</summary>
    static Contribution Split(Place place, List<KeyValuePair<CounterKey, Count>> counters, IReadOnlyList<QuoteSheet> sheets, Action<TableEntity>? first)
    {
        var chunks = counters.Chunk(MarkerChange.MaxCounters).ToList();
        var parts = new ContributionPart[Math.Max(chunks.Count, sheets.Count)];
        for (var i = 0; i < parts.Length; i++) parts[i] = new(i < chunks.Count ? chunks[i] : [], i < sheets.Count ? sheets[i] : null, i == 0 ? first : null);
        return new(place with { Parts = parts.Length }, parts);
    }

    /// <summary>The changes that put it there.</summary>
    public IEnumerable<MarkerChange> Changes(string articleId, long generation, bool fresh) => Parts.Select((part, i) => new MarkerChange
    {
        RowKey = Place.MarkerKey(articleId, i),
        Generation = generation,
        Counters = part.Counters,
        Fill = part.Fill,
        Fresh = fresh,
    });
}

/// <summary>One marker of a <see cref="Contribution"/>.</summary>
sealed record ContributionPart(IReadOnlyList<KeyValuePair<CounterKey, Count>> Counters, QuoteSheet? Sheet, Action<TableEntity>? More)
{
    public void Fill(TableEntity row)
    {
        if (Sheet is { Quotes.Count: > 0 })
        {
            row[QuoteRow.Direct] = Sheet.Quotes.Count(quote => quote.Type == QuoteType.Direct);
            row[QuoteRow.Mixed] = Sheet.Quotes.Count(quote => quote.Type == QuoteType.Mixed);
            row[QuoteRow.Indirect] = Sheet.Quotes.Count(quote => quote.Type == QuoteType.Indirect);
            Packed.Set(row, QuoteSheet.Property, Sheet.Pack());
        }

        More?.Invoke(row);
    }
}

/// <summary>Properties of rows that hold quotes.</summary>
static class QuoteRow
{
    public const string Card = "Card";
    public const string Direct = "Direct";
    public const string Mixed = "Mixed";
    public const string Indirect = "Indirect";
}

/// <summary>A named speaker of an article.</summary>
/// <param name="Quotes">The quotes' numbers.</param>
sealed record ArticleSpeaker(string Slug, string Name, SpeakerKind Kind, IReadOnlyList<string> Roles, IReadOnlyList<int> Quotes)
{
    // Different roles of one speaker in one article.
    const int MostRoles = 8;

    /// <summary>Most quoted first, then by slug.</summary>
    public static IReadOnlyList<ArticleSpeaker> Of(ArticleContent content) =>
    [
        .. content.Quotes.Select((quote, number) => (quote, number)).Where(item => item.quote.Slug is not null).GroupBy(item => item.quote.Slug!)
            .Select(group => new ArticleSpeaker(
                group.Key,
                group.Select(item => Clip.To(Clip.Name, item.quote.Speaker ?? group.Key)).OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).First(),
                group.Any(item => item.quote.Kind == SpeakerKind.Organisation) ? SpeakerKind.Organisation : SpeakerKind.Person,
                [.. group.Where(item => !string.IsNullOrWhiteSpace(item.quote.Role)).Select(item => Clip.To(Clip.Name, item.quote.Role)).DistinctBy(RoleSpellings.Fold).Take(MostRoles)],
                [.. group.Select(item => item.number)]))
            .OrderByDescending(speaker => speaker.Quotes.Count).ThenBy(speaker => speaker.Slug, StringComparer.Ordinal),
    ];
}
