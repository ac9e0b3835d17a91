using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Ingest.Storage.Counting;
using Ingest.Storage.Rows;
using Ingest.Storage.Transactions;

namespace Ingest.Storage.Verification;

/// <summary>One day or speaker, recounted: its counters, its head and its rows in lists against its markers.</summary>
sealed class SubjectAudit<TDigest>(TableClient table, Subjects<TDigest> subjects, string subject)
    where TDigest : class
{
    // Rows of a transaction of a repair, beside the head.
    const int RowsAtOnce = 40;

    readonly Dictionary<CounterKey, Count> stored = [];
    readonly Dictionary<CounterKey, Count> counted = [];
    readonly List<string> buckets = [];
    TableEntity? head;

    /// <summary>Takes in a row.</summary>
    public void Add(TableEntity row)
    {
        if (row.RowKey.StartsWith(subjects.Marker, StringComparison.Ordinal))
        {
            foreach (var (key, count) in CounterJson.Read(LongText.Get(row, MarkerRow.Counters)))
            {
                var sum = counted.GetValueOrDefault(key) + count;
                if (sum == default) counted.Remove(key);
                else counted[key] = sum;
            }

            return;
        }

        foreach (var (key, count) in CounterJson.Read(LongText.Get(row, BucketRow.Counters))) stored[key] = stored.GetValueOrDefault(key) + count;
        if (row.RowKey.StartsWith(HeadRow.Kind, StringComparison.Ordinal)) head = row;
        else buckets.Add(row.RowKey);
    }

    /// <summary>What does not agree.</summary>
    /// <param name="listed">Of its rows in further lists: the sum of their checksums.</param>
    public IEnumerable<Difference> Differences(ulong listed)
    {
        foreach (var key in stored.Keys.Union(counted.Keys))
        {
            var (is_, should) = (stored.GetValueOrDefault(key), counted.GetValueOrDefault(key));
            if (is_ != should) yield return Of($"{Name(key)} is {Text(is_)}; its articles come to {Text(should)}");
        }

        if (head is null)
        {
            if (counted.Count > 0) yield return Of("the head row is missing");
            if (listed != 0) yield return Of("it is listed, and has no head row");
            yield break;
        }

        var digest = subjects.Digest(Recounted());
        var shown = new TableEntity();
        subjects.Show(shown, subject, digest);
        if (JsonSerializer.Serialize(digest, subjects.Type) != LongText.Get(head, HeadRow.Digest) || shown.Any(property => !head.TryGetValue(property.Key, out var value) || !Equals(property.Value, value)))
        {
            yield return Of("the summary is not what the articles come to");
        }

        if (ListedRow.Of(subjects, subject, digest).Aggregate(0UL, (sum, row) => unchecked(sum + Checksum.OfListed(row))) != listed) yield return Of("its rows in lists are not those of its summary");

        Difference Of(string what) => new(table.Name, subjects.NameOf(subject), what, false);
    }

    /// <summary>Writes head, counters and rows in lists anew, as the markers have them.</summary>
    /// <param name="listed">The keys of all rows in lists that say that they are its.</param>
    public async Task RepairAsync(IReadOnlyCollection<string> listed, CancellationToken cancellationToken)
    {
        var (tally, partition) = (Recounted(), subjects.PartitionOf(subject));
        var digest = subjects.Digest(tally);
        var right = ListedRow.Of(subjects, subject, digest).ToList();
        var etag = head?.ETag;
        var actions = Enumerable.Range(1, tally.Buckets - 1).Select(bucket => new TableTransactionAction(TableTransactionActionType.UpsertReplace, BucketRow.Of(partition, subject, bucket, tally)))
            .Concat(right.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)))
            .Concat(buckets.Where(key => BucketRow.IndexOf(key) >= tally.Buckets).Concat(listed.Except(right.Select(row => row.RowKey)))
                .Select(key => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(partition, key), ETag.All)));
        foreach (var chunk in actions.Chunk(RowsAtOnce).DefaultIfEmpty([]))
        {
            var transaction = new PartitionTransaction(partition);
            var row = HeadRow.Of(subjects, subject, tally, digest);
            transaction.Add(etag is { } known ? new(TableTransactionActionType.UpdateReplace, row, known) : new(TableTransactionActionType.Add, row));
            foreach (var action in chunk) transaction.Add(action);
            etag = (await transaction.SendAsync(table, cancellationToken))[0];
        }
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
