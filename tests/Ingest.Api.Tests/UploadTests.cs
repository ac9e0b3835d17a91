using Ingest.Api.Tests.Kit;
using Ingest.Testing;
using static Ingest.Api.Tests.Kit.Parcels;

namespace Ingest.Api.Tests;

/// <summary>Articles come in as text, forms and archives; the answer tells what became of each file.</summary>
public sealed class UploadTests(AzuriteFixture azurite) : IAsyncLifetime
{
    ApiHost? started;

    ApiHost Host => started!;

    public async ValueTask InitializeAsync() => started = await ApiHost.StartAsync(azurite);

    public async ValueTask DisposeAsync() => await Host.DisposeAsync();

    [Fact]
    public async Task An_article_as_plain_text_is_accepted_with_its_id_and_can_be_read_where_Location_says()
    {
        var answer = await Host.PostAsync("/api/articles?name=bridge.txt", Plain(Newsroom.BridgeStory));
        Assert.Equal(202, answer.Status);
        var accepted = Assert.Single(answer.Json["accepted"]!.AsArray())!;
        Assert.Equal("bridge.txt", (string?)accepted["name"]);
        Assert.Equal("City to Rebuild Harbour Bridge", (string?)accepted["title"]);
        Assert.Equal("2031-03-03", (string?)accepted["date"]);
        Assert.Equal(3, (int)accepted["quotes"]!);
        Assert.Equal($"/api/articles/{accepted["articleId"]}", answer.Header("Location"));
        Assert.Equal(answer.Header("Location"), (string?)accepted["article"]);

        Assert.Equal(404, (await Host.GetAsync(answer.Header("Location")!)).Status);
        Assert.Equal((string?)accepted["articleId"], await Host.IngestAsync((string)accepted["blob"]!));
        var article = await Host.GetAsync(answer.Header("Location")!);
        Assert.Equal(200, article.Status);
        Assert.Equal(Newsroom.BridgeStory, (string?)article.Json["text"]);
    }

    [Fact]
    public async Task The_status_of_an_upload_goes_from_waiting_to_stored()
    {
        var accepted = (await Host.PostAsync("/api/articles?name=bridge.txt", Plain(Newsroom.BridgeStory))).Json["accepted"]![0]!;
        var status = (string)accepted["status"]!;
        Assert.Equal("waiting", (string?)(await Host.GetAsync(status)).Items.Single()!["state"]);
        await Host.IngestAsync((string)accepted["blob"]!);
        var stored = (await Host.GetAsync(status)).Items.Single()!;
        Assert.Equal("stored", (string?)stored["state"]);
        Assert.Equal((string?)accepted["articleId"], (string?)stored["articleId"]);
        Assert.Equal("unknown", (string?)(await Host.GetAsync("/api/uploads?blob=never-sent.txt")).Items.Single()!["state"]);
    }

    [Fact]
    public async Task A_form_of_many_files_tells_what_was_accepted_and_what_was_refused_and_why()
    {
        using var form = Form(("one.txt", Bytes(Article(1))), ("empty.txt", []), ("photo.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10, 0, 0, 0, 1]), ("two.txt", Bytes(Article(2))));
        var answer = await Host.PostAsync("/api/articles", form);
        Assert.Equal(202, answer.Status);
        Assert.Equal(["one.txt", "two.txt"], answer.Json["accepted"]!.AsArray().Select(each => (string?)each!["name"]));
        Assert.Equal(["empty.txt", "photo.jpg"], answer.Json["refused"]!.AsArray().Select(each => (string?)each!["name"]));
        Assert.All(answer.Json["refused"]!.AsArray(), each => Assert.NotEmpty((string)each!["reason"]!));
        Assert.Equal(2, await CountBlobsAsync());
    }

    [Fact]
    public async Task A_zip_a_gzip_and_a_gzipped_tar_are_unpacked()
    {
        var zip = await Host.PostAsync("/api/articles", Of("application/zip", Zip(("a/1.txt", Bytes(Article(1))), ("a/", []), ("__MACOSX/a/1.txt", [1]), ("b/1.txt", Bytes(Article(2))))));
        Assert.Equal(["a/1.txt", "b/1.txt"], zip.Json["accepted"]!.AsArray().Select(each => (string?)each!["name"]));
        var gzip = await Host.PostAsync("/api/articles?name=three.txt.gz", Of("application/gzip", Gzip(Bytes(Article(3)))));
        Assert.Equal("three.txt", (string?)gzip.Json["accepted"]!.AsArray().Single()!["name"]);
        var tar = await Host.PostAsync("/api/articles", Of("application/gzip", TarGz(("x/4.txt", Bytes(Article(4))), ("x/5.txt", Bytes(Article(5))))));
        Assert.Equal(["x/4.txt", "x/5.txt"], tar.Json["accepted"]!.AsArray().Select(each => (string?)each!["name"]));
        Assert.Equal(5, await CountBlobsAsync());
    }

    [Fact]
    public async Task Archives_in_a_form_are_unpacked_whatever_they_are_called()
    {
        using var form = Form(("archive.bin", Zip(("1.txt", Bytes(Article(1))))), ("other", TarGz(("2.txt", Bytes(Article(2))))), ("3.txt", Bytes(Article(3))));
        var answer = await Host.PostAsync("/api/articles", form);
        Assert.Equal(["1.txt", "2.txt", "3.txt"], answer.Json["accepted"]!.AsArray().Select(each => (string?)each!["name"]));
    }

    [Fact]
    public async Task The_same_upload_again_changes_nothing()
    {
        var first = await Host.PostAsync("/api/articles?name=bridge.txt", Plain(Newsroom.BridgeStory), ("Idempotency-Key", "1"));
        var blob = (string)first.Json["accepted"]![0]!["blob"]!;
        await Host.IngestAsync(blob);
        var before = (await Host.Store.Container.GetBlobClient(blob).GetPropertiesAsync(cancellationToken: TestContext.Current.CancellationToken)).Value.ETag;
        var second = await Host.PostAsync("/api/articles?name=bridge.txt", Plain(Newsroom.BridgeStory), ("Idempotency-Key", "1"));
        Assert.Equal(first.Text, second.Text);
        Assert.Equal(before, (await Host.Store.Container.GetBlobClient(blob).GetPropertiesAsync(cancellationToken: TestContext.Current.CancellationToken)).Value.ETag);
        Assert.Equal(1, await CountBlobsAsync());
    }

    [Fact]
    public async Task Two_articles_of_the_same_file_name_do_not_overwrite_each_other()
    {
        await Host.PostAsync("/api/articles?name=article.txt", Plain(Article(1)));
        await Host.PostAsync("/api/articles?name=article.txt", Plain(Article(2)));
        Assert.Equal(2, await CountBlobsAsync());
    }

    [Fact]
    public async Task An_earlier_text_sent_again_after_a_correction_is_the_latest_version()
    {
        var corrected = Newsroom.BridgeStory.Replace("before winter", "before summer", StringComparison.Ordinal);
        string id = "";
        foreach (var text in new[] { Newsroom.BridgeStory, corrected, Newsroom.BridgeStory })
        {
            var accepted = (await Host.PostAsync("/api/articles?name=bridge.txt", Plain(text))).Json["accepted"]![0]!;
            id = await Host.IngestAsync((string)accepted["blob"]!);
        }
        Assert.Equal(Newsroom.BridgeStory, (string?)(await Host.GetAsync($"/api/articles/{id}")).Json["text"]);
    }

    [Fact]
    public async Task A_deleted_article_is_gone_with_its_counts_and_can_be_sent_again()
    {
        var accepted = (await Host.PostAsync("/api/articles", Plain(Newsroom.BridgeStory))).Json["accepted"]![0]!;
        await Host.IngestAsync((string)accepted["blob"]!);
        var path = (string)accepted["article"]!;
        Assert.Equal(204, (await Host.SendAsync(HttpMethod.Delete, path, null)).Status);
        Assert.Equal(404, (await Host.GetAsync(path)).Status);
        Assert.Equal(404, (await Host.SendAsync(HttpMethod.Delete, path, null)).Status);
        Assert.Equal(404, (await Host.GetAsync("/api/summaries/dates/2031-03-03")).Status);
        Assert.Equal(404, (await Host.GetAsync("/api/summaries/speakers/anna-lindqvist")).Status);
        Assert.Empty((await Host.GetAsync("/api/quotes")).Items);
        Assert.Equal(0, await CountBlobsAsync());
        await Host.PostAsync("/api/articles", Plain(Newsroom.BridgeStory));
        await Host.IngestAsync((string)accepted["blob"]!);
        Assert.Equal(200, (await Host.GetAsync(path)).Status);
    }

    [Fact]
    public async Task What_is_no_article_at_all_is_a_422_that_says_why()
    {
        var answer = await Host.PostAsync("/api/articles?name=empty.txt", Plain("  \n "));
        Assert.Equal(422, answer.Status);
        Assert.Equal("application/problem+json", answer.MediaType);
        Assert.Equal("empty.txt", (string?)answer.Json["refused"]![0]!["name"]);
        Assert.Equal(0, await CountBlobsAsync());
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("application/x-www-form-urlencoded", "a=b")]
    public async Task A_type_in_which_articles_do_not_come_is_a_415_that_tells_those_in_which_they_do(string type, string body)
    {
        var answer = await Host.PostAsync("/api/articles", Of(type, Bytes(body)));
        Assert.Equal(415, answer.Status);
        Assert.Contains("multipart/form-data", answer.Header("Accept"), StringComparison.Ordinal);
        Assert.Contains(type, (string?)answer.Json["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/zip")]
    [InlineData("application/gzip")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task A_body_that_is_not_what_it_says_is_a_400(string type)
    {
        var content = new ByteArrayContent(Bytes("this is neither a form nor an archive"));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        var answer = await Host.PostAsync("/api/articles", content);
        Assert.Equal(400, answer.Status);
        Assert.Equal("application/problem+json", answer.MediaType);
        Assert.Equal(0, await CountBlobsAsync());
    }

    [Theory]
    [InlineData("application/zip")]
    [InlineData("application/gzip")]
    public async Task A_truncated_archive_is_refused_whole(string type)
    {
        var whole = type == "application/zip" ? Zip(("1.txt", Bytes(Article(1))), ("2.txt", Bytes(Article(2)))) : TarGz(("1.txt", Bytes(Article(1))), ("2.txt", Bytes(Article(2))));
        var answer = await Host.PostAsync("/api/articles", Of(type, whole[..(whole.Length * 2 / 3)]));
        Assert.Equal(400, answer.Status);
        Assert.Equal(0, await CountBlobsAsync());
    }

    [Fact]
    public async Task A_truncated_gzip_of_one_article_is_not_taken_for_a_shorter_article()
    {
        var whole = Gzip(Bytes(Newsroom.BridgeStory));
        Assert.Equal(400, (await Host.PostAsync("/api/articles", Of("application/gzip", whole[..^20]))).Status);
        Assert.Equal(0, await CountBlobsAsync());
    }

    async Task<int> CountBlobsAsync() => await Host.Store.Container.GetBlobsAsync().CountAsync(TestContext.Current.CancellationToken);
}
