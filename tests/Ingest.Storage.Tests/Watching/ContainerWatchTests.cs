using System.Globalization;
using Ingest.Storage.Tests.Kit;
using Ingest.Storage.Watching;
using Ingest.Testing;

namespace Ingest.Storage.Tests.Watching;

/// <summary>A container that is larger than a page, as the watcher reads it: a few pages a look. Pages are small here, so that there are many.</summary>
public sealed class ContainerWatchTests(AzuriteFixture azurite)
{
    const int PageSize = 3;

    readonly Dictionary<string, string> there = new(StringComparer.Ordinal);
    readonly List<BlobVersion> found = [];

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Every_version_is_found_once_whatever_comes_changes_and_goes_while_pages_are_read(int seed)
    {
        var store = await TestStore.CreateAsync(azurite);
        var (watch, random) = (Watch(store), new Random(seed));
        for (var step = 0; step < 150; step++)
        {
            var name = random.Next(4) > 0 || there.Count == 0 ? Name(random.Next(200)) : there.Keys.ElementAt(random.Next(there.Count));
            if (random.Next(4) == 0 && there.ContainsKey(name)) await DeleteAsync(store, name);
            else await UploadAsync(store, name);
            if (random.Next(2) == 0) await LookAsync(watch);
        }

        await RoundAsync(watch);

        Assert.All(there, blob => Assert.Contains(found, one => one.Name == blob.Key && one.ETag == blob.Value));
        Assert.Equal(found.Count, found.DistinctBy(one => (one.Name, one.ETag)).Count());
        var before = found.Count;
        await RoundAsync(watch);
        Assert.Equal(before, found.Count);
    }

    [Fact]
    public async Task What_the_ledger_has_is_no_news_to_a_watch_that_begins()
    {
        var store = await TestStore.CreateAsync(azurite);
        for (var number = 0; number < 4 * PageSize; number++)
        {
            await UploadAsync(store, Name(number));
            if (number % 2 == 0) await store.Ingestor().IngestAsync(Name(number), Stop);
        }

        await RoundAsync(Watch(store));

        Assert.Equal(Enumerable.Range(0, 4 * PageSize).Where(number => number % 2 == 1).Select(Name), found.Select(one => one.Name).Order(StringComparer.Ordinal));
        Assert.All(found, one => Assert.True(one.Unknown));
    }

    [Fact]
    public async Task A_burst_is_seen_at_the_next_look_wherever_the_round_is()
    {
        var store = await TestStore.CreateAsync(azurite);
        for (var number = 0; number < 10 * PageSize; number++) await UploadAsync(store, Name(number));
        var watch = Watch(store);
        await RoundAsync(watch);

        // Once its page was met in the round it is read at every look.
        await UploadAsync(store, Name(20) + "a");
        await RoundAsync(watch);
        await UploadAsync(store, Name(20) + "b");
        await LookAsync(watch);
        Assert.Contains(found, one => one.Name == Name(20) + "b");

        await UploadAsync(store, "z at the end");
        await LookAsync(watch);
        Assert.Contains(found, one => one.Name == "z at the end");
    }

    static ContainerWatch Watch(TestStore store) => new(new ContainerListing(store.Tables.Container, PageSize), store.Ledger(), TimeProvider.System);

    static string Name(int number) => number.ToString("D3", CultureInfo.InvariantCulture);

    /// <summary>One page of the round, and those that are read at every look.</summary>
    Task<Look> LookAsync(ContainerWatch watch) => watch.LookAsync(TimeSpan.Zero, FoundAsync, Stop);

    /// <summary>All pages of a round that is begun, and all of another.</summary>
    async Task RoundAsync(ContainerWatch watch)
    {
        for (var page = 0; page < 2 * ((there.Count / PageSize) + 2); page++) await LookAsync(watch);
    }

    ValueTask FoundAsync(BlobVersion blob, CancellationToken cancellationToken)
    {
        found.Add(blob);
        return ValueTask.CompletedTask;
    }

    async Task UploadAsync(TestStore store, string name) =>
        there[name] = (await store.Tables.Container.GetBlobClient(name).UploadAsync(BinaryData.FromString(name), overwrite: true, Stop)).Value.ETag.ToString("H");

    async Task DeleteAsync(TestStore store, string name)
    {
        await store.Tables.Container.DeleteBlobAsync(name, cancellationToken: Stop);
        there.Remove(name);
    }
}
