using System.Text.Json;
using Azure.Data.Tables;
using Ingest.Cli.Tests.Local;

namespace Ingest.Cli.Tests.Commands;

/// <summary>The commands that work on the storage of a running <c>up</c>, as processes, on the samples.</summary>
public sealed class StorageCommandTests(UpWithSamples up) : IClassFixture<UpWithSamples>, IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("ingest-upload-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Upload_keeps_paths_counts_what_was_stored_and_names_what_was_refused()
    {
        Put("2024/good.txt", " date 2024-02-01 https://desk.example/one\nOne\nThe bridge is closed, Ada Lindqvist said on Thursday.\n");
        Put("2024/empty.txt", "");

        var result = await up.RunAsync("upload", folder, "--prefix", "desk/");

        Assert.Equal(ExitCode.Failed, result.Code);
        Assert.Equal("1 article stored with 1 quote, 1 refused\n", result.Output);
        Assert.StartsWith("refused desk/2024/empty.txt: ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_of_what_is_stored_already_is_a_success_that_changes_nothing()
    {
        Put("again.txt", " date 2024-02-02 https://desk.example/two\nTwo\nThe bridge is open, Ada Lindqvist said on Friday.\n");
        var first = await up.RunAsync("upload", folder);
        var counts = await up.RunAsync("query", "date", "2024-02-02", "--json");

        var second = await up.RunAsync("upload", folder);

        Assert.Equal((ExitCode.Ok, first.Output), (second.Code, second.Output));
        Assert.Equal(counts.Output, (await up.RunAsync("query", "date", "2024-02-02", "--json")).Output);
    }

    [Fact]
    public async Task Upload_takes_an_article_from_standard_input_and_the_same_again_changes_nothing()
    {
        const string Article = "A headline without an address\nThe bridge is closed, Ada Lindqvist said on Thursday.\n";

        var first = await up.RunWithInputAsync(Article, "upload", "-", "--prefix", "desk/");
        var again = await up.RunWithInputAsync(Article, "upload", "-", "--prefix", "desk/");

        Assert.Equal((ExitCode.Ok, "1 article stored with 1 quote\n", ""), (first.Code, first.Output, first.Errors));
        Assert.Equal((ExitCode.Ok, first.Output), (again.Code, again.Output));
    }

    [Fact]
    public async Task Upload_leaves_out_a_file_whose_name_would_keep_the_container_from_being_listed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such names.");
        Put("good.txt", " date 2024-02-03 https://desk.example/three\nThree\nThe bridge is closed, Ada Lindqvist said on Saturday.\n");
        Put("bad\u0007.txt", "A headline\nA body.\n");

        var result = await up.RunAsync("upload", folder);

        Assert.Equal((ExitCode.Failed, "1 article stored with 1 quote, 1 not uploaded\n"), (result.Code, result.Output));
        Assert.Equal($"failed  {folder}/bad .txt: its name holds a control character, which a blob's must not; rename the file\n", result.Errors);
    }

    [Fact]
    public async Task Two_files_that_would_be_one_blob_are_refused_before_anything_is_uploaded()
    {
        Put("a/same.txt", "text");
        Put("b/same.txt", "text");

        var result = await up.RunAsync("upload", Path.Combine(folder, "a"), Path.Combine(folder, "b"));

        Assert.Equal(ExitCode.Usage, result.Code);
        Assert.Contains("would both be same.txt in the container", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_dates_gives_a_pipe_a_table_with_tabs()
    {
        var result = await up.RunAsync("query", "dates", "--from", "2025-03-14", "--to", "2025-03-14");

        Assert.Equal("date\tquotes\tarticles\tspeakers\tdirect\tmixed\tindirect\n2025-03-14\t0\t1\t0\t0\t0\t0\n", result.Output);
        Assert.Equal((ExitCode.Ok, ""), (result.Code, result.Errors));
    }

    [Fact]
    public async Task Query_speaker_takes_a_name_in_any_spelling_and_tells_the_roles_over_time()
    {
        var result = await up.RunAsync("query", "speaker", "marta OKONEDO-REYES", "--json");

        var roles = JsonDocument.Parse(result.Output).RootElement.GetProperty("roles").EnumerateArray().Select(role => role.GetProperty("role").GetString()).ToList();
        Assert.Equal("Deputy Prime Minister", roles[0]);
        Assert.Contains("Transport Minister", roles, StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Query_for_a_speaker_whom_nobody_quotes_suggests_who_may_be_meant()
    {
        var result = await up.RunAsync("query", "speaker", "Jana Křemelák");

        Assert.Equal(ExitCode.Failed, result.Code);
        Assert.Equal("Nobody called Jana Křemelák is quoted\n  Perhaps one of these is meant: Jiří Křemelák\n", result.Errors);
    }

    [Fact]
    public async Task Quotes_of_nobody_are_told_apart_from_none_that_fit()
    {
        var nobody = await up.RunAsync("query", "quotes", "--speaker", "Okonedo");
        var silent = await up.RunAsync("query", "quotes", "--speaker", "Marta Okonedo-Reyes", "--date", "1999-12-31");

        Assert.Equal((ExitCode.Failed, "Nobody called Okonedo is quoted\n  Perhaps one of these is meant: Marta Okonedo-Reyes\n"), (nobody.Code, nobody.Errors));
        Assert.Equal((ExitCode.Ok, "No quote fits that.\n"), (silent.Code, silent.Errors));
    }

    [Fact]
    public async Task Query_for_a_day_without_articles_says_so()
    {
        var result = await up.RunAsync("query", "date", "1999-12-31");

        Assert.Equal(ExitCode.Failed, result.Code);
        Assert.StartsWith("There is no article of 1999-12-31\n", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_quotes_finds_the_same_words_in_several_articles()
    {
        var result = await up.RunAsync("query", "quotes", "--speaker", "Jiří Křemelák", "--date", "2025-03-10", "--type", "direct");

        Assert.Equal(ExitCode.Ok, result.Code);
        Assert.Equal(2, result.Output.Split('\n').Count(line => line.Contains("We gave them eleven weeks and got a letter of four lines", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Query_rejections_tells_what_was_refused_and_why()
    {
        var result = await up.RunAsync("query", "rejections");

        Assert.Contains("samples/map-of-the-halden-strait.png\tThe file is an image", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_finds_that_all_is_right()
    {
        var result = await up.RunAsync("verify");

        Assert.Equal(ExitCode.Ok, result.Code);
        Assert.Matches("^All is right: what is stored of [0-9]+ articles with [0-9]+ quotes equals a recount.\n$", result.Output);
    }

    [Fact]
    public async Task Verify_tells_a_row_that_is_gone_and_fails_and_with_repair_puts_it_back()
    {
        var days = new TableClient(up.Storage, "Dates");
        var card = $"c{DateOnly.MaxValue.DayNumber - new DateOnly(2025, 3, 10).DayNumber:D7}!";
        var row = await days.QueryAsync<TableEntity>(each => each.RowKey.CompareTo(card) > 0 && each.RowKey.CompareTo(card + "~") < 0, cancellationToken: TestContext.Current.CancellationToken)
            .FirstAsync(TestContext.Current.CancellationToken);
        await days.DeleteEntityAsync(row, cancellationToken: TestContext.Current.CancellationToken);

        var found = await up.RunAsync("verify");
        var mended = await up.RunAsync("verify", "--repair");

        Assert.Equal(ExitCode.Failed, found.Code);
        Assert.Contains("Dates 2025-03-10: ", found.Output, StringComparison.Ordinal);
        Assert.Contains("verify --repair", found.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, mended.Code);
        Assert.Equal(ExitCode.Ok, (await up.RunAsync("verify")).Code);
    }

    [Fact]
    public async Task Redrive_with_nothing_left_behind_does_nothing()
    {
        var result = await up.RunAsync("redrive");

        Assert.Equal(ExitCode.Ok, result.Code);
        Assert.StartsWith("Nothing was left behind", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connection_prints_what_other_tools_connect_with()
    {
        Assert.StartsWith("DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;", (await up.RunAsync("connection")).Output, StringComparison.Ordinal);
        Assert.Contains("/devstoreaccount1/articles?", (await up.RunAsync("connection", "--sas")).Output, StringComparison.Ordinal);
    }

    void Put(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
