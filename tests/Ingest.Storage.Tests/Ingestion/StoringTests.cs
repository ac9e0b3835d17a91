using Ingest.Storage.Ingestion;
using Ingest.Storage.Tests.Kit;
using Ingest.Testing;
using Ingest.Text.Articles;

namespace Ingest.Storage.Tests.Ingestion;

public sealed class StoringTests(AzuriteFixture azurite)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_article_shows_in_its_day_its_speakers_the_directory_and_by_itself()
    {
        var store = await TestStore.CreateAsync(azurite);
        var article = Some.Article("a", said: [
            new("Ada Lovelace", "Engines weave.", Role: "Countess"), new("Ada Lovelace", "They do", QuoteType.Indirect), new("Alan Turing", "Can they think?", QuoteType.Mixed),
            new("a senior official", "No comment.", Kind: SpeakerKind.Unnamed), new(null, "Somebody said this.")]);

        var result = await store.PutAsync(store.Ingestor(), article);

        Assert.Equal((IngestOutcome.Stored, "Headline of a", 5), (result.Outcome, result.Title, result.Quotes));
        var reader = store.Reader();
        var day = Assert.Single((await reader.DaysAsync(null, null, new(), Stop)).Items);
        Assert.Equal(new(Some.Day, Articles: 1, Quotes: 5, Speakers: 2, Direct: 3, Mixed: 1, Indirect: 1), day);

        var date = await reader.DateAsync(Some.Day, new(), Stop);
        Assert.Equal([new("ada-lovelace", "Ada Lovelace", 2, 1), new("alan-turing", "Alan Turing", 1, 1)], date!.Speakers);
        Assert.Equal(new("news.example", 1, 5), Assert.Single(date.Sources));
        var card = Assert.Single(date.Articles.Items);
        Assert.Equal((result.ArticleId, "A lede here.", 5), (card.Id, card.Lede, card.Quotes));
        Assert.Equal(["Ada Lovelace", "Alan Turing"], card.Speakers);

        var ada = await reader.SpeakerAsync("ada-lovelace", new(), Stop);
        Assert.Equal(("Ada Lovelace", SpeakerKind.Person, 2, 1, Some.Day, Some.Day, new(1, 0, 1)), (ada!.Name, ada.Kind, ada.Quotes, ada.Articles, ada.First, ada.Last, ada.Types));
        Assert.Equal(new("Countess", Some.Day, Some.Day, 1), Assert.Single(ada.Roles));
        Assert.Equal(new(Some.Day, 2, 1), Assert.Single(ada.Days));
        Assert.Equal(new("alan-turing", "Alan Turing", 1, 1), Assert.Single(ada.With));
        Assert.Equal(["Engines weave.", "They do"], ada.Latest.Items.Select(quote => quote.Text));

        var stored = await reader.ArticleAsync(result.ArticleId!, Stop);
        Assert.Equal(article.Text, stored!.Text);
        Assert.Equal(article.Quotes.Select(quote => quote.Text), stored.Quotes.Select(quote => quote.Text));
        Assert.All(stored.Quotes, quote => Assert.Equal(quote.Text, stored.Text[quote.Spans[0].Start..quote.Spans[0].End]));
        Assert.Empty(await store.DifferencesAsync());
    }

    [Fact]
    public async Task The_same_blob_again_changes_nothing()
    {
        var store = await TestStore.CreateAsync(azurite);
        var article = Some.Article("a", said: new Said("Ada Lovelace", "Engines weave."));
        var ingestor = store.Ingestor();
        await store.PutAsync(ingestor, article);

        var again = await ingestor.IngestAsync(article.Name, Stop);

        Assert.Equal((IngestOutcome.Unchanged, 1), (again.Outcome, again.Quotes));
        Assert.Equal(1, (await store.Reader().DateAsync(Some.Day, new(), Stop))!.Totals.Quotes);
        Assert.Empty(await store.DifferencesAsync());
    }

    [Fact]
    public async Task The_same_content_uploaded_again_changes_no_count()
    {
        var store = await TestStore.CreateAsync(azurite);
        var article = Some.Article("a", said: new Said("Ada Lovelace", "Engines weave."));
        var ingestor = store.Ingestor();
        await store.PutAsync(ingestor, article);

        var again = await store.PutAsync(ingestor, article);
        var copy = await store.PutAsync(ingestor, article, "zz-copy.txt");

        Assert.Equal(IngestOutcome.Unchanged, again.Outcome);
        Assert.Equal(IngestOutcome.Unchanged, copy.Outcome);
        Assert.Equal(1, (await store.Reader().DateAsync(Some.Day, new(), Stop))!.Totals.Quotes);
        Assert.Empty(await store.DifferencesAsync());
    }

    [Fact]
    public async Task A_new_version_replaces_the_old_one_with_all_its_counts()
    {
        var store = await TestStore.CreateAsync(azurite);
        var ingestor = store.Ingestor();
        var first = await store.PutAsync(ingestor, Some.Article("a", said: [new("Ada Lovelace", "Engines weave."), new("Alan Turing", "Do they?", Naming: ["Ada Lovelace"])]));

        var second = await store.PutAsync(ingestor, Some.Article("a", Some.Day.AddDays(3), said: [new("Grace Hopper", "They compile."), new("Alan Turing", "They do.")]));

        Assert.Equal((IngestOutcome.Stored, first.ArticleId), (second.Outcome, second.ArticleId));
        var reader = store.Reader();
        Assert.Null(await reader.DateAsync(Some.Day, new(), Stop));
        Assert.Null(await reader.SpeakerAsync("ada-lovelace", new(), Stop));
        Assert.Equal([Some.Day.AddDays(3)], (await reader.DaysAsync(null, null, new(), Stop)).Items.Select(day => day.Date));
        Assert.Equal(["alan-turing", "grace-hopper"], (await reader.SpeakersAsync(new(), new(), Stop)).Items.Select(speaker => speaker.Slug));
        Assert.Equal(["They do."], (await reader.QuotesAsync(new(Speaker: "alan-turing"), new(), Stop)).Items.Select(quote => quote.Text));
        Assert.Empty((await reader.QuotesAsync(new(Mentions: "ada-lovelace"), new(), Stop)).Items);
        Assert.Empty((await reader.QuotesAsync(new(Saying: "Engines weave."), new(), Stop)).Items);
        Assert.Empty(await store.DifferencesAsync());
    }

    [Fact]
    public async Task An_older_version_that_arrives_late_is_superseded()
    {
        var store = await TestStore.CreateAsync(azurite);
        var ingestor = store.Ingestor();
        await store.UploadAsync(Some.Article("a", title: "Old", said: new Said("Ada Lovelace", "Old words.")), "old.txt");
        await store.UntilLaterAsync("old.txt");
        await store.PutAsync(ingestor, Some.Article("a", title: "New", said: new Said("Alan Turing", "New words.")), "new.txt");

        var late = await ingestor.IngestAsync("old.txt", Stop);

        Assert.Equal(IngestOutcome.Superseded, late.Outcome);
        Assert.Equal("New", (await store.Reader().ArticleAsync(late.ArticleId!, Stop))!.Title);
        Assert.Empty(await store.DifferencesAsync());
    }

    [Fact]
    public async Task A_blob_overwritten_within_a_second_counts_as_it_is_now()
    {
        var store = await TestStore.CreateAsync(azurite);
        var ingestor = store.Ingestor();
        for (var i = 0; i < 4; i++)
        {
            var result = await store.PutAsync(ingestor, Some.Article("a", title: $"Version {i}", said: new Said("Ada Lovelace", $"Words {i}.")));
            Assert.Equal(IngestOutcome.Stored, result.Outcome);
        }

        Assert.Equal(["Words 3."], (await store.Reader().QuotesAsync(new(Speaker: "ada-lovelace"), new(), Stop)).Items.Select(quote => quote.Text));
        Assert.Empty(await store.DifferencesAsync());
    }

    [Fact]
    public async Task A_deleted_article_is_out_of_everything_and_stays_out_until_it_is_uploaded_again()
    {
        var store = await TestStore.CreateAsync(azurite);
        var ingestor = store.Ingestor();
        await store.UploadAsync(Some.Article("a", title: "Old", said: new Said("Ada Lovelace", "Old words.")), "old.txt");
        await store.UntilLaterAsync("old.txt");
        var article = Some.Article("a", said: [new("Ada Lovelace", "Engines weave."), new("Alan Turing", "Do they?", Naming: ["Ada Lovelace"])]);
        var stored = await store.PutAsync(ingestor, article, "new.txt");
        await store.PutAsync(ingestor, Some.Article("b", said: new Said("Alan Turing", "Stays.")));

        Assert.True(await ingestor.DeleteAsync(stored.ArticleId!, Stop));

        Assert.False(await ingestor.DeleteAsync(stored.ArticleId!, Stop));
        Assert.Equal(IngestOutcome.Gone, (await ingestor.IngestAsync("new.txt", Stop)).Outcome);
        Assert.Equal(IngestOutcome.Superseded, (await ingestor.IngestAsync("old.txt", Stop)).Outcome);
        var reader = store.Reader();
        Assert.Null(await reader.ArticleAsync(stored.ArticleId!, Stop));
        Assert.Null(await reader.SpeakerAsync("ada-lovelace", new(), Stop));
        Assert.Equal((1, 1), ((await reader.DateAsync(Some.Day, new(), Stop))!.Totals.Articles, (await reader.SpeakerAsync("alan-turing", new(), Stop))!.Quotes));
        Assert.Empty(await store.DifferencesAsync());

        await store.UntilLaterAsync("new.txt");
        Assert.Equal(IngestOutcome.Stored, (await store.PutAsync(ingestor, article, "new.txt")).Outcome);
        Assert.Equal(2, (await reader.SpeakerAsync("alan-turing", new(), Stop))!.Quotes);
        Assert.Empty(await store.DifferencesAsync());
    }

    [Fact]
    public async Task What_is_refused_stands_among_the_rejections_until_it_is_mended()
    {
        var store = await TestStore.CreateAsync(azurite);
        var ingestor = store.Ingestor();
        await store.UploadAsync("folder/bad #1?.txt", "nothing a test knows");

        var refused = await ingestor.IngestAsync("folder/bad #1?.txt", Stop);

        Assert.Equal((IngestOutcome.Refused, "Nothing that a test wrote."), (refused.Outcome, refused.Reason));
        var reader = store.Reader();
        var rejection = Assert.Single((await reader.RejectionsAsync(new(), Stop)).Items);
        Assert.Equal(("folder/bad #1?.txt", "Nothing that a test wrote.", false), (rejection.Blob, rejection.Reason, rejection.Poisoned));

        await store.PutAsync(ingestor, Some.Article("a"), "folder/bad #1?.txt");
        Assert.Empty((await reader.RejectionsAsync(new(), Stop)).Items);
    }
}
