using Ingest.Storage.Ingestion;
using Ingest.Storage.Tests.Kit;
using Ingest.Testing;

namespace Ingest.Storage.Tests.Ingestion;

public sealed class RequestCountTests(AzuriteFixture azurite, ITestOutputHelper output)
{
    static readonly Said[] ThreeSpeakers = [new("Ada Lovelace", "One."), new("Alan Turing", "Two."), new("Grace Hopper", "Three.")];

    [Fact]
    public async Task A_new_article_with_three_speakers_costs_nine_requests_at_most_one_less_where_it_is_known_to_be_new_and_a_repeat_two()
    {
        var store = await TestStore.CreateAsync(azurite);
        var calls = new StorageCalls();
        var ingestor = store.Ingestor(calls);
        var first = await store.UploadAsync(Some.Article("a", said: ThreeSpeakers));
        var second = await store.UploadAsync(Some.Article("b", said: ThreeSpeakers));
        var third = await store.UploadAsync(Some.Article("c", said: ThreeSpeakers));

        // Speakers of one partition share a transaction.
        Assert.InRange(await CostAsync(first, IngestOutcome.Stored), 7, 9);
        Assert.InRange(await CostAsync(second, IngestOutcome.Stored), 7, 9);
        Assert.InRange(await CostAsync(third, IngestOutcome.Stored, unknown: true), 6, 8);
        Assert.Equal(2, await CostAsync(second, IngestOutcome.Unchanged));

        async Task<int> CostAsync(string blob, IngestOutcome expected, bool unknown = false)
        {
            calls.Reset();
            Assert.Equal(expected, (await ingestor.IngestAsync(blob, unknown, TestContext.Current.CancellationToken)).Outcome);
            foreach (var call in calls.Log) output.WriteLine(call);
            output.WriteLine("");
            return calls.Count;
        }
    }
}
