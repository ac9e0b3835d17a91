using System.Text.Json;
using Ingest.Testing;
using static Microsoft.Playwright.Assertions;

namespace Ingest.Web.Tests;

public sealed class ArticleTests(BrowserFixture browser, AzuriteFixture azurite, SampleNewsroom samples) : SampleTests(azurite, samples)
{
    [Fact]
    public async Task Every_quote_and_every_speaker_is_marked_where_they_stand_in_the_upload()
    {
        var marked = 0;
        await using var visit = await browser.VisitAsync(Newsroom);
        foreach (var id in (await Newsroom.ListAsync("quotes?size=200")).Select(quote => quote.GetProperty("articleId").GetString()!).Distinct())
        {
            var article = await Newsroom.AskAsync("articles/" + id);
            await visit.OpenAsync("#/article/" + id);
            await Expect(visit.Heading).ToContainTextAsync(article.GetProperty("title").GetString()!.Split(' ')[0]);
            foreach (var quote in article.GetProperty("quotes").EnumerateArray())
            {
                var number = quote.GetProperty("number").GetInt32();
                var spans = quote.GetProperty("spans").EnumerateArray().Select(span => Cut(article, span));
                var pieces = await visit.Page.Locator($"mark.said[data-quotes~='{number}']").AllTextContentsAsync();
                Assert.Equal(Folded(string.Concat(spans)), Folded(string.Concat(pieces)));
                if (quote.GetProperty("speakerSpan") is { ValueKind: JsonValueKind.Array } speaker)
                    await Expect(visit.Page.Locator(".who").GetByText(Cut(article, speaker).Split(' ')[0]).First).ToBeVisibleAsync();
                marked++;
            }
        }
        Assert.True(marked > 10, $"The samples hold {marked} quotes only.");
    }

    [Fact]
    public async Task The_text_is_whole_and_in_order_once()
    {
        var id = (await Newsroom.ListAsync("quotes?size=1"))[0].GetProperty("articleId").GetString()!;
        var article = await Newsroom.AskAsync("articles/" + id);
        await using var visit = await browser.VisitAsync(Newsroom, "#/article/" + id, new() { ViewportSize = new() { Width = 1280, Height = 760 } });
        var shown = await visit.Page.Locator(".story").EvaluateAsync<string>("story => { const copy = story.cloneNode(true); copy.querySelectorAll('button').forEach(b => b.remove()); return copy.textContent; }");
        Assert.Equal(Folded(string.Concat(article.GetProperty("paragraphs").EnumerateArray().Select(span => Cut(article, span)))), Folded(shown));
        await visit.PictureAsync("article");
    }

    [Fact]
    public async Task A_number_leads_from_the_text_to_the_note_and_back()
    {
        var id = (await Newsroom.ListAsync("quotes?size=1"))[0].GetProperty("articleId").GetString()!;
        await using var visit = await browser.VisitAsync(Newsroom, "#/article/" + id);
        var inText = visit.Page.Locator(".story button.number").First;
        await inText.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator(".notes button.number").First).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(inText).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Marks_that_overlap_or_stand_in_each_other_become_pieces_in_a_row()
    {
        await using var visit = await browser.VisitAsync(Newsroom);
        var pieces = await visit.Page.EvaluateAsync<string>("""
            async () => {
              const base = document.querySelector('script[type=module]').src.replace('app.js', '');
              const { segments } = await import(base + 'views/segments.js');
              const marks = [[[2, 8], 'a'], [[5, 12], 'b'], [[6, 7], 'c'], [[20, 30], 'beyond'], [[9, 9], 'empty'], [[-3, 1], 'before']];
              return segments(0, 15, marks.map(([span, mark]) => ({ span, mark }))).map(p => `${p.start}-${p.end}:${p.marks.join('')}`).join(' ');
            }
            """);
        Assert.Equal("0-1:before 1-2: 2-5:a 5-6:ab 6-7:abc 7-8:ab 8-12:b 12-15:", pieces);
    }

    static string Cut(JsonElement article, JsonElement span) => article.GetProperty("text").GetString()![span[0].GetInt32()..span[1].GetInt32()];

    static string Folded(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
