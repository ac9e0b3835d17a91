using Ingest.Cli.Tests.Terminal;

namespace Ingest.Cli.Tests;

public sealed class UsageTests
{
    public static TheoryData<string> Commands => [.. CommandLine.Root(new Pipe().Screen).Subcommands.Select(command => command.Name)];

    [Fact]
    public async Task Without_a_command_the_help_lists_them()
    {
        var (code, pipe) = await RunAsync();

        Assert.Equal(ExitCode.Ok, code);
        Assert.Contains("extract", pipe.Output, StringComparison.Ordinal);
        Assert.Contains("Exit codes:", pipe.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_command_has_help_with_examples(string command)
    {
        var (code, pipe) = await RunAsync(command, "--help");

        Assert.Equal(ExitCode.Ok, code);
        Assert.Contains("Examples:", pipe.Output, StringComparison.Ordinal);
        Assert.Contains($"src/Ingest.Cli -- {command}", pipe.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_that_wrong_usage_names_is_that_of_the_command_with_all_above_it()
    {
        var (_, pipe) = await RunAsync("query", "date", "yesterday");

        Assert.EndsWith("-- query date --help\n", pipe.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'extrct'", "extrct")]
    [InlineData("'--jsn'", "query", "dates", "--jsn")]
    [InlineData("--port takes a number from 0 to 65535, not 70000", "up", "--port", "70000")]
    [InlineData("--max-bytes takes a number from 1 to 1073741824, not many", "extract", "samples", "--max-bytes", "many")]
    [InlineData("PATH is missing: Files, folders", "extract")]
    [InlineData("DAY is missing: A day like 2023-07-07", "query", "date")]
    [InlineData("NAME takes a speaker's name, such as \"Jens Stoltenberg\", or slug, not \"?\"", "query", "speaker", "?")]
    [InlineData("--speaker takes a speaker's name", "query", "quotes", "--speaker", "")]
    [InlineData("--type takes direct, mixed or indirect, not loud", "query", "quotes", "--type", "loud")]
    [InlineData("--from (2024-02-01) is after --to (2024-01-01)", "query", "dates", "--from", "2024-02-01", "--to", "2024-01-01")]
    [InlineData("--date and --from exclude each other: one day is no range", "query", "quotes", "--date", "2024-02-01", "--from", "2024-01-01")]
    [InlineData("--samples and --no-samples exclude each other", "up", "--samples", "--no-samples")]
    [InlineData("--from takes a day like 2023-07-07, not 7.7.2023", "query", "dates", "--from", "7.7.2023")]
    [InlineData("DAY takes a day like 2023-07-07, not yesterday", "query", "date", "yesterday")]
    public async Task Wrong_usage_says_what_is_wrong_and_where_the_help_is(string message, params string[] arguments)
    {
        var (code, pipe) = await RunAsync(arguments);

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains(message, pipe.Errors, StringComparison.Ordinal);
        Assert.Contains("--help", pipe.Errors, StringComparison.Ordinal);
        Assert.Empty(pipe.Output);
    }

    static async Task<(int Code, Pipe Pipe)> RunAsync(params string[] arguments)
    {
        var pipe = new Pipe();
        return (await CommandLine.RunAsync(arguments, pipe.Screen, TestContext.Current.CancellationToken), pipe);
    }
}
