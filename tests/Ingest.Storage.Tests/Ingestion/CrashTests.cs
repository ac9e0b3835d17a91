using Ingest.Storage.Ingestion;
using Ingest.Storage.Tests.Kit;
using Ingest.Testing;
using Ingest.Text.Articles;

namespace Ingest.Storage.Tests.Ingestion;

/// <summary>Ends or disturbs a writer at each of its requests, one run for each, and lets another take over.</summary>
public sealed class CrashTests(AzuriteFixture azurite)
{
    // No ingestion here takes more requests; the runs end with the first that met no fault.
    const int MostRequests = 60;
    const int AtOnce = 6;

    static readonly Article First = Some.Article("a", title: "First", said: [
        new("Ada Lovelace", "Engines weave.", Role: "Countess"), new("Alan Turing", "Can they think?", Naming: ["Ada Lovelace"])]);

    static readonly Article Second = Some.Article("a", Some.Day.AddDays(40), title: "Second", said: [
        new("Grace Hopper", "They compile.", QuoteType.Mixed), new("Alan Turing", "They do.", QuoteType.Indirect, Naming: ["Grace Hopper"])]);

    static readonly Article Third = Some.Article("a", Some.Day.AddDays(-3), title: "Third", said: [new("Ada Lovelace", "They dream."), new("Emmy Noether", "They conserve.")]);

    static readonly Article Other = Some.Article("b", said: [new("Alan Turing", "Stays."), new("Grace Hopper", "Stays too.")]);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Faults => [nameof(Fault.KilledBefore), nameof(Fault.KilledAfter), nameof(Fault.RequestLost), nameof(Fault.AnswerLost)];

    [Theory]
    [MemberData(nameof(Faults))]
    public Task A_new_article_is_stored_exactly_once(string fault) => AtEveryRequestAsync(fault, First, async (store, doomed) =>
    {
        await doomed(ingestor => ingestor.IngestAsync(First.Name, Stop));
        await store.Ingestor().IngestAsync(First.Name, Stop);
        await ExpectAsync(store, First);
    });

    [Theory]
    [MemberData(nameof(Faults))]
    public Task A_new_article_that_the_ledger_is_not_asked_for_is_stored_exactly_once(string fault) => AtEveryRequestAsync(fault, First, async (store, doomed) =>
    {
        await doomed(ingestor => ingestor.IngestAsync(First.Name, unknown: true, Stop));
        await store.Ingestor().IngestAsync(First.Name, unknown: true, Stop);
        await ExpectAsync(store, First);
    });

    [Theory]
    [MemberData(nameof(Faults))]
    public Task A_new_version_of_another_day_and_other_speakers_takes_the_place_of_the_old(string fault) => AtEveryRequestAsync(fault, First, async (store, doomed) =>
    {
        await store.Ingestor().IngestAsync(First.Name, Stop);
        await store.UploadAsync(Second);
        await doomed(ingestor => ingestor.IngestAsync(First.Name, Stop));
        await store.Ingestor().IngestAsync(First.Name, Stop);
        await ExpectAsync(store, Second);
    });

    [Theory]
    [InlineData(nameof(Fault.KilledBefore))]
    [InlineData(nameof(Fault.KilledAfter))]
    public Task A_version_left_half_done_is_wholly_replaced_by_the_next(string fault) => AtEveryRequestAsync(fault, First, async (store, doomed) =>
    {
        await store.Ingestor().IngestAsync(First.Name, Stop);
        await store.UploadAsync(Second);
        await doomed(ingestor => ingestor.IngestAsync(First.Name, Stop));
        await store.UploadAsync(Third);
        await store.Ingestor().IngestAsync(First.Name, Stop);
        await ExpectAsync(store, Third);
    });

    [Theory]
    [MemberData(nameof(Faults))]
    public Task A_deleted_article_is_out_everywhere(string fault) => AtEveryRequestAsync(fault, First, async (store, doomed) =>
    {
        var id = (await store.Ingestor().IngestAsync(First.Name, Stop)).ArticleId!;
        await doomed(ingestor => ingestor.DeleteAsync(id, Stop));

        // Whoever asked may ask again, or the sweep may look at the blob; or nobody noticed, and nothing had begun.
        await store.Ingestor().DeleteAsync(id, Stop);
        Assert.Equal(IngestOutcome.Gone, (await store.Ingestor().IngestAsync(First.Name, Stop)).Outcome);
        await ExpectAsync(store, null);
    });

    [Theory]
    [InlineData(nameof(Fault.KilledBefore))]
    [InlineData(nameof(Fault.KilledAfter))]
    public Task A_deletion_left_half_done_is_finished_by_whoever_looks_at_the_blob(string fault) => AtEveryRequestAsync(fault, First, async (store, doomed) =>
    {
        var id = (await store.Ingestor().IngestAsync(First.Name, Stop)).ArticleId!;
        await doomed(ingestor => ingestor.DeleteAsync(id, Stop));
        await store.Ingestor().IngestAsync(First.Name, Stop);
        var left = await store.Reader().ArticleAsync(id, Stop);
        await ExpectAsync(store, left is null ? null : First);
    });

    [Theory]
    [InlineData(nameof(Fault.KilledBefore))]
    [InlineData(nameof(Fault.KilledAfter))]
    public Task A_deletion_left_half_done_is_finished_by_one_that_did_not_ask_the_ledger(string fault) => AtEveryRequestAsync(fault, First, async (store, doomed) =>
    {
        var id = (await store.Ingestor().IngestAsync(First.Name, Stop)).ArticleId!;
        await doomed(ingestor => ingestor.DeleteAsync(id, Stop));
        await store.Ingestor().IngestAsync(First.Name, unknown: true, Stop);
        var left = await store.Reader().ArticleAsync(id, Stop);
        await ExpectAsync(store, left is null ? null : First);
    });

    [Theory]
    [InlineData(nameof(Fault.KilledBefore))]
    [InlineData(nameof(Fault.KilledAfter))]
    public Task A_deletion_left_half_done_leaves_what_was_stored_since(string fault) => AtEveryRequestAsync(fault, First, async (store, doomed) =>
    {
        var id = (await store.Ingestor().IngestAsync(First.Name, Stop)).ArticleId!;
        await doomed(ingestor => ingestor.DeleteAsync(id, Stop));
        var later = await store.UploadAsync(Second, "later.txt");
        await store.Ingestor().IngestAsync(later, Stop);

        await store.Ingestor().IngestAsync(First.Name, Stop);

        Assert.Equal(Second.Title, (await store.Reader().ArticleAsync(id, Stop))?.Title);
        await ExpectAsync(store, Second);
    });

    /// <summary>Runs a story in a store of its own for each request of the writer that is doomed.</summary>
    async Task AtEveryRequestAsync(string fault, Article first, Func<TestStore, Func<Func<ArticleIngestor, Task>, Task>, Task> story)
    {
        for (var from = 1; from <= MostRequests; from += AtOnce)
        {
            var met = await Task.WhenAll(Enumerable.Range(from, AtOnce).Select(RunAsync));
            if (met.Contains(false)) return;
        }

        Assert.Fail($"More than {MostRequests} requests.");

        // Whether the fault was met: the writer made so many requests.
        async Task<bool> RunAsync(int at)
        {
            var store = await TestStore.CreateAsync(azurite);
            var calls = new StorageCalls { Fault = Enum.Parse<Fault>(fault), FaultAt = at };
            await store.PutAsync(store.Ingestor(), Other);
            await store.UploadAsync(first);
            try
            {
                await story(store, DoomedAsync);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"{fault} at request {at} of:\n{string.Join('\n', calls.Log)}", e);
            }

            return calls.Count >= at;

            async Task DoomedAsync(Func<ArticleIngestor, Task> work)
            {
                try
                {
                    await work(store.Ingestor(calls));
                }
                catch (KilledException)
                {
                }
            }
        }
    }

    static async Task ExpectAsync(TestStore store, Article? article)
    {
        Assert.Empty(await store.DifferencesAsync());
        var reader = store.Reader();
        var quotes = (await reader.QuotesAsync(new(), new(), Stop)).Items.Where(quote => quote.Title != Other.Title);
        Assert.Equal(article?.Quotes.Select(quote => quote.Text) ?? [], quotes.OrderBy(quote => quote.Number).Select(quote => quote.Text));
        var articles = (await reader.DaysAsync(null, null, new(), Stop)).Items.Sum(day => day.Articles);
        Assert.Equal(article is null ? 1 : 2, articles);
    }
}
