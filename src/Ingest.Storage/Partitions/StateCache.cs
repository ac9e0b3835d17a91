namespace Ingest.Storage.Partitions;

/// <summary>Partitions written last, kept between transactions. A stale one does no harm: its ETag loses.</summary>
/// <param name="capacity">Counters in all.</param>
sealed class StateCache(int capacity)
{
    // What a partition takes beside its counters.
    const int Overhead = 8;

    readonly Lock gate = new();
    readonly Dictionary<string, LinkedListNode<(string Key, PartitionState State, int Weight)>> nodes = [];
    readonly LinkedList<(string Key, PartitionState State, int Weight)> order = [];
    int weight;

    /// <summary>Takes a partition out, to be changed; null where it is not kept.</summary>
    public PartitionState? Take(string partitionKey)
    {
        lock (gate)
        {
            if (!nodes.Remove(partitionKey, out var node)) return null;
            order.Remove(node);
            weight -= node.Value.Weight;
            return node.Value.State;
        }
    }

    /// <summary>Keeps a partition; the ones used longest ago go.</summary>
    public void Put(string partitionKey, PartitionState state)
    {
        lock (gate)
        {
            var node = order.AddLast((partitionKey, state, state.Tally.Size + Overhead));
            nodes.Add(partitionKey, node);
            weight += node.Value.Weight;
            while (weight > capacity && order.First is { } oldest)
            {
                order.RemoveFirst();
                nodes.Remove(oldest.Value.Key);
                weight -= oldest.Value.Weight;
            }
        }
    }
}
