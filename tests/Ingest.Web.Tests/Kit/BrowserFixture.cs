using Microsoft.Playwright;

namespace Ingest.Web.Tests.Kit;

/// <summary>
/// One Chromium for the run: that of <c>CHROME_PATH</c>, or the first of the usual names. Where there is none, tests that want it are
/// skipped and say so; Playwright's own download is never asked for.
/// </summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge"];

    // No sandbox: containers and build machines run as root. The rest keeps the browser from asking the network for things of its own.
    static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    IPlaywright? playwright;
    IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        // A loaded build machine is slow; what is waited for comes or does not.
        Assertions.SetDefaultExpectTimeout(30_000);
        if (Find() is not { } path) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Flags, Headless = true });
    }

    /// <summary>A browser that knows nothing yet, at an address of the dashboard.</summary>
    /// <param name="untilThere">Whether to wait for the view; not where the page asks for something first.</param>
    public async Task<Visit> VisitAsync(Newsroom newsroom, string address = "#/", BrowserNewContextOptions? options = null, bool untilThere = true)
    {
        if (browser is null) Assert.Skip("No Chromium was found. Install one (apt-get install chromium), or set CHROME_PATH to an executable.");
        options ??= new();
        options.BaseURL = newsroom.Address.ToString();
        options.Locale ??= "en-GB";
        options.TimezoneId ??= "Europe/Lisbon";
        // What moves is hard to click.
        options.ReducedMotion ??= ReducedMotion.Reduce;
        options.ViewportSize ??= new() { Width = 1280, Height = 900 };
        var visit = await Visit.StartAsync(await browser.NewContextAsync(options), newsroom.Address);
        await visit.OpenAsync(address, untilThere);
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    static string? Find()
    {
        if (Environment.GetEnvironmentVariable("CHROME_PATH") is { Length: > 0 } set)
            return File.Exists(set) ? set : throw new FileNotFoundException($"CHROME_PATH names a file that is not there: {set}");
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string[] endings = OperatingSystem.IsWindows() ? [".exe"] : [""];
        var usual = from name in Names from folder in folders from ending in endings select Path.Combine(folder, name + ending);
        return usual.Append("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome").FirstOrDefault(File.Exists);
    }
}
