using Ingest.Storage.Ingestion;
using Ingest.Storage.Tests.Kit;
using Ingest.Testing;
using Ingest.Text.Articles;

namespace Ingest.Storage.Tests.Ingestion;

/// <summary>Articles that no single transaction holds.</summary>
public sealed class LargeArticleTests(AzuriteFixture azurite)
{
    const int Speakers = 130;
    const int Quotes = 700;

    static readonly SemaphoreSlim Counting = new(1);
    static int? cost;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_article_of_more_speakers_and_quotes_than_a_transaction_holds_is_exact_through_versions_and_deletion()
    {
        var store = await TestStore.CreateAsync(azurite);
        var ingestor = store.Ingestor();
        await store.PutAsync(ingestor, Some.Article("b", said: [new("Speaker Number1", "Stays."), new("Speaker Number2", "Stays too.")]));
        var large = Large("first", 0);

        var result = await store.PutAsync(ingestor, large);

        Assert.Empty(await store.DifferencesAsync());
        var reader = store.Reader();
        var day = await reader.DateAsync(Some.Day, new(), Stop);
        Assert.Equal((2, Quotes + 2, Speakers), (day!.Totals.Articles, day.Totals.Quotes, day.Totals.Speakers));
        Assert.Equal(large.Quotes.Select(quote => quote.Text), (await reader.ArticleAsync(result.ArticleId!, Stop))!.Quotes.Select(quote => quote.Text));
        Assert.Equal(2, day.Articles.Items.Count);

        await store.PutAsync(ingestor, Large("second", 40));
        Assert.Empty(await store.DifferencesAsync());

        await store.PutAsync(ingestor, Some.Article("large", Some.Day.AddDays(1), said: new Said("Speaker Number1", "Short.")));
        Assert.Empty(await store.DifferencesAsync());
        Assert.Equal(2, (await reader.DateAsync(Some.Day, new(), Stop))!.Totals.Quotes);

        Assert.True(await ingestor.DeleteAsync(result.ArticleId!, Stop));
        Assert.Empty(await store.DifferencesAsync());
    }

    /// <param name="part">How far it came: with 0.5 some speakers have it, with 0.93 and more some of the index rows are written.</param>
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.93)]
    [InlineData(0.96)]
    [InlineData(0.98)]
    public async Task A_large_article_left_half_done_is_wholly_replaced_by_a_small_one(double part)
    {
        var store = await TestStore.CreateAsync(azurite);
        var large = Large("first", 0);
        await store.UploadAsync(large);
        var calls = new StorageCalls { Fault = Fault.KilledAfter, FaultAt = (int)(part * await CostAsync(large)) };
        await Assert.ThrowsAsync<KilledException>(() => store.Ingestor(calls).IngestAsync(large.Name, Stop));

        await store.PutAsync(store.Ingestor(), Some.Article("large", said: new Said("Speaker Number1", "Short.")));

        Assert.Empty(await store.DifferencesAsync());
        Assert.Equal(1, (await store.Reader().DateAsync(Some.Day, new(), Stop))!.Totals.Quotes);
    }

    [Fact]
    public async Task A_text_that_no_row_holds_and_that_does_not_compress_stays_whole()
    {
        var random = new Random(7);
        var noise = string.Create(600_000, random, static (text, random) =>
        {
            for (var i = 0; i < text.Length; i++) text[i] = (char)('\u4e00' + random.Next(20_000));
        });
        var store = await TestStore.CreateAsync(azurite);
        var ingestor = store.Ingestor();
        var article = Some.Article("noise", said: [new("Ada Lovelace", noise[..80_000]), new("Ada Lovelace", noise[80_000..85_000]), new("Ada Lovelace", noise[85_000..])]);

        var result = await store.PutAsync(ingestor, article);

        Assert.Equal(IngestOutcome.Stored, result.Outcome);
        var reader = store.Reader();
        Assert.Equal(article.Text, (await reader.ArticleAsync(result.ArticleId!, Stop))!.Text);
        Assert.Equal(article.Quotes.Select(quote => quote.Text), (await reader.QuotesAsync(new(Speaker: "ada-lovelace"), new(), Stop)).Items.Select(quote => quote.Text));
        Assert.Empty(await store.DifferencesAsync());

        await store.PutAsync(ingestor, Some.Article("noise", said: new Said("Ada Lovelace", "Silence.")));
        Assert.Empty(await store.DifferencesAsync());
    }

    /// <summary>The requests that an article takes; counted once.</summary>
    async Task<int> CostAsync(Article article)
    {
        await Counting.WaitAsync(Stop);
        try
        {
            if (cost is { } known) return known;
            var (store, calls) = (await TestStore.CreateAsync(azurite), new StorageCalls());
            await store.PutAsync(store.Ingestor(calls), article);
            cost = calls.Count;
            return calls.Count;
        }
        finally
        {
            Counting.Release();
        }
    }

    static Article Large(string version, int from) => Some.Article("large", title: $"A large one, {version}", said: [
        .. Enumerable.Range(0, Quotes).Select(i => new Said($"Speaker Number{from + (i % Speakers)}", $"Words {i} of the {version} version.", Role: $"Member {i % 7}", Naming: [$"Speaker Number{i % 20}"]))]);
}
