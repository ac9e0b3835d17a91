using Ingest.Storage.Tests.Kit;
using Ingest.Testing;

namespace Ingest.Storage.Tests.Reading;

public sealed class RequestCountTests(AzuriteFixture azurite, ITestOutputHelper output)
{
    // Enough for counters in many rows: 800 speakers are 13 buckets.
    const int Many = 400;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(3)]
    [InlineData(Many)]
    public async Task A_day_and_a_speaker_cost_two_requests_however_much_there_is(int articles)
    {
        var store = await TestStore.CreateAsync(azurite);
        var ingestor = store.Ingestor();
        await Parallel.ForEachAsync(Enumerable.Range(0, articles), new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = Stop }, async (i, _) =>
            await store.PutAsync(ingestor, Some.Article($"a{i}", said: [new("Ada Lovelace", $"One {i}."), new($"Speaker Number{i}", $"Two {i}."), new($"Other Number{i}", $"Three {i}.")])));
        var calls = new StorageCalls();
        var reader = store.Reader(calls);

        var day = await reader.DateAsync(Some.Day, new(), Stop);
        Assert.Equal((articles, (2 * articles) + 1), (day!.Totals.Articles, day.Totals.Speakers));
        Assert.Equal(new("ada-lovelace", "Ada Lovelace", articles, articles), day.Speakers[0]);
        Check("a day");
        Assert.Equal(articles, (await reader.SpeakerAsync("ada-lovelace", new(), Stop))!.Quotes);
        Check("a speaker");
        if (articles == Many) Assert.Empty(await store.DifferencesAsync());

        void Check(string what)
        {
            output.WriteLine($"{what} of {articles} articles: {calls.Count} requests");
            Assert.Equal(2, calls.Count);
            calls.Reset();
        }
    }
}
