using System.Text;
using Ingest.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ingest.Web.Tests;

public sealed class UploadTests(AzuriteFixture azurite, BrowserFixture browser) : IAsyncLifetime
{
    Newsroom newsroom = null!;

    public async ValueTask InitializeAsync() => newsroom = await Newsroom.OpenAsync(azurite);

    public ValueTask DisposeAsync() => newsroom.DisposeAsync();

    [Fact]
    public async Task An_empty_store_tells_how_to_begin_and_what_is_dropped_on_it_is_stored_or_refused_before_ones_eyes()
    {
        await using var visit = await browser.VisitAsync(newsroom);
        await Expect(visit.Heading).ToHaveTextAsync("Start with an article");
        await visit.PictureAsync("beginning");

        await DropAsync(visit.Page, [Article("bridge.txt", "Old Harbour Bridge to Reopen"), Article("tram.txt", "Tram Line Finished"), new("scan.txt", "\0\u0001\0\u0002"), new("nothing.txt", "")]);
        await Expect(visit.Page).ToHaveURLAsync($"{newsroom.Address}#/uploads");
        await Expect(visit.Page.Locator(".upload .stored a")).ToHaveCountAsync(2);
        await Expect(visit.Page.Locator(".upload-state")).ToHaveTextAsync("2 articles stored, 2 refused. All done.");
        await Expect(visit.Page.Locator(".upload .refused b")).ToHaveTextAsync(["nothing.txt", "scan.txt"]);
        await Expect(visit.Page.Locator("#said")).ToContainTextAsync("2 articles stored");
        await Expect(visit.Page.Locator(".store-state")).ToContainTextAsync("2 articles");
        await visit.PictureAsync("uploads");

        await visit.Page.Locator(".upload .stored a").GetByText("Tram Line Finished").ClickAsync();
        await Expect(visit.Heading).ToHaveTextAsync("Tram Line Finished");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Overview" }).ClickAsync();
        await Expect(visit.Heading).ToContainTextAsync("in 2 articles");
    }

    [Fact]
    public async Task Files_and_folders_can_be_chosen()
    {
        await using var visit = await browser.VisitAsync(newsroom, "#/uploads");
        var chooser = await visit.Page.RunAndWaitForFileChooserAsync(() => visit.Page.GetByRole(AriaRole.Button, new() { Name = "Choose files" }).ClickAsync());
        await chooser.SetFilesAsync(Enumerable.Range(0, 120).Select(number => Payload(Article($"many-{number}.txt", $"Article {number} of Many"))));
        await Expect(visit.Page.Locator(".upload-state")).ToHaveTextAsync("120 articles stored. All done.", new() { Timeout = 180_000 });
        await Expect(visit.Page.Locator(".upload .stored li")).ToHaveCountAsync(13);
        await Expect(visit.Page.Locator(".upload .stored li").Last).ToHaveTextAsync("and 108 before");

        var folder = Directory.CreateTempSubdirectory("ingest-web-");
        try
        {
            var inner = folder.CreateSubdirectory("march");
            await File.WriteAllTextAsync(Path.Combine(inner.FullName, "inner.txt"), Article("", "Out of a Folder").Text, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, ".hidden"), "for the system alone", TestContext.Current.CancellationToken);
            chooser = await visit.Page.RunAndWaitForFileChooserAsync(() => visit.Page.GetByRole(AriaRole.Button, new() { Name = "Choose a folder" }).ClickAsync());
            await chooser.SetFilesAsync(folder.FullName);
            await Expect(visit.Page.Locator(".upload-state")).ToHaveTextAsync("121 articles stored. All done.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task What_could_not_be_sent_is_kept_and_sent_again()
    {
        await using var visit = await browser.VisitAsync(newsroom, "#/uploads");
        visit.Expected.Add(Visit.FailedRequest);
        await visit.Page.RouteAsync("**/api/articles", route => route.AbortAsync());
        await DropAsync(visit.Page, [Article("bridge.txt", "Old Harbour Bridge to Reopen")]);
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("1 file could not be sent.");
        await visit.Page.UnrouteAsync("**/api/articles");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(visit.Page.Locator(".upload-state")).ToHaveTextAsync("1 article stored. All done.");
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }

    static async Task DropAsync(IPage page, IEnumerable<Dropped> files)
    {
        await using var data = await page.EvaluateHandleAsync("""
            files => {
              const data = new DataTransfer();
              for (const file of files) data.items.add(new File([file.text], file.name, { type: 'text/plain' }));
              return data;
            }
            """, files.Select(file => new { name = file.Name, text = file.Text }));
        await page.DispatchEventAsync("main", "dragenter", new { dataTransfer = data });
        await Expect(page.Locator("body")).ToHaveClassAsync("dropping");
        await page.DispatchEventAsync("main", "dragover", new { dataTransfer = data });
        await page.DispatchEventAsync("main", "drop", new { dataTransfer = data });
        await Expect(page.Locator("body")).Not.ToHaveClassAsync("dropping");
    }

    static FilePayload Payload(Dropped file) => new() { Name = file.Name, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(file.Text) };

    static Dropped Article(string name, string title) => new(name, $"""
         date 2026-01-03 https://example.org/2026/01/03/{Uri.EscapeDataString(title)}
        {title}
        The work is done, Mayor Ada Okonkwo said on Saturday.
        "We promised a date and we kept it," Okonkwo told reporters.
        """);

    sealed record Dropped(string Name, string Text);
}
