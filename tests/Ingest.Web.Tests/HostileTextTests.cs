using Ingest.Testing;
using static Microsoft.Playwright.Assertions;

namespace Ingest.Web.Tests;

/// <summary>What stands in an article is data, whatever it looks like.</summary>
public sealed class HostileTextTests(BrowserFixture browser, HostileTextTests.HostileNewsroom hostile) : IClassFixture<HostileTextTests.HostileNewsroom>
{
    const string Script = "<script>document.title = 'taken over'</script>";
    const string Image = "<img src=x onerror=\"document.title = 'taken over'\">";

    readonly Newsroom newsroom = hostile.Newsroom;

    [Fact]
    public async Task Markup_in_an_article_is_shown_as_its_letters_in_every_view()
    {
        await using var visit = await browser.VisitAsync(newsroom);
        var quoted = (await newsroom.ListAsync("quotes?speaker=ada-okonkwo")).First(quote => quote.GetProperty("text").GetString()!.Contains("<img", StringComparison.Ordinal));
        var id = quoted.GetProperty("articleId").GetString();
        foreach (var address in new[] { "#/", "#/day/2025-04-01", "#/person/ada-okonkwo", $"#/article/{id}" })
        {
            await visit.OpenAsync(address);
            await visit.Page.EvaluateAsync("document.querySelectorAll('main details').forEach(one => { one.open = true; })");
            await Expect(visit.Page.Locator("main")).ToContainTextAsync("<script>document.title");
            Assert.Equal(0, await visit.Page.Locator("main script, main img, main iframe, main [onerror]").CountAsync());
            Assert.EndsWith("Ingest", await visit.Page.TitleAsync());
        }
        await Expect(visit.Page.Locator(".story")).ToContainTextAsync(Image);
    }

    [Fact]
    public async Task An_address_that_is_no_web_address_is_no_link()
    {
        var quote = (await newsroom.ListAsync("quotes?speaker=ada-okonkwo")).First(quote => quote.GetProperty("text").GetString()!.Contains("harmless", StringComparison.Ordinal));
        await using var visit = await browser.VisitAsync(newsroom);
        foreach (var address in new[] { $"#/day/{quote.GetProperty("date").GetString()}", $"#/article/{quote.GetProperty("articleId").GetString()}" })
        {
            await visit.OpenAsync(address);
            await Expect(visit.Page.Locator("main")).ToContainTextAsync("A Link that Is a Script");
            Assert.Equal(0, await visit.Page.Locator("a[href^='javascript' i]").CountAsync());
        }
    }

    [Fact]
    public async Task The_page_itself_could_not_make_markup_of_text_if_it_tried()
    {
        await using var visit = await browser.VisitAsync(newsroom);
        visit.Expected.AddRange(["TrustedHTML", "require-trusted-types-for"]);
        var refused = await visit.Page.EvaluateAsync<string>("() => { try { document.createElement('p').innerHTML = '<b>'; return 'done'; } catch (error) { return error.name; } }");
        Assert.Equal("TypeError", refused);
    }

    public sealed class HostileNewsroom(AzuriteFixture azurite) : IAsyncLifetime
    {
        public Newsroom Newsroom { get; set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Newsroom = await Newsroom.OpenAsync(azurite);
            await Newsroom.TakeAsync("hostile.txt", $"""
                 date 2025-04-01 https://example.org/2025/04/01/hostile
                Minister {Script} Speaks
                {Image} The council met on Tuesday, Mayor Ada Okonkwo said. {Script}
                "We shall {Image} keep {Script} the bridge," Okonkwo told reporters.
                """);
            await Newsroom.TakeAsync("link.txt", """
                 date 2025-04-01 javascript:document.title='taken over'
                A Link that Is a Script
                "There is no such thing as a harmless address," Mayor Ada Okonkwo said.
                """);
        }

        public ValueTask DisposeAsync() => Newsroom.DisposeAsync();
    }
}
