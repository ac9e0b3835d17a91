using Ingest.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ingest.Web.Tests;

public sealed class OverviewTests(BrowserFixture browser, AzuriteFixture azurite, SampleNewsroom samples) : SampleTests(azurite, samples)
{
    [Fact]
    public async Task It_shows_how_much_there_is_who_said_most_and_the_newest_quotes()
    {
        await using var visit = await browser.VisitAsync(Newsroom);
        var days = await Newsroom.ListAsync("summaries/dates?size=1000");
        var speakers = await Newsroom.ListAsync("summaries/speakers?order=quotes&size=12");
        var quotes = await Newsroom.ListAsync("quotes?size=10");
        await Expect(visit.Heading).ToHaveTextAsync($"{days.Sum(day => day.GetProperty("quotes").GetInt32())} quotes in {days.Sum(day => day.GetProperty("articles").GetInt32())} articles");
        await Expect(visit.Page.Locator(".ranked-name")).ToHaveTextAsync(speakers.Select(one => one.GetProperty("name").GetString()!));
        await Expect(visit.Page.Locator(".quotes .words p")).ToHaveTextAsync(quotes.Select(one => one.GetProperty("text").GetString()!));
        await visit.PictureAsync("overview");
    }

    [Fact]
    public async Task A_bar_leads_to_its_day_and_going_back_gives_the_page_that_was_left()
    {
        await using var visit = await browser.VisitAsync(Newsroom);
        var more = visit.Page.GetByRole(AriaRole.Button, new() { Name = "More quotes" });
        await more.ClickAsync();
        await Expect(visit.Page.Locator(".quotes .quote")).Not.ToHaveCountAsync(10);
        var shown = await visit.Page.Locator(".quotes .quote").CountAsync();

        var newest = (await Newsroom.ListAsync("summaries/dates"))[0].GetProperty("date").GetString();
        await ClickLastBarAsync(visit.Page);
        await Expect(visit.Page).ToHaveURLAsync($"{Newsroom.Address}#/day/{newest}");
        await visit.ReadyAsync();
        await Expect(visit.Heading).ToContainTextAsync("2025");

        await visit.Page.GoBackAsync();
        await Expect(visit.Page.Locator(".quotes .quote")).ToHaveCountAsync(shown);
        await visit.Page.GoForwardAsync();
        await Expect(visit.Page).ToHaveURLAsync($"{Newsroom.Address}#/day/{newest}");
    }

    [Fact]
    public async Task The_days_below_the_bars_do_not_run_into_each_other_when_the_window_gets_narrow()
    {
        await using var visit = await browser.VisitAsync(Newsroom, "#/uploads");
        // What the chart writes, and how wide; it wipes itself before it draws anew.
        await visit.Page.EvaluateAsync("""
            () => {
              window.written = [];
              const { fillText, clearRect } = CanvasRenderingContext2D.prototype;
              CanvasRenderingContext2D.prototype.clearRect = function (...all) { window.written = []; return clearRect.apply(this, all); };
              CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
                if (/20\d\d/.test(text)) window.written.push({ x, half: this.measureText(text).width / 2 });
                return fillText.call(this, text, x, y);
              };
            }
            """);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Overview" }).ClickAsync();
        await Expect(visit.Heading).ToContainTextAsync("quotes in");
        await Eventually.TrueAsync(() => visit.Page.EvaluateAsync<bool>("() => written.length > 4"), () => "The chart in a wide window has no days.");

        await visit.Page.SetViewportSizeAsync(390, 800);

        await Eventually.TrueAsync(
            () => visit.Page.EvaluateAsync<bool>("() => written.length > 1 && written.every((one, at) => one.x < innerWidth && (at === 0 || written[at - 1].x + written[at - 1].half < one.x - one.half))"),
            () => "The days overlap.", TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Dragging_over_bars_narrows_all_of_the_page_to_their_days()
    {
        await using var visit = await browser.VisitAsync(Newsroom);
        var plot = (await visit.Page.Locator(".u-over").BoundingBoxAsync())!;
        await visit.Page.Mouse.MoveAsync(plot.X + 4, plot.Y + 60);
        await visit.Page.Mouse.DownAsync();
        await visit.Page.Mouse.MoveAsync(plot.X + (plot.Width / 2), plot.Y + 60, new() { Steps = 6 });
        await visit.Page.Mouse.UpAsync();
        await Expect(visit.Page.Locator(".kicker")).ToHaveTextAsync("A range of days");

        var query = visit.Page.Url[visit.Page.Url.IndexOf('?', StringComparison.Ordinal)..];
        var quotes = await Newsroom.ListAsync("quotes" + query + "&size=10");
        Assert.NotEmpty(quotes);
        await Expect(visit.Page.Locator(".quotes .words p")).ToHaveTextAsync(quotes.Select(one => one.GetProperty("text").GetString()!));
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "All", Exact = true }).ClickAsync();
        await Expect(visit.Page.Locator(".kicker")).ToHaveTextAsync("All that is stored");
    }

    [Fact]
    public async Task The_chart_is_walked_by_arrows_says_each_bar_and_opens_one_by_Enter()
    {
        await using var visit = await browser.VisitAsync(Newsroom);
        var newest = (await Newsroom.ListAsync("summaries/dates"))[0];
        var chart = visit.Page.GetByRole(AriaRole.Slider);
        await chart.FocusAsync();
        await visit.Page.Keyboard.PressAsync("End");
        Assert.Contains($"{newest.GetProperty("quotes")} quote", await chart.GetAttributeAsync("aria-valuetext"));
        await Expect(visit.Page.Locator(".timeline-reading")).ToContainTextAsync("quote");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page).ToHaveURLAsync($"{Newsroom.Address}#/day/{newest.GetProperty("date").GetString()}");
    }

    [Fact]
    public async Task The_chart_is_a_table_too()
    {
        await using var visit = await browser.VisitAsync(Newsroom);
        var days = await Newsroom.ListAsync("summaries/dates?size=1000");
        await visit.Page.GetByText("These numbers as a table").ClickAsync();
        await Expect(visit.Page.Locator(".as-table tbody tr")).ToHaveCountAsync(days.Count);
        await Expect(visit.Page.Locator(".as-table tbody tr td:nth-child(2)")).ToHaveTextAsync(days.Select(day => day.GetProperty("quotes").ToString()));
    }

    static async Task ClickLastBarAsync(IPage page)
    {
        await page.Locator(".u-over").ScrollIntoViewIfNeededAsync();
        var plot = (await page.Locator(".u-over").BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(plot.X + plot.Width - 6, plot.Y + plot.Height - 5);
    }
}
