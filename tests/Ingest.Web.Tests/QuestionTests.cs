using System.Text.Json;
using Ingest.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ingest.Web.Tests;

/// <summary>What researchers ask besides: the same words elsewhere, who is named, all of it as a file.</summary>
public sealed class QuestionTests(BrowserFixture browser, AzuriteFixture azurite, SampleNewsroom samples) : SampleTests(azurite, samples)
{
    [Fact]
    public async Task The_same_words_are_found_wherever_they_are_quoted()
    {
        var quote = (await Newsroom.ListAsync("quotes?size=1"))[0];
        var places = await Newsroom.ListAsync("quotes?saying=" + Uri.EscapeDataString(quote.GetProperty("text").GetString()!));
        await using var visit = await browser.VisitAsync(Newsroom);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Where else" }).First.ClickAsync();
        await Expect(visit.Heading).ToHaveTextAsync("Where this was quoted");
        await Expect(visit.Page.Locator("header .words p")).ToHaveTextAsync(quote.GetProperty("text").GetString()!);
        await Expect(visit.Page.Locator(".quotes .quote")).ToHaveCountAsync(places.Count);
    }

    [Fact]
    public async Task Quotes_about_a_person_bear_their_speakers()
    {
        var speakers = await Newsroom.ListAsync("summaries/speakers?order=quotes&size=100");
        foreach (var speaker in speakers.Select(one => one.GetProperty("slug").GetString()))
        {
            var about = await Newsroom.ListAsync($"quotes?mentions={speaker}&size=20");
            if (about.FirstOrDefault(quote => quote.GetProperty("slug").ValueKind == JsonValueKind.String) is not { ValueKind: JsonValueKind.Object } named) continue;
            await using var visit = await browser.VisitAsync(Newsroom, $"#/person/{speaker}");
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Said about" }).ClickAsync();
            await Expect(visit.Page.Locator(".quotes .words p")).ToHaveTextAsync(about.Select(quote => quote.GetProperty("text").GetString()!));
            await Expect(visit.Page.Locator(".quotes .speaker")).ToHaveCountAsync(about.Count);

            var by = named.GetProperty("slug").GetString();
            var naming = await Newsroom.ListAsync($"quotes?speaker={by}&mentions={speaker}&size=20");
            await visit.OpenAsync("#/person/" + by);
            await visit.Page.GetByLabel("Naming").FillAsync(speaker!);
            await visit.Page.Keyboard.PressAsync("Enter");
            await Expect(visit.Page.Locator(".quotes .words p")).ToHaveTextAsync(naming.Select(quote => quote.GetProperty("text").GetString()!));
            return;
        }
        Assert.Fail("Nobody in the samples is named in a quote.");
    }

    [Fact]
    public async Task A_list_is_taken_whole_as_CSV()
    {
        await using var visit = await browser.VisitAsync(Newsroom);
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Button, new() { Name = "Take all as CSV" }).ClickAsync());
        Assert.Equal("quotes.csv", download.SuggestedFilename);
        var text = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        foreach (var quote in await Newsroom.ListAsync("quotes?size=1000"))
            Assert.Contains(quote.GetProperty("articleId").GetString()!, text);
    }
}
