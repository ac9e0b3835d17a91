using System.Text.Json;
using Ingest.Cli.Tests.Terminal;
using Ingest.Testing.Processes;

namespace Ingest.Cli.Tests.Commands;

public sealed class ExtractTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("ingest-extract-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_line_holds_exactly_the_public_fields_in_their_order()
    {
        Put("one.txt", " date 2024-02-01 https://www.desk.example/one\nOne\n\"The bridge is closed,\" Ada Lindqvist, the mayor, said on Thursday.\n");

        var (_, pipe) = await ExtractAsync(folder);

        var line = JsonDocument.Parse(pipe.Output).RootElement;
        Assert.Equal(["id", "url", "date", "dateFrom", "title", "dateline", "source", "quotes"], line.EnumerateObject().Select(field => field.Name));
        var quote = Assert.Single(line.GetProperty("quotes").EnumerateArray());
        Assert.Equal(
            ["spans", "text", "type", "cue", "cueSpan", "speaker", "speakerSpan", "role", "named", "fragments"], quote.EnumerateObject().Select(field => field.Name));
    }

    [Fact]
    public async Task Spans_cut_the_quote_and_its_mention_out_of_the_file()
    {
        const string Text = " date 2024-02-01 https://www.desk.example/one\nOne\n\"The bridge is closed,\" Ada Lindqvist said on Thursday.\n";
        Put("one.txt", Text);

        var (_, pipe) = await ExtractAsync(folder);

        var quote = JsonDocument.Parse(pipe.Output).RootElement.GetProperty("quotes")[0];
        Assert.StartsWith("The bridge is closed", Cut(Text, quote.GetProperty("spans")[0]), StringComparison.Ordinal);
        Assert.Equal("Ada Lindqvist", Cut(Text, quote.GetProperty("speakerSpan")));
        Assert.Equal("said", Cut(Text, quote.GetProperty("cueSpan")));
    }

    [Fact]
    public async Task A_refused_file_is_named_on_standard_error_and_the_others_are_printed()
    {
        Put("a.txt", "A headline\nA body.\n");
        Put("b.txt", "");
        Put("c.txt", "Another headline\nA body.\n");

        var (code, pipe) = await ExtractAsync(folder);

        Assert.Equal(ExitCode.Failed, code);
        Assert.Equal(["a", "c"], pipe.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(IdOf));
        Assert.StartsWith($"refused {Path.Combine(folder, "b.txt")}: ", pipe.Errors, StringComparison.Ordinal);
        Assert.EndsWith("1 of 3 files refused\n", pipe.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_files_come_in_the_order_of_their_names_though_they_are_read_at_once()
    {
        for (var i = 0; i < 300; i++) Put($"{i:000}.txt", $"Headline {i}\n" + string.Concat(Enumerable.Repeat("A body, she said. ", i % 7 * 20)));

        var (_, pipe) = await ExtractAsync(folder);

        Assert.Equal(Enumerable.Range(0, 300).Select(i => $"{i:000}"), pipe.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(IdOf));
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_without_being_read_whole()
    {
        Put("long.txt", "Headline\n" + new string('x', 5000));

        var (code, pipe) = await ExtractAsync(folder, "--max-bytes", "1000");

        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains("long.txt: ", pipe.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hyphen_is_an_article_on_standard_input_beside_files()
    {
        Put("a.txt", "A headline\nA body.\n");

        var result = await CliProcess.RunAsync(["extract", folder, "-"], input: "Another headline\n\"The bridge is closed,\" Ada Lindqvist said on Thursday.\n");

        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(ExitCode.Ok, result.Code);
        Assert.Equal(["A headline", "Another headline"], lines.Select(line => line.GetProperty("title").GetString()));
        Assert.Equal("Ada Lindqvist", lines[1].GetProperty("quotes")[0].GetProperty("speaker").GetString());
    }

    [Fact]
    public async Task Standard_input_that_is_no_article_is_refused_like_a_file()
    {
        var result = await CliProcess.RunAsync(["extract", "-"]);

        Assert.Equal((ExitCode.Failed, "refused standard input: The file is empty. Upload the article's text.\n1 of 1 file refused\n"), (result.Code, result.Errors));
    }

    [Fact]
    public async Task A_refused_files_name_cannot_steer_the_terminal()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such names.");
        Put("red\u001b[31m.txt", "");

        var (_, pipe) = await ExtractAsync(folder);

        Assert.DoesNotContain('\u001b', pipe.Errors);
    }

    [Fact]
    public async Task Paths_are_relative_to_where_they_are_typed()
    {
        var result = await CliProcess.RunByDotnetRunAsync("extract", "samples/ferry-timetable.txt");

        Assert.Equal((ExitCode.Ok, "ferry-timetable"), (result.Code, IdOf(result.Output)));
    }

    static async Task<(int Code, Pipe Pipe)> ExtractAsync(params string[] arguments)
    {
        var pipe = new Pipe();
        return (await CommandLine.RunAsync(["extract", .. arguments], pipe.Screen, TestContext.Current.CancellationToken), pipe);
    }

    static string? IdOf(string line) => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString();

    static string Cut(string text, JsonElement span) => text[span[0].GetInt32()..span[1].GetInt32()];

    void Put(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
}
