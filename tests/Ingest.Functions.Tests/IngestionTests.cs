using System.Text.Json.Nodes;
using Ingest.Functions.Tests.Host;
using Ingest.Testing;
using Microsoft.Azure.Functions.Worker.Grpc.Messages;
using static Microsoft.Azure.Functions.Worker.Grpc.Messages.StatusResult.Types;

namespace Ingest.Functions.Tests;

/// <summary>From an upload to the summaries, through the app's own triggers.</summary>
public sealed class IngestionTests(FunctionsFixture app)
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_blob_event_stores_the_article_and_a_second_one_changes_nothing()
    {
        await PutAsync("event.txt", Article("2031-05-01", "Anna Lindqvist"));
        for (var time = 0; time < 2; time++)
        {
            Assert.Equal(Status.Success, (await app.Host.RaiseBlobAsync("event.txt")).Result.Status);
            var day = await GetAsync("/api/summaries/dates/2031-05-01");
            Assert.Equal(1, (int?)day["totals"]!["articles"]);
            Assert.Equal(2, (int?)day["totals"]!["quotes"]);
        }
    }

    [Fact]
    public async Task What_is_posted_comes_back_from_the_container_by_its_event()
    {
        using var content = new StringContent(Article("2031-05-02", "Piotr Malinowski"));
        using var answer = await app.Host.Client.PostAsync("/api/articles", content, Stop);
        Assert.Equal(202, (int)answer.StatusCode);
        var accepted = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!["accepted"]![0]!;
        Assert.Equal(Status.Success, (await app.Host.RaiseBlobAsync((string)accepted["blob"]!)).Result.Status);
        var speaker = await GetAsync("/api/summaries/speakers/piotr-malinowski");
        Assert.Equal("Piotr Malinowski", (string?)speaker["name"]);
    }

    [Fact]
    public async Task The_timer_takes_up_what_no_event_told_of()
    {
        await PutAsync("silent.txt", Article("2031-05-03", "Berta Holm"));
        Assert.Equal(Status.Success, (await app.Host.RaiseTimerAsync()).Result.Status);
        Assert.Equal(1, (int?)(await GetAsync("/api/summaries/dates/2031-05-03"))["totals"]!["articles"]);
    }

    [Fact]
    public async Task A_blob_that_is_no_article_is_a_rejection_and_no_failure_to_try_again()
    {
        await app.Container.GetBlobClient("photo.txt").UploadAsync(new BinaryData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0, 0 }), overwrite: true, Stop);
        Assert.Equal(Status.Success, (await app.Host.RaiseBlobAsync("photo.txt")).Result.Status);
        Assert.Contains((await GetAsync("/api/rejections"))["items"]!.AsArray(), each => (string?)each!["blob"] == "photo.txt");
    }

    [Fact]
    public async Task A_blob_that_is_gone_by_the_time_of_its_event_is_no_failure() =>
        Assert.Equal(Status.Success, (await app.Host.RaiseBlobAsync("gone.txt")).Result.Status);

    [Fact]
    public async Task A_log_names_blob_and_article_and_never_its_words()
    {
        await PutAsync("logged.txt", Article("2031-05-04", "Carla Weiss"));
        await app.Host.RaiseBlobAsync("logged.txt");
        await Eventually.TrueAsync(() => app.Host.Link.Logs.Any(each => each.Message.Contains("logged.txt", StringComparison.Ordinal)), () => "No log names the blob.");
        Assert.DoesNotContain(app.Host.Link.Logs, each => each.Message.Contains("Carla", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_app_that_starts_on_a_store_of_before_has_nothing_to_warn_of()
    {
        await using var second = await FunctionsHost.StartAsync(app.Storage);
        Assert.Equal(Status.Success, (await second.RaiseBlobAsync("gone.txt")).Result.Status);
        Assert.DoesNotContain(second.Link.Logs, each => each.Level >= RpcLog.Types.Level.Warning && each.Category.StartsWith("Azure", StringComparison.Ordinal));
        Assert.Equal(0, await second.EndAsync());
    }

    async Task PutAsync(string blob, string article) => await app.Container.GetBlobClient(blob).UploadAsync(BinaryData.FromString(article), overwrite: true, Stop);

    async Task<JsonNode> GetAsync(string path) => JsonNode.Parse(await app.Host.Client.GetStringAsync(path, Stop))!;

    static string Article(string date, string name) =>
        $"""
        date {date} https://morningpost.example/{date}/bridge
        City to Rebuild the Harbour Bridge
        "We will rebuild the harbour bridge before winter," Mayor {name} told reporters on Monday.
        {name.Split(' ')[1]} said that the council would vote on the plan in April.
        """;
}
