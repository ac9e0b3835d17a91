namespace Ingest.Storage.Counting;

/// <summary>Subjects written last, kept between transactions. A stale one does no harm: its ETag loses.</summary>
/// <param name="capacity">Counters in all.</param>
sealed class StateCache(int capacity)
{
    // What a subject takes beside its counters.
    const int Overhead = 8;

    readonly Lock gate = new();
    readonly Dictionary<string, LinkedListNode<(string Key, SubjectState State, int Weight)>> nodes = [];
    readonly LinkedList<(string Key, SubjectState State, int Weight)> order = [];
    int weight;

    /// <summary>Takes a subject out, to be changed; null where it is not kept.</summary>
    public SubjectState? Take(string subject)
    {
        lock (gate)
        {
            if (!nodes.Remove(subject, out var node)) return null;
            order.Remove(node);
            weight -= node.Value.Weight;
            return node.Value.State;
        }
    }

    /// <summary>Keeps a subject; the ones used longest ago go.</summary>
    public void Put(string subject, SubjectState state)
    {
        lock (gate)
        {
            var node = order.AddLast((subject, state, state.Tally.Size + Overhead));
            nodes.Add(subject, node);
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
