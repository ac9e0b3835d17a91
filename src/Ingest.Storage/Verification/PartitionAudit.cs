using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure;
using Azure.Data.Tables;
using Ingest.Storage.Partitions;
using Ingest.Storage.Rows;
using Ingest.Storage.Transactions;

namespace Ingest.Storage.Verification;

/// <summary>One partition of days or speakers, recounted: its counters and its head against its markers.</summary>
sealed class PartitionAudit<TDigest>(TableClient table, string partition, Func<Tally, TDigest> digest, JsonTypeInfo<TDigest> type)
    where TDigest : class
{
    readonly Dictionary<CounterKey, Count> stored = [];
    readonly Dictionary<CounterKey, Count> counted = [];
    readonly List<string> buckets = [];
    TableEntity? head;

    /// <summary>The head as stored; null where there is none.</summary>
    public Snapshot<TDigest>? Head { get; private set; }

    /// <summary>Takes in a row that is not a marker.</summary>
    public void AddCounters(TableEntity row)
    {
        foreach (var (key, count) in CounterJson.Read(LongText.Get(row, BucketRow.Counters))) stored[key] = stored.GetValueOrDefault(key) + count;
        if (row.RowKey != HeadRow.Key)
        {
            buckets.Add(row.RowKey);
            return;
        }

        head = row;
        Head = new(partition, HeadRow.SequenceOf(row), HeadRow.DigestOf(row, type));
    }

    /// <summary>Takes in a marker.</summary>
    public void AddMarker(TableEntity row)
    {
        foreach (var (key, count) in CounterJson.Read(LongText.Get(row, MarkerRow.Counters)))
        {
            var sum = counted.GetValueOrDefault(key) + count;
            if (sum == default) counted.Remove(key);
            else counted[key] = sum;
        }
    }

    /// <summary>What does not agree.</summary>
    public IEnumerable<Difference> Differences()
    {
        foreach (var key in stored.Keys.Union(counted.Keys))
        {
            var (is_, should) = (stored.GetValueOrDefault(key), counted.GetValueOrDefault(key));
            if (is_ != should) yield return Of(HeadRow.Key, $"{Name(key)} is {Text(is_)}; its articles come to {Text(should)}");
        }

        if (head is null)
        {
            if (counted.Count > 0) yield return Of(HeadRow.Key, "the head row is missing");
            yield break;
        }

        var expected = JsonSerializer.Serialize(digest(Recounted()), type);
        if (expected != LongText.Get(head, HeadRow.Digest)) yield return Of(HeadRow.Key, "the summary is not what the articles come to");

        Difference Of(string row, string what) => new(table.Name, partition, row, what, false);
    }

    /// <summary>Writes head and counters anew, as the markers have them.</summary>
    public async Task<Snapshot<TDigest>> RepairAsync(CancellationToken cancellationToken)
    {
        var tally = Recounted();
        var snapshot = new Snapshot<TDigest>(partition, (Head?.Sequence ?? 0) + 1, digest(tally));
        var etag = head?.ETag;
        var actions = Enumerable.Range(1, tally.Buckets - 1).Select(bucket => new TableTransactionAction(TableTransactionActionType.UpsertReplace, BucketRow.Of(partition, bucket, tally)))
            .Concat(buckets.Where(key => BucketRow.IndexOf(key) >= tally.Buckets).Select(key => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(partition, key), ETag.All)));
        foreach (var chunk in actions.Chunk(40).DefaultIfEmpty([]))
        {
            var transaction = new PartitionTransaction(partition);
            var row = HeadRow.Of(snapshot, tally, type);
            transaction.Add(etag is { } known ? new(TableTransactionActionType.UpdateReplace, row, known) : new(TableTransactionActionType.Add, row));
            foreach (var action in chunk) transaction.Add(action);
            etag = (await transaction.SendAsync(table, cancellationToken))[0];
        }

        return snapshot;
    }

    Tally Recounted()
    {
        var tally = new Tally();
        foreach (var (key, count) in counted) tally.Add(key, count);
        tally.Grow(int.MaxValue);
        return tally;
    }

    static string Name(CounterKey key) => $"{key.Kind}{(key.A.Length > 0 ? " " + key.A : "")}{(key.B.Length > 0 ? " " + key.B : "")}";

    static string Text(Count count) => FormattableString.Invariant($"{count.Quotes} quotes in {count.Articles} articles");
}
