using System.Collections.Concurrent;
using Ingest.Testing;
using Microsoft.Playwright;

namespace Ingest.Web.Tests.Kit;

/// <summary>
/// A reader's visit to the dashboard. Whatever the page should never do fails the test at its end: an error in a script, a breach of the
/// content security policy, a word on the console, a request to anybody else.
/// </summary>
public sealed class Visit : IAsyncDisposable
{
    /// <summary>What Chromium says of an answer that is no success: for tests that want such an answer.</summary>
    public const string FailedRequest = "console error: Failed to load resource";

    readonly IBrowserContext context;
    readonly ConcurrentQueue<string> faults = new();

    Visit(IBrowserContext context, IPage page) => (this.context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>Faults that the test brings about on purpose: words that stand in each.</summary>
    public List<string> Expected { get; } = [];

    public ILocator Heading => Page.Locator("main h1");

    public static async Task<Visit> StartAsync(IBrowserContext context, Uri home)
    {
        var page = await context.NewPageAsync();
        var visit = new Visit(context, page);
        page.SetDefaultTimeout(30_000);
        page.PageError += (_, error) => visit.faults.Enqueue($"script error: {error}");
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") visit.faults.Enqueue($"console {message.Type}: {message.Text} ({message.Location})");
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(home.ToString(), StringComparison.Ordinal)) visit.faults.Enqueue($"asked somebody else: {request.Url}");
        };
        await page.AddInitScriptAsync("addEventListener('securitypolicyviolation', e => console.error(`CSP: ${e.violatedDirective} ${e.blockedURI} ${e.sample}`));");
        return visit;
    }

    /// <summary>Goes to an address of the dashboard, and waits until its view is there.</summary>
    public async Task OpenAsync(string address, bool untilThere = true)
    {
        await Page.GotoAsync("/" + address);
        if (untilThere) await ReadyAsync();
    }

    /// <summary>Waits until the view that the address names is there.</summary>
    public Task ReadyAsync() => Page.Locator("main[aria-busy=false]").WaitForAsync();

    /// <summary>Takes a picture for docs/images, where <c>INGEST_SCREENSHOTS=1</c> asks for them.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("INGEST_SCREENSHOTS") != "1") return;
        await Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "docs", "images", name + ".png"), Animations = ScreenshotAnimations.Disabled });
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        Assert.DoesNotContain(faults, fault => !Expected.Any(words => fault.Contains(words, StringComparison.Ordinal)));
    }
}
