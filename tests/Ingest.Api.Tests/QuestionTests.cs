using Ingest.Api.Tests.Kit;

namespace Ingest.Api.Tests;

/// <summary>The questions that users come with, each answered by one request.</summary>
public sealed class QuestionTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    readonly ApiHost host = newsroom.Host;

    [Fact]
    public async Task What_was_said_on_this_day_and_by_whom()
    {
        var day = (await host.GetAsync("/api/summaries/dates/2031-03-03")).Json;
        Assert.Equal(1, (int)day["totals"]!["articles"]!);
        Assert.Equal(3, (int)day["totals"]!["quotes"]!);
        Assert.Equal(["Anna Lindqvist 2", "Piotr Wójcik 1"], day["speakers"]!.AsArray().Select(each => $"{each!["name"]} {each["quotes"]}"));
        Assert.Equal("morningpost.example", (string?)day["sources"]![0]!["source"]);
        var article = day["articles"]!["items"]![0]!;
        Assert.Equal("City to Rebuild Harbour Bridge", (string?)article["title"]);
        Assert.StartsWith("\"We will rebuild the harbour bridge", (string?)article["lede"], StringComparison.Ordinal);

        var quotes = (await host.GetAsync("/api/quotes?date=2031-03-03")).Items;
        Assert.Equal(3, quotes.Count);
        Assert.Contains(quotes, each => (string?)each!["text"] == "The money for this bridge is simply not there," && (string?)each["speaker"] == "Piotr Wójcik");
    }

    [Fact]
    public async Task Who_was_quoted_most_this_month()
    {
        var speakers = (await host.GetAsync("/api/summaries/speakers?from=2031-03-01&to=2031-03-31&top=10")).Items;
        Assert.Equal(["anna-lindqvist 3", "piotr-wojcik 2"], speakers.Select(each => $"{each!["slug"]} {each["quotes"]}"));
        var april = (await host.GetAsync("/api/summaries/speakers?from=2031-04-01&to=2031-04-30&top=1")).Items;
        Assert.Equal("anna-lindqvist 1", $"{april.Single()!["slug"]} {april[0]!["quotes"]}");
    }

    [Fact]
    public async Task Everything_that_this_person_said_newest_first()
    {
        var quotes = (await host.GetAsync("/api/quotes?speaker=Anna%20Lindqvist")).Items;
        Assert.Equal(["2031-04-02", "2031-03-04", "2031-03-03", "2031-03-03"], quotes.Select(each => (string?)each!["date"]));
        Assert.All(quotes, each => Assert.Equal("anna-lindqvist", (string?)each!["slug"]));
    }

    [Fact]
    public async Task In_what_roles_how_often_over_time_and_beside_whom()
    {
        var person = (await host.GetAsync("/api/summaries/speakers/anna-lindqvist")).Json;
        Assert.Equal(["Governor", "Mayor"], person["roles"]!.AsArray().Select(each => (string?)each!["role"]));
        Assert.Equal(["2031-04-02 1", "2031-03-04 1", "2031-03-03 2"], person["days"]!.AsArray().Select(each => $"{each!["date"]} {each["quotes"]}"));
        var beside = Assert.Single(person["with"]!.AsArray());
        Assert.Equal("Piotr Wójcik in 2", $"{beside!["name"]} in {beside["articles"]}");
    }

    [Fact]
    public async Task Which_articles_carried_this_quote()
    {
        var places = (await host.GetAsync("/api/quotes?saying=" + Uri.EscapeDataString("we will rebuild the Harbour Bridge before winter"))).Items;
        Assert.Equal(["eveningecho.example", "morningpost.example"], places.Select(each => (string?)each!["source"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_did_this_person_say_that_names_that_one()
    {
        var quote = Assert.Single((await host.GetAsync("/api/quotes?speaker=piotr-wojcik&mentions=anna-lindqvist")).Items);
        Assert.Equal("Anna Lindqvist has never read the report on its costs,", (string?)quote!["text"]);
    }
}
