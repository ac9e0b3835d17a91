using System.Globalization;
using Azure.Data.Tables;
using Ingest.Storage.Catalogue;
using Ingest.Storage.Counting;
using Ingest.Storage.Keys;
using Ingest.Storage.Rows;

namespace Ingest.Storage.Reading;

/// <summary>Lists of speakers: out of all partitions of speakers side by side, or counted over a range of days.</summary>
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
            page.Add(Speakers.ToEntry(row));
            last = key;
        }

        return new(page, null);
    }

    /// <summary>Speakers with a word that starts with the prefix, each once, by that word; the key that the list goes on behind with each.</summary>
    async IAsyncEnumerable<(TableEntity Row, string Key)> NamedAsync(
        string? prefix, string? after, int rows, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Names that start so, and names with a further word that does: in one order, which is that of the keys without their first letter.
        string[] kinds = prefix is null ? [HeadRow.Kind] : [HeadRow.Kind, Speakers.Word];
        var ranges = kinds.SelectMany(kind => Ranges(kind + prefix, after is null ? null : kind + after, "Quotes gt 0", rows, cancellationToken));
        await foreach (var row in Merge.InOrderAsync([.. ranges], row => row.RowKey[1..], cancellationToken))
        {
            if (row.RowKey[0] == HeadRow.Kind[0] || !MatchesEarlier(row, prefix!)) yield return (row, row.RowKey[1..]);
        }
    }

    /// <summary>What starts so in each partition.</summary>
    IEnumerable<IAsyncEnumerable<TableEntity>> Ranges(string from, string? after, string? condition, int rows, CancellationToken cancellationToken) => Speakers.All.Partitions.Select(
        partition => RowPages.QueryAsync(store.Speakers, partition, from, TableKey.After(from), after, condition, rows, Speakers.Columns, cancellationToken));

    /// <summary>Whether the speaker stands in the list by an earlier word of the name too: <c>john-johnson</c> by <c>john</c>.</summary>
    static bool MatchesEarlier(TableEntity row, string prefix)
    {
        var slug = Speakers.ListedIn(row) ?? "";
        var word = SubjectRow.SubjectOf(row.RowKey);
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
            await foreach (var (row, _) in NamedAsync(prefix, null, RowPages.MostRows, cancellationToken)) found.Add(Speakers.ToEntry(row));
            return Ranked(found, size, token);
        }

        var at = PageToken.Read('k', token, 2);
        var after = at is null ? null : Speakers.RankKey(Slug(at[1]), PageToken.Number(at[0]));
        var page = new List<SpeakerEntry>();
        await foreach (var row in Merge.InOrderAsync([.. Ranges(Speakers.Rank, after, null, size + 1, cancellationToken)], cancellationToken))
        {
            if (page.Count == size) return new(page, Position(page[^1]));
            page.Add(Speakers.ToEntry(row));
        }

        return new(page, null);
    }

    /// <summary>Counts over the days of a range. What is shown of each speaker beside the counts is the whole store's.</summary>
    async Task<Page<SpeakerEntry>> OverDaysAsync(SpeakerQuery query, string? prefix, int size, string? token, CancellationToken cancellationToken)
    {
        var days = new List<DateOnly>();
        await foreach (var day in DayList.ReadAsync(store.Dates, query.From, query.To, null, RowPages.MostRows, cancellationToken)) days.Add(day.Date);
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
            var row = await store.Speakers.GetEntityIfExistsAsync<TableEntity>(Speakers.All.PartitionOf(known[i].Slug), HeadRow.KeyOf(known[i].Slug), Speakers.Columns, stop);
            if (!row.HasValue) return;
            var entry = Speakers.ToEntry(row.Value!);
            known[i] = known[i] with { Name = entry.Name, Role = entry.Role, Kind = entry.Kind };
        });
        return page with { Items = known };
    }

    async Task<List<KeyValuePair<CounterKey, Count>>> CountsAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var subject = TableKey.Newest(day);
        var partition = Days.All.PartitionOf(subject);
        var head = await store.Dates.GetEntityIfExistsAsync<TableEntity>(partition, HeadRow.KeyOf(subject), cancellationToken: cancellationToken);
        if (!head.HasValue) return [];
        var counters = CounterJson.Read(LongText.Get(head.Value!, BucketRow.Counters));
        if (head.Value!.GetInt32(HeadRow.Buckets) > 1)
        {
            await foreach (var row in BucketRow.QueryAsync(store.Dates, partition, subject, cancellationToken)) counters.AddRange(CounterJson.Read(LongText.Get(row, BucketRow.Counters)));
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
