using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;
using Ingest.Storage.Catalogue;
using Ingest.Storage.Ingestion;
using Ingest.Storage.Keys;
using Ingest.Storage.Listing;
using Ingest.Storage.Partitions;
using Microsoft.Extensions.Options;

namespace Ingest.Storage.Verification;

/// <summary>
/// Recounts everything from the articles' quotes and compares it with what is stored: every marker, counter, summary, index row and row of the
/// directory. To be run while nothing is ingested: what is half written just then is told as a difference, and repairing it only does work twice.
/// Reads all tables once, and keeps about 100 bytes of memory for each article and each speaker.
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

    /// <summary>What differs, as it is found; nothing where all is right.</summary>
    /// <param name="repair">Whether to mend it.</param>
    public async IAsyncEnumerable<Difference> DifferencesAsync(bool repair, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var markers = new ArticleSums();
        var directory = new DirectoryAudit(store.Directory);
        await directory.ReadAsync(cancellationToken);

        await foreach (var difference in PartitionsAsync(store.Dates, MarkerKeys.Card, 0, DayDigest.Of, StorageJson.Rows.DayDigest, DirectoryUpdate.Of)) yield return difference;
        await foreach (var difference in PartitionsAsync(store.Speakers, MarkerKeys.Quotes, 7, SpeakerDigest.Of, StorageJson.Rows.SpeakerDigest, DirectoryUpdate.Of)) yield return difference;
        foreach (var difference in directory.Orphans())
        {
            if (repair) await directory.RemoveAsync(difference.Row!, cancellationToken);
            yield return difference with { Repaired = repair };
        }

        var wrong = new List<(string Article, string What)>();
        await foreach (var found in ArticlesAsync(markers, cancellationToken)) wrong.Add(found);
        foreach (var id in markers.Remaining) wrong.Add((id, "markers are stored of an article that is not"));
        if (wrong.Count == 0) yield break;

        var places = await PlacesAsync([.. wrong.Select(found => found.Article)], cancellationToken);
        foreach (var (id, what) in wrong)
        {
            if (repair)
            {
                var (found, generation) = places.GetValueOrDefault(id, ([], 0));
                var record = await ArticleRecord.FindAsync(store.Articles, id, cancellationToken) ?? new() { Id = id };
                await writer.RestoreAsync(record with { Touched = [.. record.Touched, .. found], Generation = Math.Max(record.Generation, generation) }, cancellationToken);
            }

            yield return new(store.Articles.Name, ArticleRecord.ShardOf(id), ArticleRecord.KeyOf(id), what, repair);
        }

        async IAsyncEnumerable<Difference> PartitionsAsync<TDigest>(
            TableClient table, string markerPrefix, int dateLength, Func<Tally, TDigest> digest, JsonTypeInfo<TDigest> type, Func<Snapshot<TDigest>, DirectoryUpdate> listing)
            where TDigest : class
        {
            await foreach (var rows in ByPartitionAsync(table, cancellationToken))
            {
                var audit = new PartitionAudit<TDigest>(table, rows.Partition, digest, type);
                await foreach (var row in rows.Rows)
                {
                    if (!row.RowKey.StartsWith(markerPrefix, StringComparison.Ordinal))
                    {
                        audit.AddCounters(row);
                        continue;
                    }

                    audit.AddMarker(row);
                    if (row.GetBoolean(MarkerRow.Left) == false) markers.Add(ArticleOf(row.RowKey, dateLength), Checksum.OfMarker(table.Name, row));
                }

                var differences = audit.Differences().ToList();
                var head = repair && differences.Count > 0 ? await audit.RepairAsync(cancellationToken) : audit.Head;
                foreach (var difference in differences) yield return difference with { Repaired = repair };
                if (head is null || await directory.CompareAsync(listing(head), repair, cancellationToken) is not { } stale) continue;

                // After a repair of the partition the directory has to follow, which is no difference of its own.
                if (differences.Count == 0) yield return stale;
            }
        }
    }

    static string ArticleOf(string markerKey, int dateLength) => markerKey[(1 + dateLength)..markerKey.IndexOf(TableKey.Separator, StringComparison.Ordinal)];

    /// <summary>Articles that are not stored as their rows say, and how.</summary>
    async IAsyncEnumerable<(string Article, string What)> ArticlesAsync(ArticleSums markers, [EnumeratorCancellation] CancellationToken cancellationToken)
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
                if (!markers.Take(record.Id, Contribution.Of(record.Id, content).SelectMany(MarkersOf))) yield return (record.Id, "its markers are not those of its stored version");
                foreach (var expected in Indexes.Of(record.Id, content).Values) indexes.Subtract(record.Id, Checksum.OfIndex(expected));

                IEnumerable<ulong> MarkersOf(Contribution contribution)
                {
                    var table = contribution.Place.Kind == PlaceKind.Day ? store.Dates : store.Speakers;
                    return contribution.Changes(record.Id, 0, false).Select(change => Checksum.OfMarker(table.Name, MarkerRow.Of(contribution.Place.Partition, change)));
                }
            }

            foreach (var id in indexes.Remaining) yield return (id, "its index rows are not those of its stored version");
        }
    }

    /// <summary>Where these articles have markers, and the latest generation of them: another reading of the tables, for what differs only.</summary>
    async Task<Dictionary<string, (List<Place> Places, long Generation)>> PlacesAsync(HashSet<string> articles, CancellationToken cancellationToken)
    {
        var places = new Dictionary<string, (List<Place> Places, long Generation)>();
        await ReadAsync(store.Dates, PlaceKind.Day, MarkerKeys.Card, 0);
        await ReadAsync(store.Speakers, PlaceKind.Speaker, MarkerKeys.Quotes, 7);
        return places;

        async Task ReadAsync(TableClient table, PlaceKind kind, string prefix, int dateLength)
        {
            await foreach (var row in table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"RowKey ge {prefix} and RowKey lt {TableKey.After(prefix)}"), select: ["PartitionKey", "RowKey", MarkerRow.Generation], cancellationToken: cancellationToken))
            {
                var id = ArticleOf(row.RowKey, dateLength);
                if (!articles.Contains(id)) continue;
                var (found, generation) = places.GetValueOrDefault(id, ([], 0));
                var day = kind == PlaceKind.Day ? Counters.DayOf(row.PartitionKey) : TableKey.DayOf(row.RowKey.AsSpan(1, dateLength));
                found.Add(new(kind, row.PartitionKey, day, 1 + int.Parse(row.RowKey.AsSpan(row.RowKey.Length - 4), System.Globalization.CultureInfo.InvariantCulture)));
                places[id] = (found, Math.Max(generation, row.GetInt64(MarkerRow.Generation) ?? 0));
            }
        }
    }

    /// <summary>A table's rows, a partition after the other. Each partition's rows are to be read before the next partition.</summary>
    static async IAsyncEnumerable<(string Partition, IAsyncEnumerable<TableEntity> Rows)> ByPartitionAsync(TableClient table, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var rows = table.QueryAsync<TableEntity>(cancellationToken: cancellationToken).GetAsyncEnumerator(cancellationToken);
        var more = await rows.MoveNextAsync();
        while (more)
        {
            var partition = rows.Current.PartitionKey;
            yield return (partition, Rows());

            async IAsyncEnumerable<TableEntity> Rows()
            {
                for (; more && rows.Current.PartitionKey == partition; more = await rows.MoveNextAsync()) yield return rows.Current;
            }
        }
    }
}
