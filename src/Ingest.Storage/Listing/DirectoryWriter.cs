using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Ingest.Storage.Transactions;

namespace Ingest.Storage.Listing;

/// <summary>
/// Keeps the directory up with the partitions. A row is made from a partition's head and bears its sequence; one of a lower sequence never replaces
/// one of a higher, so whoever writes last, the latest stands. A writer ends only when the directory is as late as what it wrote; one that died is
/// made up for by its retry, or by whoever next writes that partition.
/// </summary>
sealed class DirectoryWriter
{
    // Updates of one day or speaker that wait together become one, so more than fit a transaction may be looked at.
    const int MaxGuards = 40;

    const int MaxCachedGuards = 50_000;

    readonly TableClient table;
    readonly SemaphoreSlim turns;
    readonly IngestOptions options;
    readonly TimeProvider time;
    readonly Lanes<Work> lanes;
    readonly ConcurrentDictionary<string, DirectoryGuard> guards = new();

    public DirectoryWriter(TableClient table, SemaphoreSlim turns, IngestOptions options, TimeProvider time)
    {
        (this.table, this.turns, this.options, this.time) = (table, turns, options, time);
        lanes = new(turns, CommitAsync, atOnce: 1000);
    }

    /// <summary>Ends when the directory shows all of these, or later ones.</summary>
    public async Task ShowAsync(IEnumerable<DirectoryUpdate> updates, CancellationToken cancellationToken)
    {
        var work = updates.Select(update => new Work(update)).ToList();
        lanes.Enter(DirectoryRows.Partition, work);
        await Task.WhenAll(work.Select(piece => piece.Done.Task)).WaitAsync(cancellationToken);
    }

    async Task<int> CommitAsync(string partitionKey, IReadOnlyList<Work> waiting)
    {
        try
        {
            var doubted = new HashSet<string>();
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await CommitAsync(waiting, attempt, doubted);
                }
                catch (RequestFailedException e) when (StorageConflict.Is(e) && attempt < options.MaxConflicts)
                {
                    if (attempt > 1) await Backoff.WaitAsync(attempt, time, turns);
                }
            }
        }
        catch (Exception e)
        {
            foreach (var work in waiting) work.Done.TrySetException(e);
            return waiting.Count;
        }
    }

    /// <param name="doubted">Guards that are to be read, since they are not as they were written last: the one that a first try fails on, then all of them.</param>
    async Task<int> CommitAsync(IReadOnlyList<Work> waiting, int attempt, HashSet<string> doubted)
    {
        var latest = new Dictionary<string, DirectoryUpdate>();
        foreach (var work in waiting)
        {
            var update = work.Update;
            if (latest.TryGetValue(update.Guard, out var other) ? update.Sequence > other.Sequence : latest.Count < MaxGuards) latest[update.Guard] = update;
        }

        var stored = await ReadGuardsAsync(latest.Values, doubted);
        var transaction = new PartitionTransaction(DirectoryRows.Partition);
        var (shown, written) = (new Dictionary<string, long>(), new List<(int Index, DirectoryUpdate Update)>());
        foreach (var (guard, update) in latest)
        {
            var before = stored.GetValueOrDefault(guard);
            if (before is null || before.Sequence < update.Sequence)
            {
                var actions = update.Actions(before, sure: attempt == 1).ToList();
                if (!transaction.Fits(actions)) break;
                written.Add((transaction.Rows, update));
                foreach (var action in actions) transaction.Add(action);
            }

            shown.Add(guard, update.Sequence);
        }

        if (transaction.Rows > 0)
        {
            var etags = await SendAsync();
            if (guards.Count > MaxCachedGuards) guards.Clear();
            foreach (var (index, update) in written) guards[update.Guard] = update.After(etags[index]);
        }

        // What waits is taken from the front; a later piece that is shown too is found to be so when its turn comes.
        var taken = waiting.TakeWhile(work => shown.ContainsKey(work.Update.Guard)).ToList();
        foreach (var work in taken) work.Done.SetResult();
        return taken.Count;

        async Task<ETag[]> SendAsync()
        {
            try
            {
                return await transaction.SendAsync(table, CancellationToken.None);
            }
            catch (RequestFailedException e) when (StorageConflict.Is(e))
            {
                if (attempt == 1 && StorageConflict.Index(e) is { } index && written.FindLast(one => one.Index <= index) is { Update: { } update }) doubted.Add(update.Guard);
                else doubted.UnionWith(latest.Keys);
                throw;
            }
        }
    }

    async Task<Dictionary<string, DirectoryGuard>> ReadGuardsAsync(IEnumerable<DirectoryUpdate> updates, HashSet<string> doubted)
    {
        var known = new Dictionary<string, DirectoryGuard>();
        var unknown = new List<string>();
        foreach (var update in updates)
        {
            // A first snapshot has no rows yet.
            var believed = !doubted.Contains(update.Guard);
            if (believed && guards.TryGetValue(update.Guard, out var guard)) known.Add(update.Guard, guard);
            else if (!believed || update.Sequence > 1) unknown.Add(update.Guard);
        }

        foreach (var row in await Task.WhenAll(unknown.Select(key =>
            table.GetEntityIfExistsAsync<TableEntity>(DirectoryRows.Partition, key))))
        {
            if (row.HasValue) known.Add(row.Value!.RowKey, new(row.Value.ETag, row.Value.GetInt64(DirectoryRows.Sequence) ?? 0, DirectoryRows.Int(row.Value, "Quotes")));
        }

        return known;
    }

    sealed class Work(DirectoryUpdate update)
    {
        public DirectoryUpdate Update { get; } = update;

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
