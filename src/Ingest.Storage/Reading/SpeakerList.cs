using System.Globalization;
using Azure.Data.Tables;
using Ingest.Storage.Keys;
using Ingest.Storage.Listing;
using Ingest.Storage.Partitions;
using Ingest.Storage.Rows;

namespace Ingest.Storage.Reading;

/// <summary>Lists of speakers: out of the directory, or counted over a range of days.</summary>
sealed class SpeakerList(IngestStore store)
{
    // Days of a range, and speakers of a page, that are read side by side.
    const int AtOnce = 16;

    /// <summary>A page of speakers.</summary>
    public Task<Page<SpeakerEntry>> ReadAsync(SpeakerQuery query, int size, string? token, CancellationToken cancellationToken)
    {
        var prefix = query.Prefix is { Length: > 0 } text ? NamePrefix.Fold(text) : null;
        if (prefix is { Length: 0 } || query.From > query.To) return Task.FromResult(new Page<SpeakerEntry>([], null));
        return query switch
        {
            { From: not null } or { To: not null } => OverDaysAsync(query, prefix, size, token, cancellationToken),
            { ByQuotes: true } => ByQuotesAsync(prefix, size, token, cancellationToken),
            _ => ByNameAsync(prefix, size, token, cancellationToken),
        };
    }

    async Task<Page<SpeakerEntry>> ByNameAsync(string? prefix, int size, string? token, CancellationToken cancellationToken)
    {
        var at = PageToken.Read('n', token, 1)?[0];
        var (page, last) = (new List<SpeakerEntry>(), "");
        await foreach (var (row, key) in NamedAsync(prefix, at, size + 1, cancellationToken))
        {
            if (page.Count == size) return new(page, PageToken.Write('n', last));
            page.Add(DirectoryRows.ToSpeaker(row));
            last = key;
        }

        return new(page, null);
    }

    /// <summary>Speakers with a word that starts with the prefix, each once, by that word; the key that the list goes on behind with each.</summary>
    async IAsyncEnumerable<(TableEntity Row, string Key)> NamedAsync(
        string? prefix, string? after, int rows, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (prefix is null)
        {
            await foreach (var row in Range(DirectoryRows.Name)) yield return (row, row.RowKey[1..]);
            yield break;
        }

        // Names that start so, and names with a further word that does: two ranges in one order.
        await using var first = Range(DirectoryRows.Name + prefix).GetAsyncEnumerator(cancellationToken);
        await using var further = Range(DirectoryRows.Word + prefix).GetAsyncEnumerator(cancellationToken);
        var (moreFirst, moreFurther) = (await first.MoveNextAsync(), await further.MoveNextAsync());
        while (moreFirst || moreFurther)
        {
            var takeFirst = moreFirst && (!moreFurther || string.CompareOrdinal(first.Current.RowKey, 1, further.Current.RowKey, 1, 1024) <= 0);
            var row = takeFirst ? first.Current : further.Current;
            if (takeFirst || !MatchesEarlier(row, prefix)) yield return (row, row.RowKey[1..]);
            if (takeFirst) moreFirst = await first.MoveNextAsync();
            else moreFurther = await further.MoveNextAsync();
        }

        IAsyncEnumerable<TableEntity> Range(string from) => RowPages.QueryAsync(
            store.Directory, DirectoryRows.Partition, from, TableKey.After(from), after is null ? null : from[0] + after, "Quotes gt 0", rows, null, cancellationToken);
    }

    /// <summary>Whether the speaker stands in the list by an earlier word of the name too: <c>john-johnson</c> by <c>john</c>.</summary>
    static bool MatchesEarlier(TableEntity row, string prefix)
    {
        var slug = row.GetString("Slug") ?? "";
        var word = row.RowKey.AsSpan(1, row.RowKey.IndexOf(TableKey.Separator, StringComparison.Ordinal) - 1);
        var start = slug.Length - word.Length;
        for (var at = 0; at < start; at = slug.IndexOf('-', at) + 1)
        {
            if (slug.AsSpan(at).StartsWith(prefix, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    async Task<Page<SpeakerEntry>> ByQuotesAsync(string? prefix, int size, string? token, CancellationToken cancellationToken)
    {
        if (prefix is not null)
        {
            var found = new List<SpeakerEntry>();
            await foreach (var (row, _) in NamedAsync(prefix, null, RowPages.MostRows, cancellationToken)) found.Add(DirectoryRows.ToSpeaker(row));
            return Ranked(found, size, token);
        }

        var at = PageToken.Read('k', token, 2);
        var after = at is null ? null : DirectoryRows.RankKey(Slug(at[1]), PageToken.Number(at[0]));
        var page = new List<SpeakerEntry>();
        await foreach (var row in RowPages.QueryAsync(
            store.Directory, DirectoryRows.Partition, DirectoryRows.Rank, TableKey.After(DirectoryRows.Rank), after, null, size + 1, null, cancellationToken))
        {
            if (page.Count == size) return new(page, Position(page[^1]));
            page.Add(DirectoryRows.ToSpeaker(row));
        }

        return new(page, null);
    }

    /// <summary>Counts over the days of a range. What is shown of each speaker beside the counts is the whole store's.</summary>
    async Task<Page<SpeakerEntry>> OverDaysAsync(SpeakerQuery query, string? prefix, int size, string? token, CancellationToken cancellationToken)
    {
        var days = new List<DateOnly>();
        await foreach (var day in DayList.ReadAsync(store.Directory, query.From, query.To, null, RowPages.MostRows, cancellationToken)) days.Add(day.Date);
        var speakers = new Dictionary<string, SpeakerEntry>();
        var bounds = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(days, bounds, async (day, stop) =>
        {
            var counts = await CountsAsync(day, stop);
            lock (speakers)
            {
                foreach (var (key, count) in counts)
                {
                    if (prefix is not null && !NamePrefix.Matches(key.A, prefix)) continue;
                    speakers[key.A] = speakers.TryGetValue(key.A, out var entry)
                        ? entry with
                        {
                            Quotes = entry.Quotes + count.Quotes,
                            Articles = entry.Articles + count.Articles,
                            First = day < entry.First ? day : entry.First,
                            Last = day > entry.Last ? day : entry.Last,
                        }
                        : new(key.A, key.B, null, default, count.Quotes, count.Articles, day, day);
                }
            }
        });
        var page = query.ByQuotes ? Ranked([.. speakers.Values], size, token) : Named([.. speakers.Values], size, token);
        var known = page.Items.ToArray();
        await Parallel.ForEachAsync(Enumerable.Range(0, known.Length), bounds, async (i, stop) =>
        {
            var row = await store.Directory.GetEntityIfExistsAsync<TableEntity>(DirectoryRows.Partition, DirectoryRows.NameKey(known[i].Slug), cancellationToken: stop);
            if (!row.HasValue) return;
            var entry = DirectoryRows.ToSpeaker(row.Value!);
            known[i] = known[i] with { Name = entry.Name, Role = entry.Role, Kind = entry.Kind };
        });
        return page with { Items = known };
    }

    async Task<List<KeyValuePair<CounterKey, Count>>> CountsAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var partition = TableKey.Day(day);
        var head = await store.Dates.GetEntityIfExistsAsync<TableEntity>(partition, HeadRow.Key, cancellationToken: cancellationToken);
        if (!head.HasValue) return [];
        var counters = CounterJson.Read(LongText.Get(head.Value!, BucketRow.Counters));
        if (head.Value!.GetInt32(HeadRow.Buckets) > 1)
        {
            await foreach (var row in BucketRow.QueryAsync(store.Dates, partition, cancellationToken)) counters.AddRange(CounterJson.Read(LongText.Get(row, BucketRow.Counters)));
        }

        counters.RemoveAll(counter => counter.Key.Kind != CounterKind.Speaker);
        return counters;
    }

    static Page<SpeakerEntry> Ranked(List<SpeakerEntry> speakers, int size, string? token)
    {
        speakers.Sort(static (a, b) => ByRank(a.Quotes, a.Slug, b.Quotes, b.Slug));
        if (PageToken.Read('k', token, 2) is { } at)
        {
            var (quotes, slug) = (PageToken.Number(at[0]), Slug(at[1]));
            speakers.RemoveAll(speaker => ByRank(speaker.Quotes, speaker.Slug, quotes, slug) <= 0);
        }

        return speakers.Count > size ? new(speakers[..size], Position(speakers[size - 1])) : new(speakers, null);
    }

    static Page<SpeakerEntry> Named(List<SpeakerEntry> speakers, int size, string? token)
    {
        speakers.Sort(static (a, b) => string.CompareOrdinal(a.Slug, b.Slug));
        if (PageToken.Read('o', token, 1) is { } at) speakers.RemoveAll(speaker => string.CompareOrdinal(speaker.Slug, at[0]) <= 0);
        return speakers.Count > size ? new(speakers[..size], PageToken.Write('o', speakers[size - 1].Slug)) : new(speakers, null);
    }

    static int ByRank(int quotes, string slug, int otherQuotes, string otherSlug) => quotes != otherQuotes ? otherQuotes.CompareTo(quotes) : string.CompareOrdinal(slug, otherSlug);

    static string Position(SpeakerEntry last) => PageToken.Write('k', last.Quotes.ToString(CultureInfo.InvariantCulture), last.Slug);

    static string Slug(string part) => TableKey.IsSlug(part) ? part : throw new MalformedTokenException();
}
