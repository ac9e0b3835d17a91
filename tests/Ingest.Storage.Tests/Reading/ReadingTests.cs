using Ingest.Storage.Ledger;
using Ingest.Storage.Reading;
using Ingest.Storage.Tests.Kit;
using Ingest.Testing;
using Ingest.Text.Articles;

namespace Ingest.Storage.Tests.Reading;

public sealed class ReadingTests(AzuriteFixture azurite)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lists_page_through_everything_once_while_articles_keep_coming()
    {
        var store = await TestStore.CreateAsync(azurite);
        var ingestor = store.Ingestor();
        for (var i = 0; i < 12; i++)
        {
            await store.PutAsync(ingestor, Some.Article($"a{i}", Some.Day.AddDays(i % 4), said: [
                new("Ada Lovelace", $"One {i}."), new("Ada Lovelace", $"Two {i}.", QuoteType.Indirect), new($"Speaker Number{i}", $"Three {i}.", Naming: ["Ada Lovelace"])]));
        }

        var reader = store.Reader();
        var more = 0;
        await AllAsync(12 * 3, (page) => reader.QuotesAsync(new(), page, Stop), quote => quote.Text);
        await AllAsync(12 * 2, page => reader.QuotesAsync(new(Speaker: "ada-lovelace"), page, Stop), quote => quote.Text);
        await AllAsync(12, page => reader.QuotesAsync(new(Speaker: "ada-lovelace", Type: QuoteType.Indirect), page, Stop), quote => quote.Text);
        await AllAsync(12, page => reader.QuotesAsync(new(Mentions: "ada-lovelace"), page, Stop), quote => quote.Text);
        await AllAsync(6, page => reader.QuotesAsync(new(From: Some.Day.AddDays(1), To: Some.Day.AddDays(1), Type: QuoteType.Direct), page, Stop), quote => quote.Text);
        // Four days, and the one of what came meanwhile.
        await AllAsync(5, page => reader.DaysAsync(null, null, page, Stop), day => day.Date);
        await AllAsync(3, async page => (await reader.DateAsync(Some.Day, page, Stop))!.Articles, card => card.Id);
        await AllAsync(13, page => reader.SpeakersAsync(new(), page, Stop), speaker => speaker.Slug);
        await AllAsync(13, page => reader.SpeakersAsync(new(ByQuotes: true), page, Stop), speaker => speaker.Slug);
        await AllAsync(13, page => reader.SpeakersAsync(new(From: Some.Day, ByQuotes: true), page, Stop), speaker => speaker.Slug);
        await AllAsync(13, page => reader.SpeakersAsync(new(To: Some.Day.AddDays(9)), page, Stop), speaker => speaker.Slug);
        await AllAsync(12, page => reader.SpeakersAsync(new(Prefix: "num"), page, Stop), speaker => speaker.Slug);

        async Task AllAsync<T, TKey>(int expected, Func<PageRequest, Task<Page<T>>> read, Func<T, TKey> key)
        {
            var (seen, token) = (new List<TKey>(), (string?)null);
            do
            {
                var page = await read(new(2, token));
                Assert.InRange(page.Items.Count, 1, 2);
                seen.AddRange(page.Items.Select(key));
                token = page.Next;

                // It is newer than all the rest: it comes where the list has been already, on a day of its own.
                if (more++ % 5 == 0 && expected == 12 * 2) await store.PutAsync(ingestor, Some.Article($"more{more}", Some.Day.AddDays(200), said: new Said("Ada Lovelace", $"More {more}.")));
            }
            while (token is not null);
            Assert.Equal(expected, seen.Distinct().Count());
            Assert.Equal(expected, seen.Count);
        }
    }

    [Fact]
    public async Task Quotes_come_newest_first_and_narrow_by_day_type_and_speaker()
    {
        var store = await TestStore.CreateAsync(azurite);
        var ingestor = store.Ingestor();
        for (var i = 0; i < 5; i++)
        {
            await store.PutAsync(ingestor, Some.Article($"a{i}", Some.Day.AddDays(i), said: [new("Ada Lovelace", $"Direct {i}."), new("Alan Turing", $"Mixed {i}.", QuoteType.Mixed)]));
        }

        var reader = store.Reader();
        Assert.Equal([4, 3, 2, 1, 0], await DaysAsync(new(Speaker: "ada-lovelace")));
        Assert.Equal([3, 2], await DaysAsync(new(Speaker: "ada-lovelace", From: Some.Day.AddDays(2), To: Some.Day.AddDays(3))));
        Assert.Equal([1], await DaysAsync(new(Speaker: "alan-turing", Date: Some.Day.AddDays(1))));
        Assert.Equal([], await DaysAsync(new(Speaker: "alan-turing", Type: QuoteType.Direct)));
        Assert.Equal([4, 3], await DaysAsync(new(From: Some.Day.AddDays(3), Type: QuoteType.Mixed)));
        Assert.Equal([2, 2], await DaysAsync(new(Date: Some.Day.AddDays(2))));
        Assert.Equal([], await DaysAsync(new(Date: Some.Day.AddDays(2), To: Some.Day)));

        async Task<IEnumerable<int>> DaysAsync(QuoteQuery query) =>
            (await reader.QuotesAsync(query, new(), Stop)).Items.Select(quote => quote.Date.DayNumber - Some.Day.DayNumber);
    }

    [Fact]
    public async Task The_same_words_are_found_wherever_they_stand()
    {
        var store = await TestStore.CreateAsync(azurite);
        var ingestor = store.Ingestor();
        await store.PutAsync(ingestor, Some.Article("a", said: new Said("Ada Lovelace", "Engines weave, don’t they?")));
        await store.PutAsync(ingestor, Some.Article("b", Some.Day.AddDays(1), "other.example", said: [new("Ada Lovelace", "engines  weave don't they"), new("Ada Lovelace", "Something else.")]));

        var places = await store.Reader().QuotesAsync(new(Saying: "Engines weave - don't they!"), new(), Stop);

        Assert.Equal(["other.example", "news.example"], places.Items.Select(quote => quote.Source));
    }

    [Fact]
    public async Task Quotes_that_name_somebody_are_found_and_narrowed_by_who_says_them()
    {
        var store = await TestStore.CreateAsync(azurite);
        await store.PutAsync(store.Ingestor(), Some.Article("a", said: [
            new("Ada Lovelace", "Babbage builds.", Naming: ["Charles Babbage"]), new("Alan Turing", "Babbage built.", Naming: ["Charles Babbage"]), new("Alan Turing", "I do not.")]));
        var reader = store.Reader();

        Assert.Equal(["Babbage builds.", "Babbage built."], (await reader.QuotesAsync(new(Mentions: "charles-babbage"), new(), Stop)).Items.Select(quote => quote.Text));
        Assert.Equal(["Babbage built."], (await reader.QuotesAsync(new(Mentions: "charles-babbage", Speaker: "alan-turing"), new(), Stop)).Items.Select(quote => quote.Text));
    }

    [Fact]
    public async Task A_role_is_shown_once_however_it_is_written_as_most_articles_write_it()
    {
        var store = await TestStore.CreateAsync(azurite);
        var ingestor = store.Ingestor();
        string[] written = ["Transport Minister", "transport minister", "president of the Weavers’ Union", "transport minister", "President of the Weavers' Union"];
        for (var i = 0; i < written.Length; i++) await store.PutAsync(ingestor, Some.Article($"a{i}", Some.Day.AddDays(i), said: new Said("Ada Lovelace", $"Words {i}.", Role: written[i])));
        // Twice in one article is one article.
        await store.PutAsync(ingestor, Some.Article("b", Some.Day.AddDays(5), said: [new("Ada Lovelace", "One.", Role: "TRANSPORT MINISTER"), new("Ada Lovelace", "Two.", Role: "Transport minister")]));

        var ada = await store.Reader().SpeakerAsync("ada-lovelace", new(), Stop);

        Assert.Equal(
            [new RoleSeen("transport minister", Some.Day, Some.Day.AddDays(5), 4), new("president of the Weavers’ Union", Some.Day.AddDays(2), Some.Day.AddDays(4), 2)],
            ada!.Roles);
        Assert.Empty(await store.DifferencesAsync());
    }

    [Fact]
    public async Task Speakers_are_found_by_the_start_of_any_word_of_the_name_however_it_is_typed()
    {
        var store = await TestStore.CreateAsync(azurite);
        var ingestor = store.Ingestor();
        await store.PutAsync(ingestor, Some.Article("a", said: [new("John Johnson", "One."), new("Jens Stoltenberg", "Two.", Role: "Secretary"), new("Ada Lovelace", "Three.")]));
        await store.PutAsync(ingestor, Some.Article("b", said: new Said("Jens Stoltenberg", "Four.")));
        var reader = store.Reader();

        Assert.Equal(["john-johnson"], await FoundAsync(new("JOHN")));
        Assert.Equal(["jens-stoltenberg"], await FoundAsync(new("Stölt")));
        Assert.Equal(["jens-stoltenberg"], await FoundAsync(new("jens st")));
        Assert.Equal(["jens-stoltenberg", "john-johnson"], await FoundAsync(new("j")));
        Assert.Equal(["jens-stoltenberg", "ada-lovelace", "john-johnson"], await FoundAsync(new(ByQuotes: true)));
        Assert.Equal([], await FoundAsync(new("' or 1 eq 1")));
        Assert.Equal([], await FoundAsync(new("/#?")));
        var jens = (await reader.SpeakersAsync(new("jens"), new(), Stop)).Items[0];
        Assert.Equal(new("jens-stoltenberg", "Jens Stoltenberg", "Secretary", SpeakerKind.Person, 2, 2, Some.Day, Some.Day), jens);

        async Task<IEnumerable<string>> FoundAsync(SpeakerQuery query) => (await reader.SpeakersAsync(query, new(), Stop)).Items.Select(speaker => speaker.Slug);
    }

    [Fact]
    public async Task Speakers_of_a_range_of_days_are_counted_over_these_days()
    {
        var store = await TestStore.CreateAsync(azurite);
        var ingestor = store.Ingestor();
        for (var i = 0; i < 4; i++) await store.PutAsync(ingestor, Some.Article($"a{i}", Some.Day.AddDays(i), said: [new("Ada Lovelace", "One."), new(i < 2 ? "Alan Turing" : "Grace Hopper", "Two."), new("Grace Hopper", "Three.")]));

        var page = await store.Reader().SpeakersAsync(new(From: Some.Day.AddDays(1), To: Some.Day.AddDays(2), ByQuotes: true), new(), Stop);

        Assert.Equal([("grace-hopper", 3, 2), ("ada-lovelace", 2, 2), ("alan-turing", 1, 1)], page.Items.Select(speaker => (speaker.Slug, speaker.Quotes, speaker.Articles)));
        Assert.Equal((Some.Day.AddDays(1), Some.Day.AddDays(2)), (page.Items[0].First, page.Items[0].Last));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("MWQ!")]
    [InlineData("OXh4")]
    [InlineData("MWRhL2IjYz8")]
    public async Task A_token_that_no_list_gave_is_told_apart_from_a_failure(string token)
    {
        var reader = (await TestStore.CreateAsync(azurite)).Reader();
        await Assert.ThrowsAsync<MalformedTokenException>(() => reader.DaysAsync(null, null, new(10, token), Stop));
        await Assert.ThrowsAsync<MalformedTokenException>(() => reader.QuotesAsync(new(), new(10, token), Stop));
        await Assert.ThrowsAsync<MalformedTokenException>(() => reader.SpeakersAsync(new(), new(10, token), Stop));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task A_page_has_one_to_a_thousand_items(int size) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await (await TestStore.CreateAsync(azurite)).Reader().DaysAsync(null, null, new(size), Stop));

    [Theory]
    [InlineData("a' or PartitionKey ne '")]
    [InlineData("a/b#c?d\\e")]
    [InlineData("")]
    public async Task Keys_that_are_none_find_nothing(string key)
    {
        var store = await TestStore.CreateAsync(azurite);
        await store.PutAsync(store.Ingestor(), Some.Article("a", said: new Said("Ada Lovelace", "One.")));
        var reader = store.Reader();
        Assert.Null(await reader.SpeakerAsync(key, new(), Stop));
        Assert.Null(await reader.ArticleAsync(key, Stop));
        Assert.Empty((await reader.QuotesAsync(new(Speaker: key), new(), Stop)).Items);
        Assert.Empty((await reader.QuotesAsync(new(Mentions: key), new(), Stop)).Items);
        Assert.Empty((await reader.QuotesAsync(new(Saying: key), new(), Stop)).Items);
    }

    [Fact]
    public async Task Names_roles_and_publishers_of_any_characters_come_back_as_they_are()
    {
        var store = await TestStore.CreateAsync(azurite);
        const string odd = "O'Neil \"the/Boss\" #1? \\ 漢字 😀";
        var article = Some.Article("a") with { Source = odd };
        article = article with { Quotes = [.. Some.Article("a", said: new Said("X Y", "Words.")).Quotes.Select(quote => quote with { Speaker = new Speaker { Name = odd, Slug = "x-y", Role = odd, Kind = SpeakerKind.Organisation } })], Text = Some.Article("a", said: new Said("X Y", "Words.")).Text };
        await store.PutAsync(store.Ingestor(), article);

        var speaker = await store.Reader().SpeakerAsync("x-y", new(), Stop);

        Assert.Equal((odd, SpeakerKind.Organisation, odd, odd), (speaker!.Name, speaker.Kind, speaker.Roles[0].Role, speaker.Sources[0].Source));
        Assert.Empty(await store.DifferencesAsync());
    }

    [Fact]
    public async Task An_upload_is_followed_from_waiting_to_what_became_of_it()
    {
        var store = await TestStore.CreateAsync(azurite);
        var (reader, ingestor) = (store.Reader(), store.Ingestor());
        Assert.Null(await reader.UploadAsync("a.txt", Stop));

        await store.UploadAsync(Some.Article("a", said: new Said("Ada Lovelace", "One.")));
        Assert.Equal(UploadState.Waiting, (await reader.UploadAsync("a.txt", Stop))!.State);

        var result = await ingestor.IngestAsync("a.txt", Stop);
        var stored = await reader.UploadAsync("a.txt", Stop);
        Assert.Equal((UploadState.Stored, result.ArticleId, 1), (stored!.State, stored.ArticleId, stored.Quotes));

        await store.UploadAsync("a.txt", "nothing a test knows");
        Assert.Equal(UploadState.Waiting, (await reader.UploadAsync("a.txt", Stop))!.State);
        await ingestor.IngestAsync("a.txt", Stop);
        Assert.Equal((UploadState.Refused, "Nothing that a test wrote."), ((await reader.UploadAsync("a.txt", Stop))!.State, (await reader.UploadAsync("a.txt", Stop))!.Reason));

        var etag = (await store.Tables.Container.GetBlobClient("a.txt").GetPropertiesAsync(cancellationToken: Stop)).Value.ETag.ToString();
        await store.Ledger().PoisonedAsync("a.txt", etag, DateTimeOffset.UnixEpoch, "Storage failed.", Stop);
        Assert.Equal(UploadState.Poisoned, (await reader.UploadAsync("a.txt", Stop))!.State);
        Assert.True(Assert.Single((await reader.RejectionsAsync(new(), Stop)).Items).Poisoned);
    }

    [Fact]
    public async Task Health_counts_articles_and_quotes_and_tells_of_a_store_that_is_down()
    {
        var store = await TestStore.CreateAsync(azurite);
        await store.PutAsync(store.Ingestor(), Some.Article("a", said: [new("Ada Lovelace", "One."), new("Alan Turing", "Two.")]));
        await SweepNotes.EndAsync(store.Tables, new(DateTimeOffset.UnixEpoch, 7, 3), Stop);

        Assert.Equal(new(true, 1, 2, 3, 0, null), await store.Reader().HealthAsync(Stop) with { Poisoned = 0 });

        var down = await TestStore.Down().Reader().HealthAsync(Stop);
        Assert.False(down.Reachable);
        Assert.NotNull(down.Problem);
    }
}
