using System.Text.Json.Serialization.Metadata;
using Azure;
using Azure.Data.Tables;
using Ingest.Storage.Rows;
using Ingest.Storage.Transactions;

namespace Ingest.Storage.Partitions;

/// <summary>
/// A table whose partitions each hold a head row, counters and a marker for each article. Every change of a partition is one transaction that
/// replaces the head under its ETag, so head, counters and markers always agree.
/// </summary>
sealed class CountedTable<TDigest>
    where TDigest : class
{
    // Of the bytes that a transaction takes, what markers may have; the rest is for the head and the buckets.
    const int MaxMarkerBytes = 2_000_000;

    // Markers that are read for one transaction, side by side.
    const int MaxMarkersRead = 24;

    readonly TableClient table;
    readonly SemaphoreSlim turns;
    readonly Func<Tally, TDigest> digest;
    readonly JsonTypeInfo<TDigest> type;
    readonly IngestOptions options;
    readonly TimeProvider time;
    readonly StateCache cache;
    readonly Lanes<Work> lanes;

    // Above zero: partitions not seen before were mostly there already, so it pays to read them before writing.
    int mostlyThere;

    /// <param name="digest">What the counters come to, to be shown: stands in the head row, so that a summary reads one row.</param>
    public CountedTable(TableClient table, SemaphoreSlim turns, Func<Tally, TDigest> digest, JsonTypeInfo<TDigest> type, IngestOptions options, TimeProvider time)
    {
        (this.table, this.turns, this.digest, this.type, this.options, this.time) = (table, turns, digest, type, options, time);
        cache = new(options.CachedCounts);
        lanes = new(turns, CommitAsync);
    }

    /// <summary>Brings the markers to what the changes say, and the counters with them; each change exactly once, however often it is asked for.</summary>
    /// <returns>The partition after the last of them.</returns>
    /// <exception cref="OutrunException">A later generation has been here.</exception>
    public async Task<Snapshot<TDigest>> ApplyAsync(string partitionKey, IEnumerable<MarkerChange> changes, CancellationToken cancellationToken)
    {
        var work = changes.Select(change => new Work(change)).ToList();
        lanes.Enter(partitionKey, work);
        var snapshots = await Task.WhenAll(work.Select(piece => piece.Done.Task)).WaitAsync(cancellationToken);
        return snapshots.MaxBy(snapshot => snapshot.Sequence)!;
    }

    /// <summary>The partition as stored; null where there is none.</summary>
    public async Task<Snapshot<TDigest>?> ReadAsync(string partitionKey, CancellationToken cancellationToken) =>
        await table.GetEntityIfExistsAsync<TableEntity>(partitionKey, HeadRow.Key, cancellationToken: cancellationToken) is { HasValue: true, Value: { } head }
            ? new(partitionKey, HeadRow.SequenceOf(head), HeadRow.DigestOf(head, type))
            : null;

    async Task<int> CommitAsync(string partitionKey, IReadOnlyList<Work> waiting)
    {
        try
        {
            var blind = waiting.All(work => work.Change.Fresh) && Volatile.Read(ref mostlyThere) <= 0;
            for (var attempt = 1; ; attempt++)
            {
                var state = attempt == 1 ? cache.Take(partitionKey) : null;
                state ??= attempt == 1 && blind ? Nothing() : await LoadAsync(partitionKey, guessed: attempt == 1) ?? Nothing();
                try
                {
                    return await CommitAsync(partitionKey, state, waiting);
                }
                catch (RequestFailedException e) when (StorageConflict.Is(e) && attempt < options.MaxConflicts)
                {
                    if (state.Head is null) Learn(there: true);
                    else if (StorageConflict.IsExisting(e))
                    {
                        // A marker stands where none was expected: an answer was lost, or the article is being written twice.
                        foreach (var work in waiting) work.Change.Fresh = false;
                    }

                    if (attempt > 1 || state.Head is not null) await Backoff.WaitAsync(attempt, time, turns);
                }
            }
        }
        catch (Exception e)
        {
            foreach (var work in waiting) work.Done.TrySetException(e);
            return waiting.Count;
        }
    }

    async Task<int> CommitAsync(string partitionKey, PartitionState state, IReadOnlyList<Work> waiting)
    {
        var candidates = waiting.Any(work => !work.Change.Fresh) ? waiting.Take(MaxMarkersRead).ToList() : waiting;
        var markers = await ReadMarkersAsync(partitionKey, candidates);
        var transaction = new PartitionTransaction(partitionKey);
        var outrun = new List<Work>();
        var taken = 0;
        foreach (var work in candidates)
        {
            var marker = markers.GetValueOrDefault(work.Change.RowKey);
            var generation = marker?.GetInt64(MarkerRow.Generation) ?? -1;
            if (generation > work.Change.Generation)
            {
                outrun.Add(work);
            }
            else if (generation < work.Change.Generation)
            {
                if (!TryApply(partitionKey, state.Tally, work.Change, marker, transaction)) break;
            }

            taken++;
        }

        var snapshot = transaction.Rows > 0
            ? await SendAsync(partitionKey, state, transaction)
            : await ReadAsync(partitionKey, CancellationToken.None) ?? new(partitionKey, 0, digest(state.Tally));
        cache.Put(partitionKey, state);
        foreach (var work in candidates.Take(taken))
        {
            if (outrun.Contains(work)) work.Done.SetException(new OutrunException());
            else work.Done.SetResult(snapshot);
        }

        return taken;
    }

    /// <summary>Puts a change into the transaction and the counters; false where it has to wait for the next.</summary>
    static bool TryApply(string partitionKey, Tally tally, MarkerChange change, TableEntity? marker, PartitionTransaction transaction)
    {
        var before = marker is null ? [] : CounterJson.Read(LongText.Get(marker, MarkerRow.Counters));
        var row = MarkerRow.Of(partitionKey, change);

        // The head's ETag stands for all rows: none of them changed since the marker was read.
        TableTransactionAction action = marker is null ? new(TableTransactionActionType.Add, row) : new(TableTransactionActionType.UpdateReplace, row, ETag.All);
        var buckets = change.Counters.Concat(before).Select(counter => tally.BucketOf(counter.Key)).Concat(tally.Changed).Distinct().Count(bucket => bucket != 0);
        var rows = 1 + transaction.Rows + 1 + buckets;
        var first = transaction.Rows == 0;
        if (!first && (rows > PartitionTransaction.MaxRows || transaction.Bytes + RowSize.Of(row) > MaxMarkerBytes || !transaction.Fits([action]))) return false;
        transaction.Add(action);
        foreach (var (key, count) in before) tally.Add(key, default(Count) - count);
        foreach (var (key, count) in change.Counters) tally.Add(key, count);
        return true;
    }

    async Task<Snapshot<TDigest>> SendAsync(string partitionKey, PartitionState state, PartitionTransaction transaction)
    {
        var tally = state.Tally;
        var free = PartitionTransaction.MaxRows - 1 - transaction.Rows - tally.Changed.Count(bucket => bucket != 0);
        tally.Grow(most: Math.Min(free / 2, 8));
        var snapshot = new Snapshot<TDigest>(partitionKey, state.Sequence + 1, digest(tally));
        foreach (var bucket in tally.Changed.Where(bucket => bucket != 0))
        {
            transaction.Add(new(TableTransactionActionType.UpsertReplace, BucketRow.Of(partitionKey, bucket, tally)));
        }

        var head = HeadRow.Of(snapshot, tally, type);
        transaction.Add(state.Head is { } etag ? new(TableTransactionActionType.UpdateReplace, head, etag) : new(TableTransactionActionType.Add, head));
        var etags = await transaction.SendAsync(table, CancellationToken.None);
        tally.Settle();
        (state.Head, state.Sequence) = (etags[^1], snapshot.Sequence);
        return snapshot;
    }

    async Task<Dictionary<string, TableEntity>> ReadMarkersAsync(string partitionKey, IEnumerable<Work> works)
    {
        var rows = await Task.WhenAll(works.Where(work => !work.Change.Fresh).Select(work => work.Change.RowKey).Distinct().Select(key =>
            table.GetEntityIfExistsAsync<TableEntity>(partitionKey, key, [.. MarkerRow.Columns])));
        return rows.Where(row => row.HasValue).ToDictionary(row => row.Value!.RowKey, row => row.Value!);
    }

    async Task<PartitionState?> LoadAsync(string partitionKey, bool guessed)
    {
        var head = await table.GetEntityIfExistsAsync<TableEntity>(partitionKey, HeadRow.Key);
        if (guessed) Learn(there: head.HasValue);
        if (!head.HasValue) return null;
        var tally = new Tally(head.Value!.GetInt32(HeadRow.Buckets) ?? 1);
        tally.Load(0, CounterJson.Read(LongText.Get(head.Value, BucketRow.Counters)));
        if (tally.Buckets > 1)
        {
            await foreach (var row in BucketRow.QueryAsync(table, partitionKey))
            {
                // A bucket opened since the head was read: then the head's ETag loses anyway.
                if (BucketRow.IndexOf(row.RowKey) is var index && index < tally.Buckets) tally.Load(index, CounterJson.Read(LongText.Get(row, BucketRow.Counters)));
            }
        }

        return new() { Head = head.Value.ETag, Sequence = HeadRow.SequenceOf(head.Value), Tally = tally };
    }

    void Learn(bool there)
    {
        var seen = Volatile.Read(ref mostlyThere);
        Volatile.Write(ref mostlyThere, Math.Clamp(seen + (there ? 1 : -1), -3, 3));
    }

    static PartitionState Nothing() => new() { Tally = new() };

    sealed class Work(MarkerChange change)
    {
        public MarkerChange Change { get; } = change;

        public TaskCompletionSource<Snapshot<TDigest>> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
