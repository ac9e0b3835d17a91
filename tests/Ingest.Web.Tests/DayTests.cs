using Ingest.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ingest.Web.Tests;

public sealed class DayTests(BrowserFixture browser, AzuriteFixture azurite, SampleNewsroom samples) : SampleTests(azurite, samples)
{
    [Fact]
    public async Task A_day_shows_its_totals_people_sources_and_articles_with_their_quotes()
    {
        var date = (await BusiestAsync()).GetProperty("date").GetString();
        var day = await Newsroom.AskAsync("summaries/dates/" + date);
        await using var visit = await browser.VisitAsync(Newsroom, "#/day/" + date);
        var totals = day.GetProperty("totals");
        await Expect(visit.Page.Locator(".standfirst")).ToContainTextAsync($"{totals.GetProperty("quotes")} quotes");
        await Expect(visit.Page.Locator(".types-legend b")).ToHaveTextAsync(new[] { "direct", "mixed", "indirect" }.Select(type => totals.GetProperty(type).ToString()));
        await Expect(visit.Page.Locator(".ranked-name")).ToHaveTextAsync(day.GetProperty("speakers").EnumerateArray().Take(15).Select(one => one.GetProperty("name").GetString()!));
        await Expect(visit.Page.Locator(".facts b")).ToHaveTextAsync(day.GetProperty("sources").EnumerateArray().Select(one => one.GetProperty("source").GetString()!));

        var cards = day.GetProperty("articles").GetProperty("items").EnumerateArray().ToList();
        await Expect(visit.Page.Locator(".card h3")).ToHaveTextAsync(cards.Select(card => card.GetProperty("title").GetString()!));
        await Expect(visit.Page.Locator(".card .lede").First).ToHaveTextAsync(cards[0].GetProperty("lede").GetString()!);
        var quoted = cards.FindIndex(card => card.GetProperty("quotes").GetInt32() > 0);
        var article = await Newsroom.AskAsync("articles/" + cards[quoted].GetProperty("id").GetString());
        await visit.Page.Locator(".card").Nth(quoted).Locator("summary").ClickAsync();
        await Expect(visit.Page.Locator(".card .words p")).ToHaveTextAsync(article.GetProperty("quotes").EnumerateArray().Select(quote => quote.GetProperty("text").GetString()!));
        await visit.PictureAsync("day");
    }

    [Fact]
    public async Task The_days_beside_it_are_those_that_have_articles()
    {
        var days = (await Newsroom.ListAsync("summaries/dates?size=1000")).Select(day => day.GetProperty("date").GetString()!).ToList();
        await using var visit = await browser.VisitAsync(Newsroom, "#/day/" + days[1]);
        await visit.Page.Locator("a[rel=next]").ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync($"{Newsroom.Address}#/day/{days[0]}");
        await visit.ReadyAsync();
        await Expect(visit.Page.Locator("a[rel=prev]")).ToHaveAttributeAsync("href", "#/day/" + days[1]);
        await Expect(visit.Page.Locator("a[rel=next]")).ToHaveCountAsync(0);
    }

    [Theory, InlineData("1999-01-01", "No article is dated Friday"), InlineData("2025-02-30", "That is not a day."), InlineData("soon", "That is not a day.")]
    public async Task A_day_without_articles_says_so_and_leads_on(string date, string said)
    {
        await using var visit = await browser.VisitAsync(Newsroom, "#/day/" + date);
        visit.Expected.Add(Visit.FailedRequest);
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(said);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "To the overview" }).ClickAsync();
        await Expect(visit.Heading).ToContainTextAsync("articles");
    }

    async Task<System.Text.Json.JsonElement> BusiestAsync() =>
        (await Newsroom.ListAsync("summaries/dates?size=1000")).MaxBy(day => day.GetProperty("quotes").GetInt32());
}
