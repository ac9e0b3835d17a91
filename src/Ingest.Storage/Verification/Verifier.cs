using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Ingest.Storage.Catalogue;
using Ingest.Storage.Counting;
using Ingest.Storage.Ingestion;
using Ingest.Storage.Keys;
using Ingest.Storage.Reading;
using Microsoft.Extensions.Options;

namespace Ingest.Storage.Verification;

/// <summary>
/// Recounts everything from the articles' quotes and compares it with what is stored: every marker, counter, summary, index row and row of a list.
/// To be run while nothing is ingested: what is half written just then is told as a difference, and repairing it only does work twice.
/// Reads all tables once, and keeps about 100 bytes of memory for each article and for each speaker of a partition.
/// </summary>
public sealed class Verifier
{
    readonly IngestStore store;
    readonly ArticleWriter writer;

    /// <summary>A verifier of a store.</summary>
    public Verifier(IngestStore store, IOptions<IngestOptions> options, TimeProvider time)
    {
        this.store = store;
        writer = new(store, options.Value, time);
    }

    /// <summary>Recounts everything.</summary>
    /// <param name="repair">Whether to mend what differs.</param>
    /// <param name="found">Is told of each difference as it is found.</param>
    /// <exception cref="Azure.RequestFailedException">Storage failed, after the retries that the options allow.</exception>
    /// <exception cref="StoreLayoutException">The tables were laid out by another version.</exception>
    public async Task<Recount> RecountAsync(bool repair, Action<Difference> found, CancellationToken cancellationToken)
    {
        var (totals, differences, repaired) = (new Totals(), 0, 0);
        await StoreLayout.IsCurrentAsync(store, cancellationToken);
        await foreach (var difference in DifferencesAsync(repair, totals, cancellationToken))
        {
            differences++;
            if (difference.Repaired) repaired++;
            found(difference);
        }

        return new(totals.Articles, totals.Quotes, differences, repaired);
    }

    async IAsyncEnumerable<Difference> DifferencesAsync(bool repair, Totals totals, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var markers = new ArticleSums();
        await foreach (var difference in SubjectsAsync(store.Dates, Days.All, PlaceKind.Day, null)) yield return difference;
        await foreach (var difference in SubjectsAsync(store.Speakers, Speakers.All, PlaceKind.Speaker, new(store.Speakers))) yield return difference;

        var wrong = new List<(string Article, string What)>();
        await foreach (var one in ArticlesAsync(markers, totals, cancellationToken)) wrong.Add(one);
        foreach (var id in markers.Remaining) wrong.Add((id, "markers are stored of an article that is not"));
        if (wrong.Count == 0) yield break;

        var places = await PlacesAsync([.. wrong.Select(one => one.Article)], cancellationToken);
        foreach (var (id, what) in wrong)
        {
            if (repair)
            {
                var (touched, generation) = places.GetValueOrDefault(id, ([], 0));
                var record = await ArticleRecord.FindAsync(store.Articles, id, cancellationToken) ?? new() { Id = id };
                await writer.RestoreAsync(record with { Touched = [.. record.Touched, .. touched], Generation = Math.Max(record.Generation, generation) }, cancellationToken);
            }

            yield return new(store.Articles.Name, id, what, repair);
        }

        async IAsyncEnumerable<Difference> SubjectsAsync<TDigest>(TableClient table, Subjects<TDigest> subjects, PlaceKind kind, ListedRows? listed)
            where TDigest : class
        {
            foreach (var partition in subjects.Partitions)
            {
                if (listed is not null) await listed.ReadAsync(partition, cancellationToken);
                await foreach (var rows in BySubjectAsync(table, partition, subjects.Marker, cancellationToken))
                {
                    var audit = new SubjectAudit<TDigest>(table, subjects, rows.Subject);
                    await foreach (var row in rows.Rows)
                    {
                        audit.Add(row);
                        if (row.GetBoolean(MarkerRow.Left) == false) markers.Add(Place.OfMarker(kind, row.RowKey).ArticleId, Checksum.OfMarker(table.Name, row));
                    }

                    var differences = audit.Differences(listed?.Take(rows.Subject) ?? 0).ToList();
                    if (repair && differences.Count > 0) await audit.RepairAsync(listed is null ? [] : await listed.KeysAsync(rows.Subject, cancellationToken), cancellationToken);
                    foreach (var difference in differences) yield return difference with { Repaired = repair };
                }

                foreach (var slug in listed?.TakeRest() ?? [])
                {
                    foreach (var key in repair ? await listed!.KeysAsync(slug, cancellationToken) : []) await table.DeleteEntityAsync(partition, key, cancellationToken: cancellationToken);
                    yield return new(table.Name, slug, "it is listed, and nothing else is stored of it", repair);
                }
            }
        }
    }

    /// <summary>Articles that are not stored as their rows say, and how.</summary>
    async IAsyncEnumerable<(string Article, string What)> ArticlesAsync(ArticleSums markers, Totals totals, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var shard = 0; shard < ArticleRecord.Shards; shard++)
        {
            // The articles' own rows sort before those of the indexes.
            var indexes = new ArticleSums();
            await foreach (var row in store.Articles.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {ArticleRecord.ShardKey(shard)}"), cancellationToken: cancellationToken))
            {
                if (Indexes.ArticleOf(row) is { } indexed)
                {
                    indexes.Add(indexed, Checksum.OfIndex(row));
                    continue;
                }

                if (row.RowKey.Contains(TableKey.Separator, StringComparison.Ordinal)) continue;
                var record = ArticleRecord.Of(row);
                if (record.MoreRows > 0) record = await ArticleRecord.FindAsync(store.Articles, record.Id, cancellationToken) ?? record;
                if (record.Pending is not null)
                {
                    markers.Forget(record.Id);
                    indexes.Exempt(record.Id);
                    yield return (record.Id, $"a version from blob \"{record.Pending.Blob}\" was begun and not ended");
                    continue;
                }

                if (record is not { State: ArticleState.Live, Packed: not null }) continue;
                var content = record.Unpack();
                totals.Articles++;
                totals.Quotes += content.Quotes.Count;
                if (!markers.Take(record.Id, Contribution.Of(record.Id, content).SelectMany(MarkersOf))) yield return (record.Id, "its markers are not those of its stored version");
                foreach (var expected in Indexes.Of(record.Id, content).Values) indexes.Subtract(record.Id, Checksum.OfIndex(expected));

                IEnumerable<ulong> MarkersOf(Contribution contribution)
                {
                    var (table, partition) = contribution.Place.Kind == PlaceKind.Day
                        ? (store.Dates, Days.All.PartitionOf(contribution.Place.Subject))
                        : (store.Speakers, Speakers.All.PartitionOf(contribution.Place.Subject));
                    return contribution.Changes(record.Id, 0, false).Select(change => Checksum.OfMarker(table.Name, MarkerRow.Of(partition, change)));
                }
            }

            foreach (var id in indexes.Remaining) yield return (id, "its index rows are not those of its stored version");
        }
    }

    /// <summary>Where these articles have markers, and the latest generation of them: another reading of the tables, for what differs only.</summary>
    async Task<Dictionary<string, (List<Place> Places, long Generation)>> PlacesAsync(HashSet<string> articles, CancellationToken cancellationToken)
    {
        var places = new Dictionary<string, (List<Place> Places, long Generation)>();
        await ReadAsync(store.Dates, PlaceKind.Day, Days.All.Marker);
        await ReadAsync(store.Speakers, PlaceKind.Speaker, Speakers.All.Marker);
        return places;

        async Task ReadAsync(TableClient table, PlaceKind kind, string prefix)
        {
            await foreach (var row in table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"RowKey ge {prefix} and RowKey lt {TableKey.After(prefix)}"), select: ["PartitionKey", "RowKey", MarkerRow.Generation], cancellationToken: cancellationToken))
            {
                var (place, id) = Place.OfMarker(kind, row.RowKey);
                if (!articles.Contains(id)) continue;
                var (found, generation) = places.GetValueOrDefault(id, ([], 0));
                found.Add(place);
                places[id] = (found, Math.Max(generation, row.GetInt64(MarkerRow.Generation) ?? 0));
            }
        }
    }

    /// <summary>Rows of buckets, heads and markers of a partition, a subject after the other. Each subject's rows are to be read before the next subject.</summary>
    static async IAsyncEnumerable<(string Subject, IAsyncEnumerable<TableEntity> Rows)> BySubjectAsync(
        TableClient table, string partition, string marker, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var kinds = new[] { BucketRow.Kind, HeadRow.Kind, marker }.Select(kind =>
            RowPages.QueryAsync(table, partition, kind, TableKey.After(kind), null, null, RowPages.MostRows, null, cancellationToken));
        await using var rows = Merge.InOrderAsync([.. kinds], row => SubjectRow.SubjectOf(row.RowKey), cancellationToken).GetAsyncEnumerator(cancellationToken);
        var more = await rows.MoveNextAsync();
        while (more)
        {
            var subject = SubjectRow.SubjectOf(rows.Current.RowKey);
            yield return (subject, Rows());

            async IAsyncEnumerable<TableEntity> Rows()
            {
                for (; more && SubjectRow.SubjectOf(rows.Current.RowKey) == subject; more = await rows.MoveNextAsync()) yield return rows.Current;
            }
        }
    }

    sealed class Totals
    {
        public long Articles { get; set; }

        public long Quotes { get; set; }
    }
}
