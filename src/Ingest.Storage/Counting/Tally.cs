namespace Ingest.Storage.Counting;

/// <summary>
/// The counters of a subject, spread over buckets: one row each, the first in the head row. One more bucket is opened when there are more than
/// <see cref="BucketSize"/> counters to each, and then only one old bucket splits (linear hashing), so that no transaction rewrites more than it touches.
/// </summary>
sealed class Tally
{
    /// <summary>Counters in a bucket, on average, before another bucket is opened: a row of about 3 KB.</summary>
    public const int BucketSize = 64;

    readonly List<Dictionary<CounterKey, Count>> buckets = [];
    readonly HashSet<int> changed = [];

    public Tally(int buckets = 1)
    {
        for (var i = 0; i < buckets; i++) this.buckets.Add([]);
    }

    /// <summary>Rows that the counters stand in; from 1.</summary>
    public int Buckets => buckets.Count;

    /// <summary>Counters that are not zero.</summary>
    public int Size { get; private set; }

    /// <summary>Buckets that were touched since <see cref="Settle"/>.</summary>
    public IReadOnlyCollection<int> Changed => changed;

    /// <summary>All counters, in no order.</summary>
    public IEnumerable<KeyValuePair<CounterKey, Count>> All => buckets.SelectMany(bucket => bucket);

    /// <summary>The counters of one bucket.</summary>
    public IReadOnlyDictionary<CounterKey, Count> Bucket(int index) => buckets[index];

    /// <summary>The bucket that <paramref name="key"/> stands in.</summary>
    public int BucketOf(CounterKey key) => BucketOf(key, buckets.Count);

    /// <summary>Adds <paramref name="delta"/> to a counter; one that comes to nothing is gone.</summary>
    public void Add(CounterKey key, Count delta)
    {
        if (delta == default) return;
        var index = BucketOf(key);
        var bucket = buckets[index];
        var before = bucket.Count;
        var sum = bucket.GetValueOrDefault(key) + delta;
        if (sum == default) bucket.Remove(key);
        else bucket[key] = sum;
        Size += bucket.Count - before;
        changed.Add(index);
    }

    /// <summary>Takes over what a row holds.</summary>
    public void Load(int index, IEnumerable<KeyValuePair<CounterKey, Count>> counters)
    {
        foreach (var (key, count) in counters) buckets[index][key] = count;
        Size = buckets.Sum(bucket => bucket.Count);
    }

    /// <summary>Opens buckets where there are too few, at most <paramref name="most"/>.</summary>
    public void Grow(int most)
    {
        for (; most > 0 && Size > BucketSize * buckets.Count; most--)
        {
            var opened = buckets.Count;
            var split = opened - (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)opened + 1) / 2;
            buckets.Add([]);
            foreach (var (key, count) in buckets[split].Where(counter => BucketOf(counter.Key, opened + 1) == opened).ToList())
            {
                buckets[split].Remove(key);
                buckets[opened].Add(key, count);
            }

            changed.Add(split);
            changed.Add(opened);
        }
    }

    /// <summary>What was changed is stored.</summary>
    public void Settle() => changed.Clear();

    static int BucketOf(CounterKey key, int count)
    {
        if (count == 1) return 0;
        var size = System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count);
        var bucket = key.StableHash & (size - 1);
        return (int)(bucket < count ? bucket : bucket - (size / 2));
    }
}
