using Ingest.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ingest.Web.Tests;

public sealed class ErrorTests(BrowserFixture browser, AzuriteFixture azurite, SampleNewsroom samples) : SampleTests(azurite, samples)
{
    [Fact]
    public async Task An_app_that_does_not_answer_is_told_and_can_be_tried_again()
    {
        await using var visit = await browser.VisitAsync(Newsroom);
        visit.Expected.Add(Visit.FailedRequest);
        await visit.Page.RouteAsync("**/api/**", route => route.AbortAsync());
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "People" }).ClickAsync();
        var alert = visit.Page.GetByRole(AriaRole.Alert);
        await Expect(alert).ToContainTextAsync("The app does not answer.");
        await Expect(alert).ToContainTextAsync("See that it is running");
        await visit.Page.UnrouteAsync("**/api/**");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(visit.Heading).ToHaveTextAsync("Everybody quoted by name");
    }

    [Fact]
    public async Task What_the_app_says_went_wrong_is_what_the_reader_reads()
    {
        await using var visit = await browser.VisitAsync(Newsroom);
        visit.Expected.Add(Visit.FailedRequest);
        await visit.Page.RouteAsync("**/api/quotes?**", route => route.FulfillAsync(new()
        {
            Status = 503,
            ContentType = "application/problem+json",
            Body = """{"title":"Storage does not answer.","detail":"Try again in a minute."}""",
        }));
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Storage does not answer.");
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Try again in a minute.");
    }

    [Fact]
    public async Task An_address_that_names_no_view_says_so()
    {
        await using var visit = await browser.VisitAsync(Newsroom, "#/nowhere/at/all%E0");
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is no such page.");
    }
}
