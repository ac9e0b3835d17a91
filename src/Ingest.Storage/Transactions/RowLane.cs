using Azure;
using Azure.Data.Tables;

namespace Ingest.Storage.Transactions;

/// <summary>Group commit for a table whose rows each stand for themselves, under their own ETags.</summary>
sealed class RowLane
{
    readonly TableClient table;
    readonly Lanes<Work> lanes;

    public RowLane(TableClient table, SemaphoreSlim turns)
    {
        this.table = table;
        lanes = new(turns, CommitAsync);
    }

    /// <summary>Does all of <paramref name="actions"/> (one partition, within a transaction's rules) or nothing.</summary>
    /// <returns>The rows' new ETags, in order.</returns>
    /// <exception cref="RequestFailedException">One of these actions met a conflict, or the service failed: then it may have been done.</exception>
    public async Task<ETag[]> CommitAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        var work = new Work(actions);
        lanes.Enter(actions[0].Entity.PartitionKey, [work]);
        return await work.Done.Task.WaitAsync(cancellationToken);
    }

    async Task<int> CommitAsync(string partitionKey, IReadOnlyList<Work> waiting)
    {
        var together = new List<Work>();
        var transaction = new PartitionTransaction(partitionKey);
        foreach (var work in waiting)
        {
            if (together.Count > 0 && !transaction.Fits(work.Actions)) break;
            together.Add(work);
            try
            {
                foreach (var action in work.Actions) transaction.Add(action);
            }
            catch (TransactionRuleException e)
            {
                // Only the first can be one that fits no transaction: a fault in the program, told to its caller.
                work.Done.SetException(e);
                return 1;
            }
        }

        await SendAsync(partitionKey, together);
        return together.Count;
    }

    /// <summary>Sends them together; where one of them meets a conflict, that one fails and the others go again.</summary>
    async Task SendAsync(string partitionKey, List<Work> together)
    {
        for (var remaining = together; remaining.Count > 0;)
        {
            var transaction = new PartitionTransaction(partitionKey);
            foreach (var work in remaining)
            {
                foreach (var action in work.Actions) transaction.Add(action);
            }

            try
            {
                var etags = await transaction.SendAsync(table, CancellationToken.None);
                var next = 0;
                foreach (var work in remaining)
                {
                    work.Done.SetResult(etags[next..(next + work.Actions.Count)]);
                    next += work.Actions.Count;
                }

                return;
            }
            catch (RequestFailedException e) when (StorageConflict.Is(e) && remaining.Count > 1)
            {
                if (Loser(remaining, e) is { } loser)
                {
                    loser.Done.SetException(e);
                    remaining = [.. remaining.Where(work => work != loser)];
                    continue;
                }

                foreach (var work in remaining) await SendAsync(partitionKey, [work]);
                return;
            }
            catch (Exception e)
            {
                foreach (var work in remaining) work.Done.SetException(e);
                return;
            }
        }
    }

    static Work? Loser(List<Work> together, RequestFailedException e)
    {
        if (StorageConflict.Index(e) is not { } index) return null;
        foreach (var work in together)
        {
            if (index < work.Actions.Count) return work;
            index -= work.Actions.Count;
        }

        return null;
    }

    sealed class Work(IReadOnlyList<TableTransactionAction> actions)
    {
        public IReadOnlyList<TableTransactionAction> Actions { get; } = actions;

        public TaskCompletionSource<ETag[]> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
