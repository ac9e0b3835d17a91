using System.Text;
using System.Text.Json.Nodes;
using Ingest.Api.Answers;
using Ingest.Api.Tests.Kit;
using Ingest.Testing;

namespace Ingest.Api.Tests;

/// <summary>Lists as CSV and NDJSON: whole, and safe to open.</summary>
public sealed class ExportTests(Newsroom newsroom, AzuriteFixture azurite) : IClassFixture<Newsroom>
{
    readonly ApiHost host = newsroom.Host;

    [Theory]
    [InlineData("/api/summaries/dates", "date,articles,quotes,speakers,direct,mixed,indirect")]
    [InlineData("/api/summaries/speakers", "slug,name,role,kind,quotes,articles,first,last")]
    [InlineData("/api/quotes", "date,speaker,slug,role,named,type,text,cue,mention,title,source,url,articleId,number,start,end")]
    [InlineData("/api/articles", "id,date,title,url,source,lede,quotes,speakers")]
    [InlineData("/api/rejections", "blob,uploaded,reason,at,poisoned")]
    public async Task Every_list_comes_as_csv_and_as_ndjson_with_the_items_of_the_json(string path, string header)
    {
        var items = (await host.GetAsync(path)).Items;
        Assert.NotEmpty(items);

        var csv = await host.GetAsync(path, ("Accept", "text/csv"));
        Assert.Equal("text/csv", csv.MediaType);
        var lines = csv.Text.Split("\r\n");
        Assert.Equal(header, lines[0]);
        Assert.Equal(items.Count + 2, lines.Length);
        Assert.Equal("", lines[^1]);

        var ndjson = await host.GetAsync(path, ("Accept", "application/x-ndjson"));
        Assert.Equal("application/x-ndjson", ndjson.MediaType);
        Assert.Equal(items.Select(each => each!.ToJsonString()), ndjson.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(each => JsonNode.Parse(each)!.ToJsonString()));
    }

    [Fact]
    public async Task By_link_a_list_is_a_file_to_save_that_a_spreadsheet_reads_as_utf8()
    {
        var byLink = await host.GetAsync("/api/quotes?format=csv");
        Assert.Equal("attachment; filename=\"quotes.csv\"", byLink.Header("Content-Disposition"));
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), byLink.Body[..3]);
        var byHeader = await host.GetAsync("/api/quotes", ("Accept", "text/csv"));
        Assert.Null(byHeader.Header("Content-Disposition"));
        Assert.Equal(byHeader.Text, byLink.Text[1..]);
        Assert.Contains("Piotr Wójcik", byHeader.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/html, application/xhtml+xml, */*;q=0.8", "application/json")]
    [InlineData("text/csv;q=0.5, application/x-ndjson", "application/x-ndjson")]
    [InlineData("text/*", "text/csv")]
    [InlineData("application/json;q=0.1, text/csv;q=0.2", "text/csv")]
    [InlineData("application/json;q=0, */*", "text/csv")]
    [InlineData("*/*", "application/json")]
    public async Task The_form_is_the_one_that_Accept_likes_best(string accept, string mediaType) =>
        Assert.Equal(mediaType, (await host.GetAsync("/api/quotes", ("Accept", accept))).MediaType);

    [Fact]
    public async Task A_form_in_which_no_list_comes_is_a_406()
    {
        var answer = await host.GetAsync("/api/quotes", ("Accept", "application/xml"));
        Assert.Equal(406, answer.Status);
        Assert.Contains("text/csv", (string?)answer.Json["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_list_is_longer_than_a_page()
    {
        await using var other = await ApiHost.StartAsync(azurite);
        for (var number = 1; number <= 12; number++) await other.IngestAsync($"{number}.txt", Parcels.Article(number));
        Assert.Equal(5, (await other.GetAsync("/api/quotes?size=5")).Items.Count);
        Assert.Equal(12, (await other.GetAsync("/api/quotes?format=ndjson")).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task A_list_whose_storage_goes_away_after_its_first_page_breaks_off_and_does_not_look_whole()
    {
        var gate = new RequestGate();
        await using var other = await ApiHost.StartAsync(azurite, gate, ("Ingest:MaxRetries", "0"));
        const int PageSize = 1000, Quotes = PageSize + 1;
        var speech = string.Concat(Enumerable.Range(1, Quotes).Select(number => $"\"The bridge has {number} rivets,\" Mayor Anna Lindqvist said.\n"));
        await other.IngestAsync("speech.txt", "date 2031-06-02 https://morningpost.example/speech\nA Long Speech\n" + speech);

        var before = gate.Passed;
        await other.GetAsync($"/api/quotes?size={PageSize}");
        gate.Limit = gate.Passed + (gate.Passed - before);
        using var answer = await other.Client.GetAsync("/api/quotes?format=ndjson", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)answer.StatusCode);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        var lines = 0;
        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is not null) lines++;
        });
        // What was on its way when the connection broke may be lost with it.
        Assert.InRange(lines, 1, PageSize);
    }

    [Fact]
    public async Task A_headline_that_a_spreadsheet_would_run_is_text_in_the_csv()
    {
        await using var other = await ApiHost.StartAsync(azurite);
        await other.IngestAsync("formula.txt", "date 2031-06-01 https://morningpost.example/formula\n=HYPERLINK(\"https://stranger.example\",\"Prize\")\n\"It is only a headline to us,\" Mayor Anna Lindqvist said.");
        var csv = (await other.GetAsync("/api/quotes?format=csv")).Text;
        Assert.Contains(",\"'=HYPERLINK(\"\"https://stranger.example\"\",\"\"Prize\"\")\",", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("＝1+1", "\"'＝1+1\"")]
    [InlineData("1=1", "1=1")]
    [InlineData("Erdoğan", "Erdoğan")]
    public void A_cell_is_quoted_by_RFC_4180_and_never_begins_a_formula(string text, string cell)
    {
        var line = new StringBuilder();
        Csv.Line(line, [text]);
        Assert.Equal(cell + "\r\n", line.ToString());
    }
}
