using System.Globalization;
using System.Text.RegularExpressions;

namespace Ingest.Cli.Tests.Documentation;

/// <summary>README.md is true: its commands do what it says, and its questions have answers.</summary>
public sealed partial class ReadmeTests(Shell shell) : IClassFixture<Shell>
{
    const string Document = "README.md";

    /// <summary>What begins like this needs what a test does not have (an Azure account, the tools of Azure, Core Tools), or is this very run.</summary>
    static readonly string[] NotHere = ["azd up", "cp local.settings.sample.json", "cd src/Ingest.Functions", "dotnet test", "dotnet run --project src/Ingest.Cli -- up"];

    public static TheoryData<string> Commands => [.. Block.Of(Document).SelectMany(block => block.Commands()).Where(command => !NotHere.Any(command.StartsWith))];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_runs_as_it_stands(string command)
    {
        // Of the tools of Azure only what we give them: the connection.
        if (command.StartsWith("az", StringComparison.Ordinal)) command = "curl --output /dev/null " + Container(command);
        var result = await shell.RunAsync(command.Replace("curl ", "curl --fail-with-body ", StringComparison.Ordinal));
        Assert.True(result.Code == 0, $"{command}\nended with {result.Code}:\n{result.Output}{result.Errors}");
    }

    public static TheoryData<string> Questions => [.. File.ReadLines(Path.Combine(Ingest.Testing.Repository.Root, Document)).Select(line => Question().Match(line)).Where(match => match.Success).Select(match => match.Groups["path"].Value)];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_question_has_an_answer(string path)
    {
        var first = (await shell.Up.GetAsync("quotes?size=1"))!.Value.GetProperty("items")[0];
        path = path.Replace("{id}", first.GetProperty("articleId").GetString(), StringComparison.Ordinal).Replace("…", Uri.EscapeDataString(first.GetProperty("text").GetString()!), StringComparison.Ordinal);
        var answer = await shell.Up.GetAsync(path);
        Assert.NotNull(answer);
        if (answer.Value.TryGetProperty("items", out var items)) Assert.NotEqual(0, items.GetArrayLength());
    }

    [Fact]
    public void The_first_start_looks_as_it_is_shown()
    {
        var shown = Block.Of(Document).First(block => block.Text.Contains("Ingest is up.", StringComparison.Ordinal)).Lines
            .Where(line => line.Length > 0 && line[0] == ' ')
            .Select(line => line
                .Replace("7071", shell.Up.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("10000, 10001 and 10002", string.Create(CultureInfo.InvariantCulture, $"{shell.Up.Storage.Blob}, {shell.Up.Storage.Queue} and {shell.Up.Storage.Table}"), StringComparison.Ordinal)
                .Replace(".ingest/azurite-data", shell.Data, StringComparison.Ordinal));
        var written = shell.Up.Process.Output.Split('\n').ToHashSet(StringComparer.Ordinal);
        Assert.All(shown, line => Assert.True(written.Contains(line), $"It did not write “{line}” but:\n{shell.Up.Process.Output}"));
    }

    /// <summary>The address of the container with a signature; a connection string is no address, so it is turned into a request that needs none.</summary>
    static string Container(string command)
    {
        var connection = Substitution().Match(command).Value;
        return command.Contains("--sas", StringComparison.Ordinal) ? $"\"{connection}&restype=container&comp=list\"" : $"http://localhost:7071/api/health; test -n \"{connection}\"";
    }

    [GeneratedRegex(@"`GET /api/(?<path>[^`]+)` \|$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Question();

    [GeneratedRegex(@"\$\([^)]*\)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Substitution();
}
