using Ingest.Storage.Counting;

namespace Ingest.Storage.Tests.Counting;

public sealed class TallyTests
{
    [Fact]
    public void A_counter_that_comes_to_nothing_is_gone()
    {
        var tally = new Tally();
        tally.Add(Key(1), new(2, 1));
        tally.Add(Key(1), new(-2, -1));
        Assert.Empty(tally.All);
        Assert.Equal(0, tally.Size);
    }

    [Fact]
    public void Counters_stay_where_their_keys_say_while_buckets_are_opened_one_by_one()
    {
        var tally = new Tally();
        for (var i = 0; i < 5000; i++)
        {
            tally.Settle();
            tally.Add(Key(i), new(i + 1, 1));
            tally.Grow(8);
            Assert.InRange(tally.Changed.Count, 1, 3);
        }

        Assert.InRange(tally.Buckets, 5000 / Tally.BucketSize, (5000 / Tally.BucketSize) + 1);
        for (var bucket = 0; bucket < tally.Buckets; bucket++) Assert.All(tally.Bucket(bucket).Keys, key => Assert.Equal(bucket, tally.BucketOf(key)));
        Assert.Equal(Enumerable.Range(1, 5000), tally.All.Select(counter => counter.Value.Quotes).Order());
    }

    [Fact]
    public void Counters_are_read_as_they_were_written()
    {
        KeyValuePair<CounterKey, Count>[] counters = [new(new(CounterKind.With, "a-b", "Ä \"B\" \\ \n"), new(3, 2)), new(new(CounterKind.Total), new(-1, 0))];
        Assert.Equal(counters, CounterJson.Read(CounterJson.Write(counters)));
    }

    static CounterKey Key(int i) => new(CounterKind.Speaker, $"speaker-{i}", $"Speaker {i}");
}
