using System.Diagnostics;
using Azure.Storage.Blobs.Models;
using Ingest.Storage.Ingestion;
using Ingest.Storage.Tests.Kit;
using Ingest.Testing;
using Ingest.Text.Articles;

namespace Ingest.Storage.Tests.Ingestion;

public sealed class LoadTests(AzuriteFixture azurite, ITestOutputHelper output)
{
    const int Seed = 20240517;
    const int Writers = 64;
    const int Articles = 2000;
    const int Speakers = 120;

    // A transaction is shared by those who write the same speaker at the same time: this is the load where most do.
    const int Shared = 10;
    const int Processes = 2;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sixty_four_writers_of_one_day_with_repeats_and_versions_come_to_exact_counts()
    {
        var store = await TestStore.CreateAsync(azurite);
        var random = new Random(Seed);
        var blobs = new Dictionary<string, Article>();
        for (var i = 0; i < Articles; i++)
        {
            blobs.Add($"a{i}.txt", Article(random, $"a{i}", "one"));
            if (i % 10 == 0) blobs.Add($"a{i}v.txt", Article(random, $"a{i}", "two"));
        }

        await Parallel.ForEachAsync(blobs, Many(), async (blob, _) => await store.UploadAsync(blob.Value, blob.Key));
        var work = blobs.Keys.Concat(blobs.Keys.Where((_, i) => i % 5 == 0)).ToArray();
        random.Shuffle(work);
        var ingestors = Enumerable.Range(0, Processes).Select(_ => store.Ingestor()).ToArray();
        var watch = Stopwatch.StartNew();

        await Parallel.ForEachAsync(work.Select((blob, i) => (blob, i)), Many(), async (item, stop) => await ingestors[item.i % Processes].IngestAsync(item.blob, stop));

        output.WriteLine($"{work.Length} ingestions in {watch.Elapsed.TotalSeconds:0.0} s by {Writers} writers in {Processes} processes: {work.Length / watch.Elapsed.TotalSeconds:0}/s");
        var modified = new Dictionary<string, DateTimeOffset>();
        await foreach (var blob in store.Tables.Container.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, Stop)) modified.Add(blob.Name, blob.Properties.LastModified!.Value);
        var stored = blobs.GroupBy(blob => blob.Value.Url).Select(same => same.OrderBy(blob => modified[blob.Key]).ThenBy(blob => blob.Key, StringComparer.Ordinal).Last().Value).ToList();
        var quotes = stored.SelectMany(article => article.Quotes).ToList();
        var day = await store.Reader().DateAsync(Some.Day, new(), Stop);
        Assert.Equal(
            new(Some.Day, Articles, quotes.Count, quotes.DistinctBy(quote => quote.Speaker!.Slug).Count(), Count(QuoteType.Direct), Count(QuoteType.Mixed), Count(QuoteType.Indirect)),
            day!.Totals);
        Assert.Equal(
            quotes.GroupBy(quote => quote.Speaker!.Slug).Select(said => (Slug: said.Key, Quotes: said.Count())).OrderByDescending(said => said.Quotes).ThenBy(said => said.Slug, StringComparer.Ordinal).Take(20),
            day.Speakers.Take(20).Select(speaker => (speaker.Slug, speaker.Quotes)));
        Assert.Empty(await store.DifferencesAsync());

        int Count(QuoteType type) => quotes.Count(quote => quote.Type == type);
    }

    [Fact]
    public async Task Under_load_a_new_article_with_three_of_ten_speakers_costs_five_requests_or_less_on_average()
    {
        const int few = 600;
        var store = await TestStore.CreateAsync(azurite);
        var random = new Random(Seed);
        var articles = Enumerable.Range(0, few).Select(i => Article(random, $"a{i}", "one", Shared)).ToList();
        await Parallel.ForEachAsync(articles, Many(), async (article, _) => await store.UploadAsync(article));
        var calls = new StorageCalls();
        var ingestor = store.Ingestor(calls);
        var watch = Stopwatch.StartNew();

        await Parallel.ForEachAsync(articles, Many(), async (article, stop) => await ingestor.IngestAsync(article.Name, stop));

        var each = (double)calls.Count / few;
        output.WriteLine($"{each:0.00} requests an article; {few / watch.Elapsed.TotalSeconds:0} articles/s");
        foreach (var kind in calls.Log.GroupBy(call => call.Contains("$batch", StringComparison.Ordinal) ? "transactions" : call.Contains("Blobs(", StringComparison.Ordinal) ? "ledger reads" : call.Contains("articles/", StringComparison.Ordinal) ? "downloads" : "other reads"))
        {
            output.WriteLine($"{kind.Key}: {(double)kind.Count() / few:0.00}");
        }

        Assert.InRange(each, 0, 5);
        Assert.Empty(await store.DifferencesAsync());
    }

    static Article Article(Random random, string path, string version, int among = Speakers)
    {
        var speakers = random.GetItems([.. Enumerable.Range(0, among)], 12).Distinct().Take(3).Select(number => $"Speaker Number{number}");
        return Some.Article(path, title: $"{path} {version}", said: [.. speakers.Select((name, i) => new Said(name, $"Words {i} of {path} in version {version}.", (QuoteType)random.Next(3)))]);
    }

    static ParallelOptions Many() => new() { MaxDegreeOfParallelism = Writers, CancellationToken = Stop };
}
