using Ingest.Storage.Ingestion;
using Ingest.Storage.Tests.Kit;
using Ingest.Storage.Watching;
using Ingest.Testing;
using Microsoft.Extensions.Logging;

namespace Ingest.Storage.Tests.Watching;

public sealed class SweepTests(AzuriteFixture azurite)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_missing_or_changed_is_ingested_and_what_the_store_has_is_not_read()
    {
        await using var host = new TestHost(await TestStore.CreateAsync(azurite));
        for (var number = 0; number < 5; number++) await host.Container.UploadArticleAsync($"{number}.txt", number, Stop);
        await host.Container.GetBlobClient("empty.txt").UploadAsync(BinaryData.FromString(""), Stop);

        var first = await host.Sweep.RunAsync(Stop);
        var second = await host.Sweep.RunAsync(Stop);
        await host.Container.UploadArticleAsync("3.txt", 3, Stop, amount: "three");
        await host.Container.UploadArticleAsync("7.txt", 7, Stop);
        var third = await host.Sweep.RunAsync(Stop);

        Assert.Equal((6, 6, 5, 1), (first.Blobs, first.Missing, first.Ingested, first.Refused));
        Assert.Equal((6, 0), (second.Blobs, second.Missing));
        Assert.Equal((7, 2, 2), (third.Blobs, third.Missing, third.Ingested));
    }

    [Fact]
    public async Task A_blob_just_written_is_left_to_the_trigger_and_counts_as_backlog()
    {
        await using var host = new TestHost(await TestStore.CreateAsync(azurite), ("Ingest:Watch:SweepMinimumAge", "01:00:00"));
        await host.Container.UploadArticleAsync("new.txt", 1, Stop);

        var report = await host.Sweep.RunAsync(Stop);

        Assert.Equal((1, 1, 0), (report.Blobs, report.Young, report.Missing));
        Assert.Equal(1, (await host.Reader.HealthAsync(Stop)).Backlog);
    }

    [Fact]
    public async Task An_article_stays_when_its_blob_is_deleted_and_a_rejection_goes()
    {
        await using var host = new TestHost(await TestStore.CreateAsync(azurite));
        await host.Container.UploadArticleAsync("good.txt", 1, Stop);
        await host.Container.GetBlobClient("empty.txt").UploadAsync(BinaryData.FromString(""), Stop);
        await host.Sweep.RunAsync(Stop);

        await host.Container.DeleteBlobAsync("good.txt", cancellationToken: Stop);
        await host.Container.DeleteBlobAsync("empty.txt", cancellationToken: Stop);
        var report = await host.Sweep.RunAsync(Stop);

        Assert.Equal((0, 2), (report.Blobs, report.Orphans));
        Assert.Equal(1, (await host.Reader.HealthAsync(Stop)).Articles);
        Assert.Empty((await host.Reader.RejectionsAsync(new(), Stop)).Items);
    }

    [Fact]
    public async Task A_deletion_that_was_cut_off_anywhere_is_finished_by_the_next_sweep()
    {
        var store = await TestStore.CreateAsync(azurite);
        await using var host = new TestHost(store);
        var calls = new StorageCalls { Fault = Fault.KilledAfter };
        var ids = new List<string>();
        for (var cut = true; cut;)
        {
            var ingested = await host.Ingestor.IngestAsync(await host.Container.UploadArticleAsync($"{ids.Count}.txt", ids.Count, Stop), Stop);
            ids.Add(ingested.ArticleId!);
            calls.Reset();
            calls.FaultAt = ids.Count;
            cut = await Record.ExceptionAsync(() => store.Ingestor(calls).DeleteAsync(ingested.ArticleId!, Stop)) is KilledException;
        }

        await host.Sweep.RunAsync(Stop);

        for (var number = 0; number < ids.Count; number++)
        {
            // Where the deletion had not begun, the upload is there, and so is what it says.
            var stays = (await host.Container.GetBlobClient($"{number}.txt").ExistsAsync(Stop)).Value;
            Assert.Equal((number, stays), (number, await host.Reader.ArticleAsync(ids[number], Stop) is not null));
            Assert.Equal((number, stays), (number, await host.Ledger.FindAsync($"{number}.txt", Stop) is not null));
        }

        Assert.Empty(await store.DifferencesAsync());
    }

    [Fact]
    public async Task A_sweep_that_is_cut_off_is_continued_where_it_was()
    {
        using var way = new ListingFault();
        await using var host = new TestHost(await TestStore.CreateAsync(azurite), way, LogLevel.None);
        (host.Sweep.PageSize, host.Sweep.NotesEvery) = (2, TimeSpan.Zero);
        for (var number = 0; number < 7; number++) await host.Container.UploadArticleAsync($"{number}.txt", number, Stop);

        way.Left = 2;
        await Assert.ThrowsAsync<ListingException>(() => host.Sweep.ContinueAsync(Stop));
        way.Left = int.MaxValue;
        var before = way.Asked;
        var rest = await host.Sweep.ContinueAsync(Stop);

        Assert.Equal(2, way.Asked - before);
        Assert.Equal((7, 3, 0), (rest.Blobs, rest.Missing, rest.Orphans));

        // What was in hand when it was cut off is met by the next, which begins anew.
        before = way.Asked;
        var next = await host.Sweep.ContinueAsync(Stop);
        Assert.Equal(4, way.Asked - before);
        Assert.Equal((7, 7), (next.Blobs, (await host.Reader.HealthAsync(Stop)).Articles));
        Assert.Equal((7, 0, 0), await ShortAsync());

        async Task<(int, int, int)> ShortAsync()
        {
            var report = await host.Sweep.RunAsync(Stop);
            return (report.Blobs, report.Missing, report.Orphans);
        }
    }

    [Fact]
    public async Task A_sweep_from_the_start_passes_over_where_another_was_cut_off()
    {
        using var way = new ListingFault();
        await using var host = new TestHost(await TestStore.CreateAsync(azurite), way, LogLevel.None);
        (host.Sweep.PageSize, host.Sweep.NotesEvery) = (2, TimeSpan.Zero);
        for (var number = 0; number < 5; number++) await host.Container.UploadArticleAsync($"{number}.txt", number, Stop);
        way.Left = 2;
        await Assert.ThrowsAsync<ListingException>(() => host.Sweep.ContinueAsync(Stop));
        way.Left = int.MaxValue;

        Assert.Equal(5, (await host.Sweep.RunAsync(Stop)).Blobs);
        Assert.Equal(5, (await host.Reader.HealthAsync(Stop)).Articles);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5000)]
    public async Task Names_with_every_kind_of_character_are_found_in_the_ledger_again(int pageSize)
    {
        await using var host = new TestHost(await TestStore.CreateAsync(azurite));
        host.Sweep.PageSize = pageSize;
        string[] names =
        [
            "a", "a/b", "a/b/c.txt", "a b", "a.b", "a-b", "a#b", "a?b", "a%b", "a'b", "a\"b", "a~b", "a+b=c&d", "A", "ä", "é", "日本/語.txt", "\U0001F4F0.txt", "\uFF01.txt",
            "a\u0001b", "a\u0001&amp;c", "a\tb\rc\nd", "\u001b[1m", "a\u007f\u0085b", "a\uFFFEb", "\uFFFF",
            new string('x', 900) + "1", new string('x', 900) + "2", .. Enumerable.Range(0, 6).Select(number => $"{new string('%', 300)}{number}"),
        ];
        for (var i = 0; i < names.Length; i++) await host.Container.UploadArticleAsync(names[i], i, Stop);

        var first = await host.Sweep.RunAsync(Stop);
        var second = await host.Sweep.RunAsync(Stop);

        Assert.Equal((names.Length, names.Length), (first.Missing, first.Ingested));
        Assert.Equal((names.Length, 0, 0), (second.Blobs, second.Missing, second.Orphans));
    }
}
