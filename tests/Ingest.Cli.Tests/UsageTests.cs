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
