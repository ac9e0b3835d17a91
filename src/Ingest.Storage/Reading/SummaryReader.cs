using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Ingest.Storage.Catalogue;
using Ingest.Storage.Counting;
using Ingest.Storage.Ingestion;
using Ingest.Storage.Keys;
using Ingest.Storage.Ledger;
using Ingest.Storage.Rows;

namespace Ingest.Storage.Reading;

/// <summary>
/// Summaries, quotes and articles out of the tables. Every list takes a <see cref="PageRequest"/>: a size out of its range is an
/// <see cref="ArgumentOutOfRangeException"/>, a token of another list a <see cref="MalformedTokenException"/>.
/// </summary>
public sealed class SummaryReader
{
    static readonly TimeSpan HealthLimit = TimeSpan.FromSeconds(5);

    readonly IngestStore store;
    readonly BlobLedger ledger;
    readonly QuoteList quotes;
    readonly QuoteSearch search;
    readonly SpeakerList speakers;

    /// <summary>A reader of a store.</summary>
    public SummaryReader(IngestStore store, BlobLedger ledger)
    {
        (this.store, this.ledger) = (store, ledger);
        quotes = new(store);
        search = new(store, quotes);
        speakers = new(store);
    }

    /// <summary>The days that hold articles, newest first. A request for each of the eight partitions of days.</summary>
    public async Task<Page<DayTotals>> DaysAsync(DateOnly? from, DateOnly? to, PageRequest page, CancellationToken cancellationToken)
    {
        var after = PageToken.Read('d', page.Token, 1) is [var last] ? PageToken.Day(last) : (DateOnly?)null;
        var days = new List<DayTotals>();
        await foreach (var day in DayList.ReadAsync(store.Dates, from, to, after, Size(page) + 1, cancellationToken))
        {
            if (days.Count == page.Size) return new(days, PageToken.Write('d', TableKey.Day(days[^1].Date)));
            days.Add(day);
        }

        return new(days, null);
    }

    /// <summary>A day; null where there is no article of that date. Two requests, however much the day holds.</summary>
    public async Task<DateSummary?> DateAsync(DateOnly date, PageRequest articles, CancellationToken cancellationToken)
    {
        var (subject, size, after) = (TableKey.Newest(date), Size(articles), PageToken.Read('c', articles.Token, 1)?[0]);
        var head = HeadAsync(store.Dates, Days.All, subject, cancellationToken);
        var cards = CardsAsync(subject, after, size, cancellationToken);
        await Task.WhenAll(head, cards);
        return await head is { Articles: > 0 } digest ? new(digest.Totals(date), digest.Sources, digest.Top, await cards) : null;
    }

    /// <summary>
    /// Speakers, by name or by number of quotes. A request for each of the sixteen partitions of speakers, with a prefix two; over a range of days one or two for each day of it, and
    /// one for each speaker of the page.
    /// </summary>
    public Task<Page<SpeakerEntry>> SpeakersAsync(SpeakerQuery query, PageRequest page, CancellationToken cancellationToken) =>
        speakers.ReadAsync(query, Size(page), page.Token, cancellationToken);

    /// <summary>A speaker by slug; null where nobody of that slug is quoted. Two requests, however much the speaker said.</summary>
    public async Task<SpeakerSummary?> SpeakerAsync(string slug, PageRequest quotes, CancellationToken cancellationToken)
    {
        if (!TableKey.IsSlug(slug)) return null;
        var head = HeadAsync(store.Speakers, Speakers.All, slug, cancellationToken);
        var latest = QuotesAsync(new(Speaker: slug), quotes, cancellationToken);
        await Task.WhenAll(head, latest);
        return await head is not { Articles: > 0 } digest
            ? null
            : new(
                slug, digest.Name, digest.Kind, digest.Names, digest.Roles, digest.Quotes, digest.Articles, digest.First, digest.Last, digest.Types, digest.UnpackDays(),
                digest.Sources, digest.With, await latest);
    }

    /// <summary>
    /// Quotes, newest first. One request for a speaker's or a day's; over days one for each that the page reaches; by saying or by who is named one for
    /// each of the sixteen partitions of articles.
    /// </summary>
    public Task<Page<StoredQuote>> QuotesAsync(QuoteQuery query, PageRequest page, CancellationToken cancellationToken) =>
        search.ReadAsync(query, Size(page), page.Token, cancellationToken);

    /// <summary>An article by id; null where there is none. One request; three where it is longer than a row.</summary>
    public async Task<StoredArticle?> ArticleAsync(string id, CancellationToken cancellationToken)
    {
        if (!TableKey.IsArticleId(id)) return null;
        var record = await ArticleRecord.FindAsync(store.Articles, id, cancellationToken);
        if (record is not { State: ArticleState.Live, Committed: { } version, Packed: not null }) return null;
        var content = record.Unpack();
        var stored = new List<StoredQuote>(content.Quotes.Count);
        for (var number = 0; number < content.Quotes.Count; number++)
        {
            var quote = content.Quotes[number];
            stored.Add(new(
                id, number, content.Date, content.Title, content.Url, content.Source, quote.Type, content.TextOf(quote), quote.Cue, quote.Speaker, quote.Slug, quote.Role,
                quote.Named, content.MentionOf(quote), ArticleContent.Spans(quote.Spans), ArticleContent.Span(quote.SpeakerSpan), ArticleContent.Span(quote.CueSpan),
                ArticleContent.Spans(quote.Fragments)));
        }

        return new(
            id, version.Blob, content.Url, content.Date, content.DateFrom, content.Title, content.Dateline, content.Source, content.Text,
            ArticleContent.Span(content.TitleSpan), ArticleContent.Spans(content.Paragraphs), stored, version.Uploaded, record.Ingested);
    }

    /// <summary>What was refused or poisoned, newest first. One request.</summary>
    public async Task<Page<Rejection>> RejectionsAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var (size, after) = (Size(page), PageToken.Read('r', page.Token, 1)?[0]);
        var (items, last) = (new List<Rejection>(), "");
        await foreach (var row in RowPages.QueryAsync(
            store.Blobs, LedgerRow.Partition, LedgerRow.RejectionPrefix, TableKey.After(LedgerRow.RejectionPrefix), after, null, size + 1, null, cancellationToken))
        {
            // The row of the last sweep starts with another letter.
            if (items.Count == size) return new(items, PageToken.Write('r', last));
            var entry = LedgerRow.Of(row).Entry;
            items.Add(new(entry.Blob, entry.LastModified, entry.Reason ?? "", entry.At, entry.Poisoned));
            last = row.RowKey;
        }

        return new(items, null);
    }

    /// <summary>What has become of an upload; null where there is no such blob and nothing is known of one. Two requests.</summary>
    public async Task<UploadStatus?> UploadAsync(string blobName, CancellationToken cancellationToken)
    {
        if (blobName.Length is 0 or > 1024) return null;
        var known = ledger.FindAsync(blobName, cancellationToken);
        var blob = FindBlobAsync(blobName, cancellationToken);
        await Task.WhenAll(known, blob);
        var (entry, there) = (await known, await blob);
        if (entry is null) return there is null ? null : new(blobName, UploadState.Waiting, there.Value.Modified, null, null, 0, null);
        if (there is { } now && !entry.Settles(now.ETag)) return new(blobName, UploadState.Waiting, now.Modified, null, null, 0, null);
        var state = entry switch
        {
            { Poisoned: true } => UploadState.Poisoned,
            { Outcome: IngestOutcome.Refused } => UploadState.Refused,
            { Outcome: IngestOutcome.Superseded } => UploadState.Superseded,
            _ => UploadState.Stored,
        };
        return new(blobName, state, entry.LastModified, entry.ArticleId, entry.Title, entry.Quotes, entry.Reason);
    }

    /// <summary>How the store is; never throws for a store that is down.</summary>
    public async Task<StoreHealth> HealthAsync(CancellationToken cancellationToken)
    {
        // Who asks wants to know now, not after all retries.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(HealthLimit);
        try
        {
            return await HealthAsync();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(false, 0, 0, null, 0, $"Storage did not answer within {HealthLimit.TotalSeconds.ToString(CultureInfo.InvariantCulture)} seconds.");
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException or Azure.Identity.AuthenticationFailedException or IOException or System.Xml.XmlException)
        {
            return new(false, 0, 0, null, 0, Problem(e));
        }

        async Task<StoreHealth> HealthAsync()
        {
            var stop = limit.Token;
            var container = store.Container.ExistsAsync(stop);
            var queue = store.Poison.GetPropertiesAsync(stop);
            var sweep = SweepNotes.LastAsync(store, stop);
            var (articles, spoken) = (0L, 0L);
            await foreach (var day in DayList.ReadAsync(store.Dates, null, null, null, RowPages.MostRows, stop))
            {
                articles += day.Articles;
                spoken += day.Quotes;
            }

            await Task.WhenAll(container, queue, sweep);
            return (await container).Value
                ? new(true, articles, spoken, (await sweep)?.Backlog, (await queue).Value.ApproximateMessagesCount, (await sweep)?.Problem)
                : new(false, articles, spoken, (await sweep)?.Backlog, (await queue).Value.ApproximateMessagesCount, $"The container \"{store.Container.Name}\" is missing.");
        }
    }

    static string Problem(Exception e) => e switch
    {
        RequestFailedException { Status: 0 } => "Storage does not answer.",
        RequestFailedException failed => $"Storage answers {failed.Status.ToString(CultureInfo.InvariantCulture)} {failed.ErrorCode}.",
        Azure.Identity.AuthenticationFailedException => "The identity could not sign in to storage.",
        _ => "Storage does not answer.",
    };

    async Task<(string ETag, DateTimeOffset Modified)?> FindBlobAsync(string blobName, CancellationToken cancellationToken)
    {
        try
        {
            var blob = await store.Container.GetBlobClient(blobName).GetPropertiesAsync(cancellationToken: cancellationToken);
            return (blob.Value.ETag.ToString(), blob.Value.LastModified);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    static async Task<TDigest?> HeadAsync<TDigest>(TableClient table, Subjects<TDigest> subjects, string subject, CancellationToken cancellationToken)
        where TDigest : class
    {
        var head = await table.GetEntityIfExistsAsync<TableEntity>(subjects.PartitionOf(subject), HeadRow.KeyOf(subject), cancellationToken: cancellationToken);
        return head.HasValue ? HeadRow.DigestOf(head.Value!, subjects.Type) : null;
    }

    async Task<Page<ArticleCard>> CardsAsync(string day, string? after, int size, CancellationToken cancellationToken)
    {
        var (items, last, prefix) = (new List<ArticleCard>(), "", SubjectRow.Prefix(Days.All.Marker, day));
        await foreach (var row in RowPages.QueryAsync(
            store.Dates, Days.All.PartitionOf(day), prefix, TableKey.After(prefix), after, "Left eq false", size + 1, ["RowKey", QuoteRow.Card], cancellationToken))
        {
            // Further markers of a large article hold no card.
            if (LongText.Get(row, QuoteRow.Card) is not { } card) continue;
            if (items.Count == size) return new(items, PageToken.Write('c', last));
            items.Add(JsonSerializer.Deserialize(card, StorageJson.Rows.ArticleCard)!);
            last = row.RowKey;
        }

        return new(items, null);
    }

    static int Size(PageRequest page) => page.Size is >= 1 and <= RowPages.MostRows
        ? page.Size
        : throw new ArgumentOutOfRangeException(nameof(page), page.Size, "A page has 1 to 1,000 items.");
}
