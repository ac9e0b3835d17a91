using System.Text.Json;
using System.Text.RegularExpressions;
using Ingest.Testing;

namespace Ingest.Cli.Tests.Documentation;

/// <summary>docs/http.md is true: a reader who follows it from its start to its end gets what it shows.</summary>
public sealed partial class HttpDocumentTests(Shell shell) : IClassFixture<Shell>
{
    [Fact]
    public async Task Every_command_gives_the_answer_that_stands_below_it()
    {
        var wrong = new List<string>();
        var output = "";
        foreach (var block in Block.Of("docs/http.md"))
        {
            foreach (var command in block.Commands())
            {
                var result = await shell.RunAsync(command);
                if (result.Code != 0) wrong.Add($"docs/http.md:{block.Line}: {command}\nended with {result.Code}: {result.Errors}");
                output = result.Output;
                await UntilStoredAsync(output);
            }

            if (block.Language == "json" && !Abridged.Is(block.Text, output)) wrong.Add($"docs/http.md:{block.Line} shows\n{block.Text}\nand the answer is\n{output}");
        }

        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
    }

    /// <summary>Waits for what an upload put in, as its answer says where to look.</summary>
    async Task UntilStoredAsync(string answer)
    {
        foreach (Match status in Status().Matches(answer))
        {
            JsonElement? found = null;
            await Eventually.TrueAsync(
                async () => (found = await shell.Up.GetAsync(status.Groups["path"].Value))!.Value.GetProperty("items")[0].GetProperty("state").GetString() is not "waiting" and not "unknown",
                () => $"{status.Value} stays {found}");
        }
    }

    [GeneratedRegex("\"status\":\"/api/(?<path>uploads[^\"]*)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Status();
}
