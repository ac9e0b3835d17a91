using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ingest.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ingest.Web.Tests;

/// <summary>A store of years, of which the interface's answers are made up here: the pages have to hold them, all the same as twelve articles.</summary>
public sealed class ManyTests(BrowserFixture browser, AzuriteFixture azurite, SampleNewsroom samples) : SampleTests(azurite, samples)
{
    const int Days = 4000, PageSize = 1000, QuotesADay = 25;
    static readonly DateOnly Newest = new(2025, 6, 30);

    [Fact]
    public async Task Ten_years_and_a_hundred_thousand_quotes_are_counted_charted_and_lead_to_their_days()
    {
        await using var visit = await browser.VisitAsync(Newsroom, "#/people");
        await visit.Page.RouteAsync("**/api/summaries/dates?**", route => route.FulfillAsync(new() { ContentType = "application/json", Body = PageOfDays(route.Request.Url) }));
        await visit.OpenAsync("#/");
        await visit.Page.ReloadAsync();
        await visit.ReadyAsync();

        await Expect(visit.Heading).ToHaveTextAsync("100,000 quotes in 40,000 articles");
        Assert.True(await visit.Page.Locator("main").EvaluateAsync<bool>("main => main.scrollWidth <= main.clientWidth"), "The page is wider than its window.");
        var chart = visit.Page.GetByRole(AriaRole.Slider);
        await chart.FocusAsync();
        await visit.Page.Keyboard.PressAsync("End");
        await Expect(visit.Page.Locator(".timeline-reading")).ToContainTextAsync("quotes");
    }

    [Fact]
    public async Task A_speaker_of_a_hundred_thousand_quotes_is_shown_with_all_days_and_a_page_of_quotes()
    {
        var real = (await Newsroom.AskAsync("summaries/speakers/jiri-kremelak")).GetRawText();
        await using var visit = await browser.VisitAsync(Newsroom);
        await visit.Page.RouteAsync("**/api/summaries/speakers/jiri-kremelak?**", route => route.FulfillAsync(new() { ContentType = "application/json", Body = Talkative(real) }));
        await visit.OpenAsync("#/person/jiri-kremelak");

        await Expect(visit.Page.Locator(".standfirst")).ToContainTextAsync("100,000 quotes in 4,000 articles");
        await Expect(visit.Page.GetByRole(AriaRole.Slider)).ToBeVisibleAsync();
    }

    /// <summary>A page of the list of days, newest first, as the interface gives it; the token is the number of the first.</summary>
    static string PageOfDays(string url)
    {
        var next = Regex.Match(url, "next=(?<first>[0-9]+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking).Groups["first"].Value;
        var first = next.Length > 0 ? int.Parse(next, CultureInfo.InvariantCulture) : 0;
        var items = Enumerable.Range(first, PageSize).Select(day => new { date = Date(day), articles = 10, quotes = QuotesADay, speakers = 9, direct = 10, mixed = 5, indirect = 10 });
        return JsonSerializer.Serialize(new { items, next = first + PageSize < Days ? (first + PageSize).ToString(CultureInfo.InvariantCulture) : null });
    }

    /// <summary>A speaker's summary with more said on more days.</summary>
    static string Talkative(string summary)
    {
        var speaker = JsonNode.Parse(summary)!;
        (speaker["quotes"], speaker["articles"], speaker["first"], speaker["last"]) = (Days * QuotesADay, Days, Date(Days - 1), Date(0));
        speaker["days"] = JsonSerializer.SerializeToNode(Enumerable.Range(0, Days).Select(day => new { date = Date(day), quotes = QuotesADay, articles = 1 }));
        return speaker.ToJsonString();
    }

    static string Date(int day) => Newest.AddDays(-day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
