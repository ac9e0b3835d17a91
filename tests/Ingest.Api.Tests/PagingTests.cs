using Ingest.Api.Tests.Kit;
using Ingest.Testing;

namespace Ingest.Api.Tests;

/// <summary>Pages add up to the list, once, whatever is ingested between them.</summary>
public sealed class PagingTests(AzuriteFixture azurite) : IAsyncLifetime
{
    ApiHost? started;

    ApiHost Host => started!;

    public async ValueTask InitializeAsync()
    {
        started = await ApiHost.StartAsync(azurite);
        await Task.WhenAll(Enumerable.Range(1, 40).Select(number => Host.IngestAsync($"{number}.txt", Parcels.Article(number))));
    }

    public async ValueTask DisposeAsync() => await Host.DisposeAsync();

    [Theory]
    [InlineData("/api/quotes", "articleId")]
    [InlineData("/api/quotes?speaker=anna-lindqvist", "articleId")]
    [InlineData("/api/quotes?from=2032-01-05&to=2032-01-20", "articleId")]
    [InlineData("/api/summaries/dates", "date")]
    [InlineData("/api/articles", "id")]
    [InlineData("/api/articles?from=2032-01-05&to=2032-01-20", "id")]
    public async Task Each_item_of_the_start_comes_once_while_more_is_ingested(string path, string key)
    {
        var start = await AllAsync(path, key, 1000, null);
        var number = 100;
        var paged = await AllAsync(path, key, 7, () => Host.IngestAsync($"{number}.txt", Parcels.Article(number++)));
        Assert.Equal(paged.Count, paged.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(start.Except(paged, StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_quotes_of_a_person_go_on_in_quotes()
    {
        var person = (await Host.GetAsync("/api/summaries/speakers/anna-lindqvist?size=15")).Json["latest"]!;
        var seen = person["items"]!.AsArray().Select(each => (string)each!["articleId"]!).ToList();
        for (var next = (string?)person["next"]; next is not null;)
        {
            var page = await Host.GetAsync($"/api/quotes?speaker=Anna%20Lindqvist&size=15&next={next}");
            seen.AddRange(page.Items.Select(each => (string)each!["articleId"]!));
            next = page.Next;
        }
        Assert.Equal(40, seen.Count);
        Assert.Equal(40, seen.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task The_articles_of_a_day_come_in_pages()
    {
        for (var number = 1; number <= 9; number++) await Host.IngestAsync($"d{number}.txt", Parcels.Article((number * 28) + 1000));
        var date = $"2032-01-{(1000 % 28) + 1:00}";
        var seen = new List<string>();
        for (string? next = ""; next is not null;)
        {
            var day = (await Host.GetAsync($"/api/summaries/dates/{date}?size=4{(next.Length > 0 ? $"&next={next}" : "")}")).Json;
            seen.AddRange(day["articles"]!["items"]!.AsArray().Select(each => (string)each!["id"]!));
            next = (string?)day["articles"]!["next"];
            Assert.Equal((int)day["totals"]!["articles"]!, (int)day["totals"]!["quotes"]!);
        }
        Assert.True(seen.Count >= 9);
        Assert.Equal(seen.Count, seen.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_token_that_is_cut_altered_or_of_another_question_is_a_400()
    {
        var next = (await Host.GetAsync("/api/quotes?size=5")).Next!;
        Assert.Equal(200, (await Host.GetAsync($"/api/quotes?size=9&next={next}")).Status);
        foreach (var path in new[]
        {
            $"/api/quotes?next={next[..^1]}", $"/api/quotes?next=A{next[1..]}", "/api/quotes?next=x", "/api/quotes?next=%27%20or%20true",
            $"/api/quotes?type=direct&next={next}", $"/api/summaries/dates?next={next}",
        })
        {
            var answer = await Host.GetAsync(path);
            Assert.Equal(400, answer.Status);
            Assert.Equal("next", (string?)answer.Json["errors"]![0]!["parameter"]);
        }
    }

    async Task<List<string>> AllAsync(string path, string key, int size, Func<Task>? between)
    {
        var all = new List<string>();
        string? next = null;
        do
        {
            var page = await Host.GetAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}size={size}{(next is null ? "" : $"&next={next}")}");
            Assert.Equal(200, page.Status);
            all.AddRange(page.Items.Select(each => (string)each![key]!));
            next = page.Next;
            if (between is not null) await between();
        }
        while (next is not null);
        return all;
    }
}
