using Azure;
using Azure.Data.Tables;
using Ingest.Storage.Catalogue;
using Ingest.Storage.Counting;
using Ingest.Storage.Keys;
using Ingest.Storage.Tests.Kit;
using Ingest.Storage.Verification;
using Ingest.Testing;

namespace Ingest.Storage.Tests.Verification;

/// <summary>Somebody meddles with a table; the recount tells what, and mends it.</summary>
public sealed class VerifierTests(AzuriteFixture azurite)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_wrong_count() => FindsAndMendsAsync("Dates 2024-05-17: Total is 3 quotes in 8 articles; its articles come to 3 quotes in 2 articles", async store =>
    {
        var head = await HeadAsync(store.Tables.Dates, Days.All, TableKey.Newest(Some.Day));
        head["Counters"] = head.GetString("Counters").Replace("[\"t\",\"\",\"\",3,2]", "[\"t\",\"\",\"\",3,8]", StringComparison.Ordinal);
        await store.Tables.Dates.UpdateEntityAsync(head, ETag.All, TableUpdateMode.Replace, Stop);
    });

    [Fact]
    public Task A_wrong_summary() => FindsAndMendsAsync("Speakers alan-turing: the summary is not what the articles come to", async store =>
    {
        var head = await HeadAsync(store.Tables.Speakers, Speakers.All, "alan-turing");
        head["Digest"] = head.GetString("Digest").Replace("Alan Turing", "Alan Touring", StringComparison.Ordinal);
        await store.Tables.Speakers.UpdateEntityAsync(head, ETag.All, TableUpdateMode.Replace, Stop);
    });

    [Fact]
    public Task A_wrong_line_in_the_list_by_name() => FindsAndMendsAsync("Speakers alan-turing: the summary is not what the articles come to", async store =>
    {
        var head = await HeadAsync(store.Tables.Speakers, Speakers.All, "alan-turing");
        head["Articles"] = 7;
        await store.Tables.Speakers.UpdateEntityAsync(head, ETag.All, TableUpdateMode.Replace, Stop);
    });

    [Fact]
    public Task A_quote_that_is_missing() => FindsAndMendsAsync("its markers are not those of its stored version", async store =>
    {
        var marker = await FirstAsync(store.Tables.Speakers, row => row.RowKey.StartsWith('q'));
        await store.Tables.Speakers.DeleteEntityAsync(marker.PartitionKey, marker.RowKey, ETag.All, Stop);
    });

    [Fact]
    public Task A_quote_of_an_article_that_is_not_there() => FindsAndMendsAsync("markers are stored of an article that is not", async store =>
    {
        var marker = await FirstAsync(store.Tables.Speakers, row => row.RowKey.StartsWith('q'));
        marker.RowKey = marker.RowKey[..^29] + new string('a', 24) + "!0000";
        await store.Tables.Speakers.AddEntityAsync(marker, Stop);
    });

    [Fact]
    public Task A_row_that_a_list_lacks() => FindsAndMendsAsync("Speakers alan-turing: its rows in lists are not those of its summary", async store =>
        await store.Tables.Speakers.DeleteEntityAsync(Speakers.All.PartitionOf("alan-turing"), "wturing!alan-turing", ETag.All, Stop));

    [Fact]
    public Task A_row_in_a_wrong_place_of_a_list() => FindsAndMendsAsync("Speakers alan-turing: its rows in lists are not those of its summary", async store =>
        await store.Tables.Speakers.AddEntityAsync(new TableEntity(Speakers.All.PartitionOf("alan-turing"), Speakers.RankKey("alan-turing", 40)) { ["Slug"] = "alan-turing", ["Quotes"] = 40 }, Stop));

    [Fact]
    public Task A_speaker_that_only_a_list_has() => FindsAndMendsAsync("Speakers no-body: it is listed, and nothing else is stored of it", async store =>
        await store.Tables.Speakers.AddEntityAsync(new TableEntity(Speakers.All.PartitionOf("no-body"), "wbody!no-body") { ["Slug"] = "no-body", ["Quotes"] = 4 }, Stop));

    [Fact]
    public async Task The_recount_tells_how_much_is_stored()
    {
        var store = await TestStore.CreateAsync(azurite);
        Assert.Equal(new(0, 0, 0, 0), await RecountAsync());
        var gone = (await store.PutAsync(store.Ingestor(), Some.Article("a", said: new Said("Ada Lovelace", "Engines weave.")))).ArticleId!;
        await store.PutAsync(store.Ingestor(), Some.Article("b", said: [new("Alan Turing", "They can."), new("Alan Turing", "They do.")]));
        Assert.Equal(new(2, 3, 0, 0), await RecountAsync());

        await store.Ingestor().DeleteAsync(gone, Stop);

        Assert.Equal(new(1, 2, 0, 0), await RecountAsync());

        Task<Recount> RecountAsync() => store.Verifier().RecountAsync(repair: false, _ => { }, Stop);
    }

    [Fact]
    public Task An_index_row_that_is_missing() => FindsAndMendsAsync("its index rows are not those of its stored version", async store =>
    {
        var row = await FirstAsync(store.Tables.Articles, row => row.RowKey.StartsWith('s'));
        await store.Tables.Articles.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, Stop);
    });

    [Fact]
    public async Task A_version_that_was_begun_and_not_ended_is_taken_back()
    {
        var store = await TestStore.CreateAsync(azurite);
        var first = Some.Article("a", title: "First", said: new Said("Ada Lovelace", "Engines weave."));
        await store.PutAsync(store.Ingestor(), first);
        await store.UploadAsync(Some.Article("a", Some.Day.AddDays(9), title: "Second", said: new Said("Grace Hopper", "They compile.")));
        var calls = new StorageCalls { Fault = Fault.KilledAfter, FaultAt = 8 };
        await Assert.ThrowsAsync<KilledException>(() => store.Ingestor(calls).IngestAsync(first.Name, Stop));

        Assert.Contains("begun and not ended", string.Join('\n', await store.DifferencesAsync(repair: true)), StringComparison.Ordinal);

        Assert.Empty(await store.DifferencesAsync());
        Assert.Equal(["First"], (await store.Reader().QuotesAsync(new(), new(), Stop)).Items.Select(quote => quote.Title));
        await store.Ingestor().IngestAsync(first.Name, Stop);
        Assert.Equal(["Second"], (await store.Reader().QuotesAsync(new(), new(), Stop)).Items.Select(quote => quote.Title));
        Assert.Empty(await store.DifferencesAsync());
    }

    async Task FindsAndMendsAsync(string expected, Func<TestStore, Task> meddle)
    {
        var store = await TestStore.CreateAsync(azurite);
        var ingestor = store.Ingestor();
        await store.PutAsync(ingestor, Some.Article("a", said: [new("Ada Lovelace", "Engines weave."), new("Alan Turing", "Can they think?", Naming: ["Ada Lovelace"])]));
        await store.PutAsync(ingestor, Some.Article("b", said: new Said("Alan Turing", "They can.")));
        Assert.Empty(await store.DifferencesAsync());

        await meddle(store);

        var found = string.Join('\n', await store.DifferencesAsync()).Replace(store.Tables.Articles.Name[..^"Articles".Length], "", StringComparison.Ordinal);
        Assert.Contains(expected, found, StringComparison.Ordinal);
        Assert.NotEmpty(await store.DifferencesAsync(repair: true));
        Assert.Empty(await store.DifferencesAsync());
        Assert.Equal(3, (await store.Reader().QuotesAsync(new(), new(), Stop)).Items.Count);
    }

    static async Task<TableEntity> HeadAsync<TDigest>(TableClient table, Subjects<TDigest> subjects, string subject)
        where TDigest : class =>
        (await table.GetEntityAsync<TableEntity>(subjects.PartitionOf(subject), HeadRow.KeyOf(subject), cancellationToken: Stop)).Value;

    static async Task<TableEntity> FirstAsync(TableClient table, Func<TableEntity, bool> wanted)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: Stop))
        {
            if (wanted(row)) return row;
        }

        throw new InvalidOperationException("There is no such row.");
    }
}
