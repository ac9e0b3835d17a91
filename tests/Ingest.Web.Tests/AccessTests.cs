using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Ingest.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ingest.Web.Tests;

/// <summary>For every reader: by keyboard, by ear, in the dark, on a phone.</summary>
public sealed class AccessTests(BrowserFixture browser, AzuriteFixture azurite, SampleNewsroom samples) : SampleTests(azurite, samples)
{
    [Fact]
    public async Task Axe_finds_nothing_to_complain_of_in_any_view() => await NoViolationsAsync(await ViewsAsync(), ColorScheme.Light, new());

    [Fact]
    public async Task In_the_dark_everything_can_still_be_read() =>
        await NoViolationsAsync((await ViewsAsync()).Take(4), ColorScheme.Dark, new() { RunOnly = RunOnlyOptions.Rules("color-contrast", "link-in-text-block") });

    [Fact]
    public async Task Dark_is_dark()
    {
        await using var visit = await browser.VisitAsync(Newsroom, options: new() { ColorScheme = ColorScheme.Dark });
        var paper = await visit.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor");
        Assert.Equal("rgb(22, 20, 18)", paper);
        await visit.PictureAsync("overview-dark");
    }

    [Fact]
    public async Task On_a_phone_every_view_fits_its_width()
    {
        await using var visit = await browser.VisitAsync(Newsroom, options: new() { ViewportSize = new() { Width = 360, Height = 740 }, HasTouch = true, IsMobile = true });
        foreach (var address in await ViewsAsync())
        {
            await visit.OpenAsync(address);
            Assert.Equal(360, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            if (address.StartsWith("#/article", StringComparison.Ordinal)) await visit.PictureAsync("article-phone");
        }
    }

    [Fact]
    public async Task The_keyboard_reaches_everything_in_order_and_shows_where_it_is()
    {
        await using var visit = await browser.VisitAsync(Newsroom);
        var reached = new List<string>();
        for (var step = 0; step < 14; step++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            reached.Add(await visit.Page.EvaluateAsync<string>("(document.activeElement.textContent.trim() || document.activeElement.getAttribute('role') || document.activeElement.id)"));
            Assert.True(await visit.Page.EvaluateAsync<bool>("getComputedStyle(document.activeElement).outlineStyle !== 'none'"), $"Focus cannot be seen on {reached[^1]}.");
        }
        Assert.Equal(["Skip to the content", "Ingest", "combobox", "Overview", "People", "Uploads", "slider", "These numbers as a table", "All"], reached.Take(9));
    }

    [Fact]
    public async Task Skipping_leads_past_the_masthead_and_a_new_view_is_announced_by_its_heading()
    {
        await using var visit = await browser.VisitAsync(Newsroom);
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("main")).ToBeFocusedAsync();
        await Expect(visit.Page).ToHaveURLAsync($"{Newsroom.Address}#/");

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "People" }).ClickAsync();
        await Expect(visit.Heading).ToBeFocusedAsync();
        await Expect(visit.Page).ToHaveTitleAsync("People · Ingest");
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "People" })).ToHaveAttributeAsync("aria-current", "page");
    }

    async Task NoViolationsAsync(IEnumerable<string> views, ColorScheme scheme, AxeRunOptions rules)
    {
        await using var visit = await browser.VisitAsync(Newsroom, options: new() { ColorScheme = scheme });
        foreach (var address in views)
        {
            await visit.OpenAsync(address);
            var found = await visit.Page.RunAxe(rules);
            Assert.NotEmpty(found.Passes);
            Assert.True(found.Violations.Length == 0, $"{address}: " + string.Join("\n", found.Violations.Select(one =>
                $"{one.Impact} {one.Id}: {one.Help} {string.Join(", ", one.Nodes.Select(node => node.Html))}")));
        }
    }

    async Task<IReadOnlyList<string>> ViewsAsync()
    {
        var quote = (await Newsroom.ListAsync("quotes?size=1"))[0];
        var speaker = (await Newsroom.ListAsync("summaries/speakers?order=quotes&size=1"))[0];
        return
        [
            "#/", $"#/day/{quote.GetProperty("date").GetString()}", $"#/person/{speaker.GetProperty("slug").GetString()}", $"#/article/{quote.GetProperty("articleId").GetString()}",
            "#/people", "#/uploads",
        ];
    }
}
