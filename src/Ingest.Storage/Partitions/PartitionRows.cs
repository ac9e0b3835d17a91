using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;
using Ingest.Storage.Rows;

namespace Ingest.Storage.Partitions;

/// <summary>The row that every transaction of a partition replaces: the first bucket of counters, and what all of them come to.</summary>
static class HeadRow
{
    public const string Key = "head";
    public const string Sequence = "Sequence";
    public const string Buckets = "Buckets";
    public const string Digest = "Digest";

    public static TableEntity Of<TDigest>(Snapshot<TDigest> snapshot, Tally tally, JsonTypeInfo<TDigest> type)
    {
        var row = new TableEntity(snapshot.Partition, Key) { [Sequence] = snapshot.Sequence, [Buckets] = tally.Buckets };
        LongText.Set(row, BucketRow.Counters, CounterJson.Write(tally.Bucket(0)));
        LongText.Set(row, Digest, JsonSerializer.Serialize(snapshot.Digest, type));
        return row;
    }

    public static long SequenceOf(TableEntity head) => head.GetInt64(Sequence) ?? 0;

    public static TDigest DigestOf<TDigest>(TableEntity head, JsonTypeInfo<TDigest> type) =>
        JsonSerializer.Deserialize(LongText.Get(head, Digest) ?? throw new InvalidDataException($"The head row of partition \"{head.PartitionKey}\" has no digest. Run verify --repair."), type)!;
}

/// <summary>A row of counters: all buckets but the first.</summary>
static class BucketRow
{
    public const string Counters = "Counters";
    const string Prefix = "b";

    public static TableEntity Of(string partitionKey, int bucket, Tally tally)
    {
        var row = new TableEntity(partitionKey, KeyOf(bucket));
        LongText.Set(row, Counters, CounterJson.Write(tally.Bucket(bucket)));
        return row;
    }

    public static IAsyncEnumerable<TableEntity> QueryAsync(TableClient table, string partitionKey, CancellationToken cancellationToken = default) =>
        table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partitionKey} and RowKey ge {Prefix} and RowKey lt {Keys.TableKey.After(Prefix)}"), cancellationToken: cancellationToken);

    public static int IndexOf(string rowKey) => int.Parse(rowKey.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture);

    static string KeyOf(int bucket) => Prefix + bucket.ToString("D6", CultureInfo.InvariantCulture);
}

/// <summary>An article's row in a partition: its generation, what it contributes to the counters, and what is shown of it.</summary>
static class MarkerRow
{
    public const string Generation = "Generation";
    public const string Counters = "Counters";
    public const string Left = "Left";

    /// <summary>What has to be read to replace one.</summary>
    public static readonly string[] Columns = ["PartitionKey", "RowKey", Generation, Counters, Parts.Name(Counters, 1)];

    public static TableEntity Of(string partitionKey, MarkerChange change)
    {
        var row = new TableEntity(partitionKey, change.RowKey) { [Generation] = change.Generation, [Left] = change.Fill is null };
        if (change.Counters.Count > 0) LongText.Set(row, Counters, CounterJson.Write(change.Counters));
        change.Fill?.Invoke(row);
        return row;
    }
}
