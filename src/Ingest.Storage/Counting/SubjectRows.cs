using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;
using Ingest.Storage.Keys;
using Ingest.Storage.Rows;

namespace Ingest.Storage.Counting;

/// <summary>Keys of a subject's rows: a letter for the kind of row, the subject, the separator, the rest.</summary>
static class SubjectRow
{
    /// <summary>How the keys of a subject's rows of a kind start.</summary>
    public static string Prefix(string kind, string subject) => $"{kind}{subject}{TableKey.Separator}";

    /// <summary>Whose row it is.</summary>
    public static string SubjectOf(string rowKey) => rowKey[1..rowKey.IndexOf(TableKey.Separator, StringComparison.Ordinal)];

    /// <summary>What of the key stands behind the subject.</summary>
    public static ReadOnlySpan<char> RestOf(string rowKey) => rowKey.AsSpan(rowKey.IndexOf(TableKey.Separator, StringComparison.Ordinal) + 1);
}

/// <summary>The row that every change of a subject replaces: the first bucket of its counters, what all of them come to, and what lists show of it.</summary>
static class HeadRow
{
    /// <summary>How the keys start.</summary>
    public const string Kind = "h";

    public const string Buckets = "Buckets";
    public const string Digest = "Digest";
    public const string Quotes = "Quotes";

    public static string KeyOf(string subject) => SubjectRow.Prefix(Kind, subject);

    public static TableEntity Of<TDigest>(Subjects<TDigest> subjects, string subject, Tally tally, TDigest digest)
        where TDigest : class
    {
        var row = new TableEntity(subjects.PartitionOf(subject), KeyOf(subject)) { [Buckets] = tally.Buckets };
        subjects.Show(row, subject, digest);
        LongText.Set(row, BucketRow.Counters, CounterJson.Write(tally.Bucket(0)));
        LongText.Set(row, Digest, JsonSerializer.Serialize(digest, subjects.Type));
        return row;
    }

    public static TDigest DigestOf<TDigest>(TableEntity head, JsonTypeInfo<TDigest> type) =>
        JsonSerializer.Deserialize(LongText.Get(head, Digest) ?? throw new InvalidDataException($"The head row \"{head.RowKey}\" has no digest. Run verify --repair."), type)!;
}

/// <summary>A row of a subject in a further list.</summary>
static class ListedRow
{
    /// <summary>All of them, by the keys that its digest gives them.</summary>
    public static IEnumerable<TableEntity> Of<TDigest>(Subjects<TDigest> subjects, string subject, TDigest digest)
        where TDigest : class
    {
        foreach (var key in subjects.ListedAt(subject, subjects.Quotes(digest)))
        {
            var row = new TableEntity(subjects.PartitionOf(subject), key);
            subjects.Show(row, subject, digest);
            yield return row;
        }
    }
}

/// <summary>A row of a subject's counters: all buckets but the first.</summary>
static class BucketRow
{
    /// <summary>How the keys start.</summary>
    public const string Kind = "b";

    public const string Counters = "Counters";

    public static TableEntity Of(string partitionKey, string subject, int bucket, Tally tally)
    {
        var row = new TableEntity(partitionKey, SubjectRow.Prefix(Kind, subject) + bucket.ToString("D6", CultureInfo.InvariantCulture));
        LongText.Set(row, Counters, CounterJson.Write(tally.Bucket(bucket)));
        return row;
    }

    public static IAsyncEnumerable<TableEntity> QueryAsync(TableClient table, string partitionKey, string subject, CancellationToken cancellationToken = default)
    {
        var prefix = SubjectRow.Prefix(Kind, subject);
        return table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {partitionKey} and RowKey ge {prefix} and RowKey lt {TableKey.After(prefix)}"), cancellationToken: cancellationToken);
    }

    public static int IndexOf(string rowKey) => int.Parse(SubjectRow.RestOf(rowKey), NumberStyles.None, CultureInfo.InvariantCulture);
}

/// <summary>An article's row with a subject: its generation, what it contributes to the counters, and what is shown of it.</summary>
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
