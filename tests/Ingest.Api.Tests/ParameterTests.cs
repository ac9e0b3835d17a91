using Ingest.Api.Tests.Kit;

namespace Ingest.Api.Tests;

/// <summary>A parameter that is wrong is told by name, with what was given and what it takes.</summary>
public sealed class ParameterTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    readonly ApiHost host = newsroom.Host;

    [Theory]
    [InlineData("/api/summaries/dates?from=2031-13-01", "from", "2031-13-01", "it takes a day as yyyy-MM-dd, such as 2023-07-07")]
    [InlineData("/api/summaries/dates?to=yesterday", "to", "yesterday", "it takes a day as yyyy-MM-dd, such as 2023-07-07")]
    [InlineData("/api/summaries/dates?from=0000-01-01", "from", "0000-01-01", "it takes a day as yyyy-MM-dd, such as 2023-07-07")]
    [InlineData("/api/summaries/dates/2031-02-29", "date", "2031-02-29", "it takes a day as yyyy-MM-dd, such as 2023-07-07")]
    [InlineData("/api/summaries/dates?size=0", "size", "0", "it takes a whole number from 1 to 1000")]
    [InlineData("/api/summaries/dates?size=1001", "size", "1001", "it takes a whole number from 1 to 1000")]
    [InlineData("/api/summaries/dates?size=%2B5", "size", "+5", "it takes a whole number from 1 to 1000")]
    [InlineData("/api/summaries/speakers?order=fame", "order", "fame", "it takes name or quotes")]
    [InlineData("/api/summaries/speakers?order=1", "order", "1", "it takes name or quotes")]
    [InlineData("/api/summaries/speakers?top=all", "top", "all", "it takes a whole number from 1 to 1000")]
    [InlineData("/api/summaries/speakers?prefix=%27", "prefix", "'", "it takes 1 to 100 characters with a letter or digit among them")]
    [InlineData("/api/quotes?type=scare", "type", "scare", "it takes direct, mixed or indirect")]
    [InlineData("/api/quotes?speaker=%2B%2B", "speaker", "++", "it takes a speaker's slug, such as jens-stoltenberg, or a full name, such as Jens Stoltenberg; at most 500 characters")]
    [InlineData("/api/quotes?format=xml", "format", "xml", "it takes json, csv or ndjson")]
    [InlineData("/api/quotes?speaker=", "speaker", "", "it was given empty; it takes a speaker's slug, such as jens-stoltenberg, or a full name, such as Jens Stoltenberg; at most 500 characters, or leave it out")]
    [InlineData("/api/quotes?date=2031-03-03&date=2031-03-04", "date", null, "it was given 2 times; give it once")]
    [InlineData("/api/quotes?speeker=anna-lindqvist", "speeker", null, "there is no such parameter; this route takes speaker, date, from, to, type, mentions, saying, size, next, format")]
    [InlineData("/api/health?size=5", "size", null, "there is no such parameter; this route takes none")]
    [InlineData("/api/articles/..%5Csecret", "id", "..\\secret", "it takes an article's id: letters, digits and hyphens, as lists and uploads give it")]
    [InlineData("/api/quotes?date=2031-03-03&from=2031-03-01", "date", null, "it cannot stand with from: one day is no range")]
    [InlineData("/api/summaries/dates?from=2031-03-04&to=2031-03-03", "from", "2031-03-04", "it is after to (2031-03-03); a range runs from the earlier day to the later")]
    [InlineData("/api/summaries/speakers?top=5&size=5", "top", null, "it cannot stand with size: top is the length of its one page")]
    [InlineData("/api/quotes?format=csv&size=5", "size", null, "CSV and NDJSON give the whole list and have no pages; leave it out, or ask for JSON")]
    [InlineData("/api/uploads", "blob", null, "it is missing; it takes a blob's name, 1 to 1,024 characters")]
    public async Task What_is_wrong_is_named(string path, string parameter, string? given, string detail)
    {
        var answer = await host.GetAsync(path);
        Assert.Equal(400, answer.Status);
        Assert.Equal("application/problem+json", answer.MediaType);
        var error = Assert.Single(answer.Json["errors"]!.AsArray())!;
        Assert.Equal(parameter, (string?)error["parameter"]);
        Assert.Equal(given, (string?)error["given"]);
        Assert.Equal(detail, (string?)error["detail"]);
        Assert.Contains(detail, (string?)answer.Json["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_is_told_at_once()
    {
        var answer = await host.GetAsync("/api/quotes?from=x&type=y&sise=z");
        Assert.Equal(["from", "type", "sise"], answer.Json["errors"]!.AsArray().Select(each => (string?)each!["parameter"]));
    }

    [Fact]
    public async Task The_key_of_the_Azure_host_is_no_unknown_parameter_and_is_never_shown()
    {
        Assert.Equal(200, (await host.GetAsync("/api/quotes?code=a-function-key")).Status);
        var answer = await host.GetAsync("/api/quotes?code=a-function-key&from=x");
        Assert.Equal(400, answer.Status);
        Assert.DoesNotContain("a-function-key", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/summaries/dates/2031-03-05", "There is no article of 2031-03-05.")]
    [InlineData("/api/summaries/speakers/nobody-at-all", "Nobody of the slug nobody-at-all is quoted.")]
    [InlineData("/api/articles/aaaaaaaaaaaaaaaaaaaaaaaa", "There is no article of the id aaaaaaaaaaaaaaaaaaaaaaaa.")]
    [InlineData("/api/summaries", "There is no such route.")]
    [InlineData("/api/summaries/dates/2031-03-03/articles", "There is no such route.")]
    public async Task What_is_not_there_is_told(string path, string detail)
    {
        var answer = await host.GetAsync(path);
        Assert.Equal(404, answer.Status);
        Assert.Equal("application/problem+json", answer.MediaType);
        Assert.StartsWith(detail, (string?)answer.Json["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Lindqvist")]
    [InlineData("Mayor Lindqvist")]
    public async Task A_surname_alone_suggests_who_is_meant(string name)
    {
        var answer = await host.GetAsync("/api/summaries/speakers/" + Uri.EscapeDataString(name));
        Assert.Equal(404, answer.Status);
        Assert.Equal("Anna Lindqvist", (string?)answer.Json["suggestions"]![0]!["name"]);
    }

    [Theory]
    [InlineData("piotr-wojcik")]
    [InlineData("Piotr Wójcik")]
    [InlineData("PIOTR WOJCIK")]
    public async Task A_speaker_is_found_by_slug_and_by_name(string name)
    {
        var answer = await host.GetAsync("/api/summaries/speakers/" + Uri.EscapeDataString(name));
        Assert.Equal(200, answer.Status);
        Assert.Equal("Piotr Wójcik", (string?)answer.Json["name"]);
    }

    [Theory]
    [InlineData("woj")]
    [InlineData("WÓJ")]
    [InlineData("Piotr")]
    public async Task A_prefix_finds_any_word_of_a_name_whatever_its_case_and_diacritics(string prefix) =>
        Assert.Equal(["piotr-wojcik"], (await host.GetAsync("/api/summaries/speakers?prefix=" + Uri.EscapeDataString(prefix))).Items.Select(each => (string?)each!["slug"]));
}
