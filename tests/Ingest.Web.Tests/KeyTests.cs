using Ingest.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ingest.Web.Tests;

/// <summary>In Azure the interface asks for a function key, and the page asks the reader for it.</summary>
public sealed class KeyTests(AzuriteFixture azurite, BrowserFixture browser) : IAsyncLifetime
{
    Newsroom newsroom = null!;

    public async ValueTask InitializeAsync() => newsroom = await Newsroom.OpenAsync(azurite, key: "a key+/=");

    public ValueTask DisposeAsync() => newsroom.DisposeAsync();

    [Fact]
    public async Task The_key_is_asked_for_once_for_all_requests_and_kept_for_the_tab()
    {
        await using var visit = await browser.VisitAsync(newsroom, untilThere: false);
        visit.Expected.Add(Visit.FailedRequest);
        var dialog = visit.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("This app asks for a key");
        await Expect(visit.Page.GetByLabel("Function key")).ToBeFocusedAsync();
        await visit.Page.GetByLabel("Function key").FillAsync("not it");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(dialog).ToContainTextAsync("That key was refused");
        await visit.Page.GetByLabel("Function key").FillAsync("a key+/=");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Use this key" }).ClickAsync();
        await Expect(visit.Heading).ToHaveTextAsync("Start with an article");
        await Expect(dialog).ToHaveCountAsync(0);

        await visit.Page.ReloadAsync();
        await Expect(visit.Heading).ToHaveTextAsync("Start with an article");
        Assert.DoesNotContain("key", visit.Page.Url);
        Assert.Empty(await visit.Page.Context.CookiesAsync());
        Assert.Equal(0, await visit.Page.EvaluateAsync<int>("localStorage.length"));
    }

    [Fact]
    public async Task Without_a_key_the_page_says_what_it_wants()
    {
        await using var visit = await browser.VisitAsync(newsroom, untilThere: false);
        visit.Expected.Add(Visit.FailedRequest);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Not now" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("key");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
    }
}
