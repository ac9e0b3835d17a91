using Azure;
using Azure.Data.Tables;
using Ingest.Storage.Rows;
using Ingest.Storage.Transactions;

namespace Ingest.Storage.Counting;

/// <summary>
/// A transaction of a partition in the making: markers of some subjects, and with them those subjects' counters, heads and rows of lists. It changes the counters that it is
/// given as it grows; where it is not sent, they are not to be used again.
/// </summary>
/// <param name="sure">That the rows of lists are as the heads say; else what is there or not does not matter.</param>
sealed class Draft<TDigest>(string partitionKey, Subjects<TDigest> subjects, bool sure)
    where TDigest : class
{
    // Of the bytes that a transaction takes: what markers may have, and what heads may where there are several; the rest is for the buckets.
    const int MaxMarkerBytes = 2_000_000;
    const int MaxHeadBytes = 1_000_000;

    // Of one subject in one transaction.
    const int MostBucketsOpened = 8;

    readonly List<(string Subject, SubjectState State)> touched = [];
    readonly PartitionTransaction transaction = new(partitionKey);
    int markerBytes, headBytes;

    // What the subjects' heads and lists will take.
    int rowsBeside;

    /// <summary>Puts a change into the transaction and the counters; false where it has to wait for the next.</summary>
    /// <param name="marker">The marker as it is stored; null where there is none.</param>
    public bool TryAdd(string subject, SubjectState state, MarkerChange change, TableEntity? marker)
    {
        var before = marker is null ? [] : CounterJson.Read(LongText.Get(marker, MarkerRow.Counters));
        var row = MarkerRow.Of(partitionKey, change);

        // The head's ETag stands for all rows: none of them changed since the marker was read.
        TableTransactionAction action = marker is null ? new(TableTransactionActionType.Add, row) : new(TableTransactionActionType.UpdateReplace, row, ETag.All);
        var (tally, bytes) = (state.Tally, RowSize.Of(row));
        var first = touched.Count == 0;
        var known = touched.Exists(one => one.State == state);

        var beside = known ? 0 : 1 + subjects.MostListed(subject);
        var buckets = change.Counters.Concat(before).Select(counter => tally.BucketOf(counter.Key)).Where(bucket => bucket != 0 && !tally.Changed.Contains(bucket)).Distinct().Count();
        if (!first)
        {
            var opened = touched.Sum(one => one.State.Tally.Changed.Count(bucket => bucket != 0));
            if (transaction.Rows + 1 + rowsBeside + beside + opened + buckets > PartitionTransaction.MaxRows) return false;
            if (markerBytes + bytes > MaxMarkerBytes || !transaction.Fits([action])) return false;
            if (!known && headBytes + state.HeadBytes > MaxHeadBytes) return false;
        }

        if (!known)
        {
            touched.Add((subject, state));
            headBytes += state.HeadBytes;
        }

        (markerBytes, rowsBeside) = (markerBytes + bytes, rowsBeside + beside);
        transaction.Add(action);
        foreach (var (key, count) in before) tally.Add(key, default(Count) - count);
        foreach (var (key, count) in change.Counters) tally.Add(key, count);
        return true;
    }

    /// <summary>Does all of it, or nothing, and brings the subjects' states to it; nothing where nothing was added.</summary>
    /// <exception cref="RequestFailedException">It met a conflict, or the service failed.</exception>
    /// <exception cref="TransactionRuleException">It is too large after all.</exception>
    public async Task SendAsync(TableClient table)
    {
        if (touched.Count == 0) return;
        var free = PartitionTransaction.MaxRows - transaction.Rows - rowsBeside - touched.Sum(one => one.State.Tally.Changed.Count(bucket => bucket != 0));
        var heads = new List<(SubjectState State, int Index, int Bytes, int Quotes)>();
        foreach (var (subject, state) in touched)
        {
            var tally = state.Tally;
            var changed = tally.Changed.Count;
            tally.Grow(most: Math.Clamp(free / 2, 0, MostBucketsOpened));
            free -= tally.Changed.Count - changed;
            var digest = subjects.Digest(tally);
            foreach (var bucket in tally.Changed.Where(bucket => bucket != 0)) transaction.Add(new(TableTransactionActionType.UpsertReplace, BucketRow.Of(partitionKey, subject, bucket, tally)));
            List(subject, state, digest);
            var head = HeadRow.Of(subjects, subject, tally, digest);
            heads.Add((state, transaction.Rows, RowSize.Of(head), subjects.Quotes(digest)));
            transaction.Add(state.Head is { } etag ? new(TableTransactionActionType.UpdateReplace, head, etag) : new(TableTransactionActionType.Add, head));
        }

        var etags = await transaction.SendAsync(table, CancellationToken.None);
        foreach (var (state, index, bytes, quotes) in heads)
        {
            state.Tally.Settle();
            (state.Head, state.HeadBytes, state.Quotes) = (etags[index], bytes, quotes);
        }
    }

    /// <summary>Brings the rows of further lists from what the head said to what it says now.</summary>
    void List(string subject, SubjectState state, TDigest digest)
    {
        var before = subjects.ListedAt(subject, state.Quotes).ToHashSet();
        foreach (var row in ListedRow.Of(subjects, subject, digest))
        {
            // An upsert would cost the emulator a second look for each.
            var there = before.Remove(row.RowKey);
            transaction.Add(!sure ? new(TableTransactionActionType.UpsertReplace, row)
                : there ? new(TableTransactionActionType.UpdateReplace, row, ETag.All)
                : new(TableTransactionActionType.Add, row));
        }

        foreach (var key in before) transaction.Add(new(TableTransactionActionType.Delete, new TableEntity(partitionKey, key), ETag.All));
    }
}
