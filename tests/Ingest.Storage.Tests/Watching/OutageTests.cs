using System.Globalization;
using Ingest.Storage.Tests.Kit;
using Ingest.Testing;

namespace Ingest.Storage.Tests.Watching;

public sealed class OutageTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Storage_that_goes_away_and_comes_back_costs_no_blob_and_two_lines_in_the_log()
    {
        const int Blobs = 600;
        await using var azurite = new RestartableAzurite();
        await azurite.StartAsync(Stop);
        var store = await TestStore.CreateAsync(azurite.ConnectionString);
        await using var host = new TestHost(store);
        await Parallel.ForEachAsync(Enumerable.Range(0, Blobs), Stop, async (number, cancellationToken) =>
            await host.Container.UploadArticleAsync(string.Create(CultureInfo.InvariantCulture, $"{number}.txt"), number, cancellationToken));

        await host.StartWatcherAsync();
        await Eventually.TrueAsync(async () => (await host.Reader.HealthAsync(Stop)).Articles > 20);
        await azurite.EndAsync();
        await Eventually.TrueAsync(() => host.Log.Containing("out of reach").Any());
        // An outage is what lasts: longer than all tries of a blob would take, were they counted (20, 40, 80 and 160 ms between five).
        await Task.Delay(TimeSpan.FromSeconds(3), Stop);
        await azurite.StartAsync(Stop);

        await Eventually.TrueAsync(async () => (await host.Reader.HealthAsync(Stop)) is { Articles: Blobs, Poisoned: 0 });
        Assert.Empty((await host.Reader.RejectionsAsync(new(), Stop)).Items);
        Assert.Empty(await store.DifferencesAsync());
        Assert.Single(host.Log.Containing("out of reach"));
        Assert.Single(host.Log.Containing("answers again"));
    }
}
