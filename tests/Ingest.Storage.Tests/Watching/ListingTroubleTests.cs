using Ingest.Storage.Tests.Kit;
using Ingest.Storage.Watching;
using Ingest.Testing;
using Microsoft.Extensions.Logging;

namespace Ingest.Storage.Tests.Watching;

public sealed class ListingTroubleTests(AzuriteFixture azurite)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_container_that_cannot_be_listed_is_told_of_with_what_to_do_until_it_can()
    {
        using var way = new ListingFault();
        await using var host = new TestHost(await TestStore.CreateAsync(azurite), way, LogLevel.None);
        await host.Container.UploadArticleAsync("before.txt", 1, Stop);
        await host.StartWatcherAsync();
        await Eventually.TrueAsync(async () => (await host.Reader.HealthAsync(Stop)).Articles == 1);

        way.Left = 0;
        await host.Container.UploadArticleAsync("meanwhile.txt", 2, Stop);
        await Eventually.TrueAsync(() => host.Log.Containing("The watcher cannot see what is uploaded").Any());
        var asked = way.Asked;
        await Eventually.TrueAsync(() => way.Asked > asked + 4);
        var failure = await Assert.ThrowsAsync<ListingException>(() => host.Sweep.RunAsync(Stop));

        Assert.Contains("control character", failure.Message, StringComparison.Ordinal);
        Assert.Contains("control character", Assert.Single(host.Log.Containing("The watcher cannot see what is uploaded")), StringComparison.Ordinal);
        var health = await host.Reader.HealthAsync(Stop);
        Assert.Equal((true, failure.Message), (health.Reachable, health.Problem));

        way.Left = int.MaxValue;
        await Eventually.TrueAsync(async () => (await host.Reader.HealthAsync(Stop)).Articles == 2);
        Assert.Single(host.Log.Containing("The watcher sees again what is uploaded"));
        await host.Sweep.RunAsync(Stop);
        Assert.Null((await host.Reader.HealthAsync(Stop)).Problem);
        Assert.Empty(host.Log.Containing("out of reach"));
    }
}
