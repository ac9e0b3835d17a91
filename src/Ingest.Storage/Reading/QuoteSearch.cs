using Azure.Data.Tables;
using Ingest.Storage.Catalogue;
using Ingest.Storage.Counting;
using Ingest.Storage.Keys;
using Ingest.Storage.Rows;

namespace Ingest.Storage.Reading;

/// <summary>Finds the rows that hold the quotes that are wanted, and reads a page out of them.</summary>
sealed class QuoteSearch(IngestStore store, QuoteList list)
{
    /// <summary>A page of quotes, newest first.</summary>
    public Task<Page<StoredQuote>> ReadAsync(QuoteQuery query, int size, string? token, CancellationToken cancellationToken)
    {
        var slugs = new[] { query.Speaker, query.Mentions }.OfType<string>();
        if (slugs.Any(slug => !TableKey.IsSlug(slug))) return Task.FromResult(new Page<StoredQuote>([], null));
        var (from, to) = query.Date is { } date ? (Max(date, query.From), Min(date, query.To)) : (query.From, query.To);
        if (from > to) return Task.FromResult(new Page<StoredQuote>([], null));
        if (query.Saying is { } saying)
        {
            return Indexes.Fingerprint(saying) is { } fingerprint
                ? IndexedAsync('s', Indexes.SayingPrefix(fingerprint), query, from, to, size, token, cancellationToken)
                : Task.FromResult(new Page<StoredQuote>([], null));
        }

        return query switch
        {
            { Mentions: { } named, Speaker: { } speaker } => IndexedAsync('p', Indexes.AboutByPrefix(named, speaker), query, from, to, size, token, cancellationToken),
            { Mentions: { } named } => IndexedAsync('m', Indexes.AboutPrefix(named), query, from, to, size, token, cancellationToken),
            { Speaker: { } speaker } => OfSpeakerAsync(speaker, query, from, to, size, token, cancellationToken),
            _ => OfDaysAsync(query, from, to, size, token, cancellationToken),
        };
    }

    async Task<Page<StoredQuote>> OfSpeakerAsync(string speaker, QuoteQuery query, DateOnly? from, DateOnly? to, int size, string? token, CancellationToken cancellationToken)
    {
        var at = PageToken.Read('q', token, 2);
        var (first, end) = Range(SubjectRow.Prefix(Speakers.All.Marker, speaker), from, to);
        return await ReadAsync(
            Continue(store.Speakers, Speakers.All.PartitionOf(speaker), first, end, at, size, query, cancellationToken), at, query, size,
            (row, done) => PageToken.Write('q', row.RowKey, QuoteList.Offset(done)), cancellationToken);
    }

    async Task<Page<StoredQuote>> OfDaysAsync(QuoteQuery query, DateOnly? from, DateOnly? to, int size, string? token, CancellationToken cancellationToken)
    {
        var at = PageToken.Read('a', token, 3);
        var last = at is null ? (DateOnly?)null : PageToken.Day(at[0]);
        if (last is { } reached) to = Min(reached, to);

        return await ReadAsync(
            RowsAsync(), at?[1..], query, size,
            (row, done) => PageToken.Write('a', TableKey.Day(TableKey.DayOf(SubjectRow.SubjectOf(row.RowKey))), row.RowKey, QuoteList.Offset(done)), cancellationToken);

        async IAsyncEnumerable<TableEntity> RowsAsync()
        {
            await foreach (var day in DaysAsync())
            {
                var subject = TableKey.Newest(day);
                var prefix = SubjectRow.Prefix(Days.All.Marker, subject);
                await foreach (var row in Continue(store.Dates, Days.All.PartitionOf(subject), prefix, TableKey.After(prefix), day == last ? at![1..] : null, size, query, cancellationToken))
                {
                    yield return row;
                }
            }
        }

        async IAsyncEnumerable<DateOnly> DaysAsync()
        {
            if (from is { } one && one == to)
            {
                yield return one;
                yield break;
            }

            await foreach (var day in DayList.ReadAsync(store.Dates, from, to, null, RowPages.MostRows, cancellationToken))
            {
                if (day.Quotes > 0) yield return day.Date;
            }
        }
    }

    /// <summary>Quotes out of the index rows, which stand in all partitions of the articles: these are read side by side and merged.</summary>
    async Task<Page<StoredQuote>> IndexedAsync(
        char kind, string prefix, QuoteQuery query, DateOnly? from, DateOnly? to, int size, string? token, CancellationToken cancellationToken)
    {
        var at = PageToken.Read(kind, token, 2);
        var (first, end) = Range(prefix, from, to);
        return await ReadAsync(
            Merge.InOrderAsync([.. Enumerable.Range(0, ArticleRecord.Shards).Select(shard => Continue(store.Articles, ArticleRecord.ShardKey(shard), first, end, at, size, query, cancellationToken))], cancellationToken),
            at, query, size, (row, done) => PageToken.Write(kind, row.RowKey, QuoteList.Offset(done)), cancellationToken);
    }

    async Task<Page<StoredQuote>> ReadAsync(
        IAsyncEnumerable<TableEntity> rows, string[]? at, QuoteQuery query, int size, Func<TableEntity, int, string> next, CancellationToken cancellationToken)
    {
        var skip = at is null ? 0 : PageToken.Number(at[1]);
        var page = new List<StoredQuote>(size);
        await foreach (var row in rows)
        {
            if (query.Saying is not null && query.Speaker is not null && SpeakerOf(row) != query.Speaker) continue;
            var done = await list.TakeAsync(row, at is not null && row.RowKey == at[0] ? skip : 0, query.Type, page, size, cancellationToken);
            if (done is { } within) return new(page, next(row, within));
        }

        return new(page, null);
    }

    static IAsyncEnumerable<TableEntity> Continue(
        TableClient table, string partition, string first, string end, string[]? at, int size, QuoteQuery query, CancellationToken cancellationToken)
    {
        // The row that the page before ended in is read again: it may have more.
        var from = at is not null && string.CompareOrdinal(at[0], first) > 0 ? at[0] : first;
        return RowPages.QueryAsync(table, partition, from, end, null, QuoteList.Condition(query.Type), size + 1, QuoteList.Columns, cancellationToken);
    }

    static (string First, string End) Range(string prefix, DateOnly? from, DateOnly? to) => (
        to is { } newest ? prefix + TableKey.Newest(newest) : prefix,
        from is { } oldest ? TableKey.After(prefix + TableKey.Newest(oldest)) : TableKey.After(prefix));

    static string? SpeakerOf(TableEntity row) => Packed.Get(row, QuoteSheet.Property) is { } packed ? QuoteSheet.Unpack(packed).Quotes[0].Slug : null;

    static DateOnly Max(DateOnly one, DateOnly? other) => other > one ? other.Value : one;

    static DateOnly Min(DateOnly one, DateOnly? other) => other < one ? other.Value : one;
}
