namespace Ingest.Storage.Transactions;

/// <summary>
/// Group commit. What several writers want done in one partition waits in that partition's lane while a transaction is under way, and then goes
/// together. A lone writer does not wait. Lanes of different partitions run side by side, as many as there are turns: what waits for a turn takes along what
/// comes meanwhile, so a transaction is the fuller the busier the storage is.
/// </summary>
/// <param name="turns">What all lanes of a store share.</param>
/// <param name="commit">Does the first so many of what waits (at least one), completes or fails them, and tells how many that were.</param>
/// <param name="atOnce">How much of what waits is shown to <paramref name="commit"/>.</param>
sealed class Lanes<TWork>(SemaphoreSlim turns, Func<string, IReadOnlyList<TWork>, Task<int>> commit, int atOnce = PartitionTransaction.MaxRows)
    where TWork : class
{
    readonly Lock gate = new();
    readonly Dictionary<string, Queue<TWork>> lanes = [];

    /// <summary>Puts work into its partition's lane, one piece behind the other.</summary>
    public void Enter(string partitionKey, IEnumerable<TWork> work)
    {
        lock (gate)
        {
            if (lanes.TryGetValue(partitionKey, out var lane))
            {
                foreach (var piece in work) lane.Enqueue(piece);
                return;
            }

            lanes.Add(partitionKey, lane = new Queue<TWork>(work));
            _ = Task.Run(() => RunAsync(partitionKey, lane));
        }
    }

    async Task RunAsync(string partitionKey, Queue<TWork> lane)
    {
        for (var done = 0; ;)
        {
            lock (gate)
            {
                for (; done > 0; done--) lane.Dequeue();
                if (lane.Count == 0)
                {
                    lanes.Remove(partitionKey);
                    return;
                }
            }

            await turns.WaitAsync();
            try
            {
                TWork[] waiting;
                lock (gate) waiting = [.. lane.Take(atOnce)];
                done = await commit(partitionKey, waiting);
            }
            finally
            {
                turns.Release();
            }
        }
    }
}
