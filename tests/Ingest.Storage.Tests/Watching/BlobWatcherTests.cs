using System.Globalization;
using Ingest.Storage.Ledger;
using Ingest.Storage.Tests.Kit;
using Ingest.Testing;

namespace Ingest.Storage.Tests.Watching;

[Collection(RunsAlone.Name)]
public sealed class BlobWatcherTests(AzuriteFixture azurite)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_blob_and_a_changed_one_are_ingested()
    {
        await using var host = new TestHost(await TestStore.CreateAsync(azurite));
        await host.StartWatcherAsync();

        await host.Container.UploadArticleAsync("a.txt", 1, Stop);
        await Eventually.TrueAsync(async () => await host.Reader.DateAsync(new(2021, 3, 2), new(), Stop) is not null);

        await host.Container.UploadArticleAsync("a.txt", 2, Stop);
        await Eventually.TrueAsync(async () => await host.Reader.DateAsync(new(2022, 3, 3), new(), Stop) is not null);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Whatever_is_uploaded_while_watchers_stop_and_start_at_random_is_ingested(int seed)
    {
        const int Blobs = 2000;
        var store = await TestStore.CreateAsync(azurite);
        await using var steady = new TestHost(store);

        var uploading = Parallel.ForEachAsync(Enumerable.Range(0, Blobs), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Stop }, async (number, cancellationToken) =>
            await steady.Container.UploadArticleAsync(NameOf(number), number, cancellationToken));

        // While the uploads go on, each watcher lives for a moment, is stopped in the middle of what it does, and leaves a gap.
        var random = new Random(seed);
        do
        {
            await using (var host = new TestHost(store))
            {
                await host.StartWatcherAsync();
                await Task.Delay(random.Next(20, 900), Stop);
            }

            await Task.Delay(random.Next(0, 300), Stop);
        }
        while (!uploading.IsCompleted);
        await uploading;

        await steady.StartWatcherAsync();
        // The ledger's row is written last of all.
        await Eventually.TrueAsync(async () => (await NamesAsync(steady.Ledger)).Count == Blobs);
        Assert.Equal(Blobs, (await steady.Reader.HealthAsync(Stop)).Articles);
        Assert.Equal(Enumerable.Range(0, Blobs).Select(NameOf).Order(StringComparer.Ordinal), await NamesAsync(steady.Ledger));
        Assert.Empty(await store.DifferencesAsync());
    }

    static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{number % 7}/article {number}.txt");

    static async Task<List<string>> NamesAsync(BlobLedger ledger)
    {
        var names = new List<string>();
        await foreach (var entry in ledger.ReadAsync(null, Stop)) names.Add(entry.Blob);
        return names;
    }
}
