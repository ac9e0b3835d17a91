namespace Ingest.Storage.Reading;

/// <summary>What one day holds. Quotes of unnamed and unknown sources count in <see cref="Quotes"/> and the types.</summary>
/// <param name="Date">The articles' date.</param>
/// <param name="Articles">Articles of that date, those without quotes included.</param>
/// <param name="Quotes">All their quotes: the sum of the three types.</param>
/// <param name="Speakers">Distinct named speakers among them.</param>
/// <param name="Direct">Quotes wholly in quotation marks.</param>
/// <param name="Mixed">Reported clauses with words in quotation marks.</param>
/// <param name="Indirect">Reported without quotation marks.</param>
public sealed record DayTotals(DateOnly Date, int Articles, int Quotes, int Speakers, int Direct, int Mixed, int Indirect);

/// <summary>A publisher, with how much of it there is.</summary>
public sealed record SourceCount(string Source, int Articles, int Quotes);

/// <summary>A speaker, with how often.</summary>
/// <param name="Slug">The speaker's key.</param>
/// <param name="Name">The fullest name seen.</param>
/// <param name="Quotes">The speaker's quotes in what is counted.</param>
/// <param name="Articles">Articles that these stand in.</param>
public sealed record SpeakerCount(string Slug, string Name, int Quotes, int Articles);

/// <summary>An article, as a line of a list shows it.</summary>
/// <param name="Id">The article's key.</param>
/// <param name="Lede">Its first paragraph, cut at about 300 characters; null where it has no body.</param>
/// <param name="Speakers">Its named speakers, most quoted first.</param>
public sealed record ArticleCard(
    string Id, DateOnly Date, string Title, string? Url, string? Source, string? Lede, int Quotes, IReadOnlyList<string> Speakers);

/// <summary>A day's summary: who said how much, and in which articles.</summary>
/// <param name="Speakers">The most quoted first, then by name; at most 100.</param>
/// <param name="Sources">Most articles first.</param>
public sealed record DateSummary(
    DayTotals Totals, IReadOnlyList<SourceCount> Sources, IReadOnlyList<SpeakerCount> Speakers, Page<ArticleCard> Articles);
