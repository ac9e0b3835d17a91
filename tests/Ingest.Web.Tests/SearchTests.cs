using Ingest.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ingest.Web.Tests;

public sealed class SearchTests(BrowserFixture browser, AzuriteFixture azurite, SampleNewsroom samples) : SampleTests(azurite, samples)
{
    [Fact]
    public async Task A_speaker_is_found_by_the_start_of_a_name_and_opened_by_keyboard()
    {
        var speaker = (await Newsroom.ListAsync("summaries/speakers?order=quotes&size=1"))[0];
        var name = speaker.GetProperty("name").GetString()!;
        await using var visit = await browser.VisitAsync(Newsroom);
        var box = visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Find a speaker by name" });
        await box.PressSequentiallyAsync(name[..3].ToUpperInvariant());
        var found = visit.Page.GetByRole(AriaRole.Option);
        await Expect(found.First).ToContainTextAsync(name);
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        await visit.PictureAsync("search");

        await box.PressAsync("ArrowDown");
        await Expect(found.First).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(box).ToHaveAttributeAsync("aria-activedescendant", "search-0");
        await box.PressAsync("Enter");
        await Expect(visit.Page).ToHaveURLAsync($"{Newsroom.Address}#/person/{speaker.GetProperty("slug").GetString()}");
        await Expect(visit.Heading).ToHaveTextAsync(name);
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "false");
    }

    [Fact]
    public async Task Enter_with_nothing_chosen_lists_all_and_Escape_closes()
    {
        await using var visit = await browser.VisitAsync(Newsroom);
        var box = visit.Page.GetByRole(AriaRole.Combobox);
        await box.FillAsync("m");
        await Expect(visit.Page.GetByRole(AriaRole.Listbox)).ToBeVisibleAsync();
        await box.PressAsync("Escape");
        await Expect(visit.Page.GetByRole(AriaRole.Listbox)).ToBeHiddenAsync();
        await box.PressAsync("Enter");
        await Expect(visit.Heading).ToHaveTextAsync("Names that start with “m”");
        var named = await Newsroom.ListAsync("summaries/speakers?prefix=m&order=quotes");
        await Expect(visit.Page.Locator(".ranked-name")).ToHaveTextAsync(named.Select(one => one.GetProperty("name").GetString()!));
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_said_so()
    {
        await using var visit = await browser.VisitAsync(Newsroom);
        await visit.Page.GetByRole(AriaRole.Combobox).FillAsync("Zzyzx");
        await Expect(visit.Page.GetByRole(AriaRole.Listbox)).ToContainTextAsync("No speaker has a name that starts with “Zzyzx”.");
        await Expect(visit.Page.Locator("#said")).ToHaveTextAsync("No speaker found.");
    }
}
