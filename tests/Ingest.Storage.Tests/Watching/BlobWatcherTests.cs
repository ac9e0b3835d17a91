using System.Globalization;
using Ingest.Storage.Ledger;
using Ingest.Testing;

namespace Ingest.Storage.Tests.Watching;

[Collection(RunsAlone.Name)]
public sealed class BlobWatcherTests(AzuriteFixture azurite)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_blob_and_a_changed_one_are_ingested()
    {
        await using var host = new WatchingHost(azurite.ConnectionString, "watchnew");
        await host.Store.CreateAsync(Cancellation);
        await host.StartWatcherAsync();

        await host.Container.UploadArticleAsync("a.txt", 1, Cancellation);
        await Eventually.TrueAsync(async () => await host.Reader.DateAsync(new(2021, 3, 2), new(), Cancellation) is not null);

        await host.Container.UploadArticleAsync("a.txt", 2, Cancellation);
        await Eventually.TrueAsync(async () => await host.Reader.DateAsync(new(2022, 3, 3), new(), Cancellation) is not null);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Whatever_is_uploaded_while_watchers_stop_and_start_at_random_is_ingested(int seed)
    {
        const int Blobs = 2000;
        var name = string.Create(CultureInfo.InvariantCulture, $"watchrandom{seed}");
        await using var steady = new WatchingHost(azurite.ConnectionString, name);
        await steady.Store.CreateAsync(Cancellation);

        var uploading = Parallel.ForEachAsync(Enumerable.Range(0, Blobs), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Cancellation }, async (number, cancellationToken) =>
            await steady.Container.UploadArticleAsync(NameOf(number), number, cancellationToken));

        // While the uploads go on, each watcher lives for a moment, is stopped in the middle of what it does, and leaves a gap.
        var random = new Random(seed);
        do
        {
            await using (var host = new WatchingHost(azurite.ConnectionString, name))
            {
                await host.StartWatcherAsync();
                await Task.Delay(random.Next(20, 900), Cancellation);
            }

            await Task.Delay(random.Next(0, 300), Cancellation);
        }
        while (!uploading.IsCompleted);
        await uploading;

        await steady.StartWatcherAsync();
        await Eventually.TrueAsync(async () => (await steady.Reader.HealthAsync(Cancellation)).Articles == Blobs);
        Assert.Equal(Enumerable.Range(0, Blobs).Select(NameOf).Order(StringComparer.Ordinal), await NamesAsync(steady.Ledger));
        Assert.Empty(await steady.DifferencesAsync());
    }

    static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{number % 7}/article {number}.txt");

    static async Task<List<string>> NamesAsync(BlobLedger ledger)
    {
        var names = new List<string>();
        await foreach (var entry in ledger.ReadAsync(null, Cancellation)) names.Add(entry.Blob);
        return names;
    }
}
