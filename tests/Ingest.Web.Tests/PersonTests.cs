using System.Text.Json;
using Ingest.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ingest.Web.Tests;

public sealed class PersonTests(BrowserFixture browser, AzuriteFixture azurite, SampleNewsroom samples) : SampleTests(azurite, samples)
{
    [Fact]
    public async Task A_person_has_roles_days_kinds_of_quote_company_and_quotes()
    {
        var person = await MostQuotedAsync();
        await using var visit = await browser.VisitAsync(Newsroom, "#/person/" + person.GetProperty("slug").GetString());
        await Expect(visit.Heading).ToHaveTextAsync(person.GetProperty("name").GetString()!);
        await Expect(visit.Page.Locator(".standfirst")).ToContainTextAsync($"{person.GetProperty("quotes")} quotes in {person.GetProperty("articles")} articles");
        var types = person.GetProperty("types");
        await Expect(visit.Page.Locator(".types-legend b")).ToHaveTextAsync(new[] { "direct", "mixed", "indirect" }.Select(type => types.GetProperty(type).ToString()));
        await Expect(visit.Page.Locator("section[aria-labelledby=roles] .facts b")).ToHaveTextAsync(Each(person, "roles", "role"));
        // By articles shared, which is also their order.
        await Expect(visit.Page.Locator("section[aria-labelledby=beside] .ranked-count"))
            .ToHaveTextAsync(person.GetProperty("with").EnumerateArray().Take(10).Select(one => one.GetProperty("articles").GetInt32()).Select(articles => $"{articles} {(articles == 1 ? "article" : "articles")}"));
        await Expect(visit.Page.Locator("section[aria-labelledby=beside] .ranked-name")).ToHaveTextAsync(Each(person, "with", "name").Take(10));
        await Expect(visit.Page.Locator(".quotes .words p")).ToHaveTextAsync(person.GetProperty("latest").GetProperty("items").EnumerateArray().Take(20).Select(quote => quote.GetProperty("text").GetString()!));
        await visit.PictureAsync("person");
    }

    [Fact]
    public async Task A_kind_of_quote_narrows_the_list_and_has_an_address_of_its_own()
    {
        var person = await MostQuotedAsync();
        var slug = person.GetProperty("slug").GetString();
        var direct = await Newsroom.ListAsync($"quotes?speaker={slug}&type=direct&size=20");
        Assert.NotEmpty(direct);
        await using var visit = await browser.VisitAsync(Newsroom, "#/person/" + slug);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Direct", Exact = true }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync($"{Newsroom.Address}#/person/{slug}?type=direct");
        await Expect(visit.Page.Locator(".quotes .words p")).ToHaveTextAsync(direct.Select(quote => quote.GetProperty("text").GetString()!));
    }

    [Fact]
    public async Task A_range_of_days_tells_how_much_of_all_falls_into_it()
    {
        var person = await MostQuotedAsync();
        var slug = person.GetProperty("slug").GetString();
        var (first, last) = (person.GetProperty("first").GetString(), person.GetProperty("days")[1].GetProperty("date").GetString());
        var asked = await Newsroom.AskAsync($"summaries/speakers?prefix={slug}&from={first}&to={last}");
        var inside = asked.GetProperty("items").EnumerateArray().Single(one => one.GetProperty("slug").GetString() == slug);

        await using var visit = await browser.VisitAsync(Newsroom, $"#/person/{slug}?from={first}&to={last}");

        await Expect(visit.Page.Locator(".of-these")).ToContainTextAsync($"Of these {inside.GetProperty("quotes")} quotes in {inside.GetProperty("articles")} articles");
        Assert.NotEqual(person.GetProperty("quotes").GetInt32(), inside.GetProperty("quotes").GetInt32());
    }

    [Fact]
    public async Task A_quote_leads_to_its_place_in_the_article()
    {
        var slug = (await MostQuotedAsync()).GetProperty("slug").GetString();
        await using var visit = await browser.VisitAsync(Newsroom, "#/person/" + slug);
        var words = await visit.Page.Locator(".quotes .words p").First.TextContentAsync();
        await visit.Page.Locator(".quotes .where a").First.ClickAsync();
        await Expect(visit.Page.Locator("mark.wanted").First).ToBeInViewportAsync();
        var marked = string.Concat(await visit.Page.Locator("mark.wanted").AllTextContentsAsync());
        Assert.Equal(Folded(words!), Folded(marked));
    }

    [Fact]
    public async Task Somebody_who_is_not_quoted_is_told_so()
    {
        await using var visit = await browser.VisitAsync(Newsroom, "#/person/nobody-at-all");
        visit.Expected.Add(Visit.FailedRequest);
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nobody of that name is quoted.");
    }

    async Task<JsonElement> MostQuotedAsync()
    {
        var first = (await Newsroom.ListAsync("summaries/speakers?order=quotes&size=1"))[0];
        return await Newsroom.AskAsync("summaries/speakers/" + first.GetProperty("slug").GetString());
    }

    static IEnumerable<string> Each(JsonElement of, string list, string what) => of.GetProperty(list).EnumerateArray().Select(one => one.GetProperty(what).GetString()!);

    static string Folded(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
