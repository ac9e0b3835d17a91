namespace Ingest.Storage.Reading;

/// <summary>Summaries, quotes and articles out of the tables.</summary>
public sealed class SummaryReader
{
    /// <summary>The days that hold articles, newest first.</summary>
    public Task<Page<DayTotals>> DaysAsync(DateOnly? from, DateOnly? to, PageRequest page, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>A day; null where there is no article of that date.</summary>
    public Task<DateSummary?> DateAsync(DateOnly date, PageRequest articles, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Speakers, by name or by number of quotes.</summary>
    public Task<Page<SpeakerEntry>> SpeakersAsync(SpeakerQuery query, PageRequest page, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>A speaker by slug; null where nobody of that slug is quoted.</summary>
    public Task<SpeakerSummary?> SpeakerAsync(string slug, PageRequest quotes, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Quotes, newest first.</summary>
    public Task<Page<StoredQuote>> QuotesAsync(QuoteQuery query, PageRequest page, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>An article by id; null where there is none.</summary>
    public Task<StoredArticle?> ArticleAsync(string id, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>What was refused or poisoned, newest first.</summary>
    public Task<Page<Rejection>> RejectionsAsync(PageRequest page, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>How the store is; never throws for a store that is down.</summary>
    public Task<StoreHealth> HealthAsync(CancellationToken cancellationToken) => throw new NotImplementedException();
}
