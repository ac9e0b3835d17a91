using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Ingest.Api.Tests.Kit;
using Ingest.Testing;

namespace Ingest.Api.Tests;

/// <summary>docs/http.md is true: what it asks is answered, with the members that it shows, and its defaults are the defaults.</summary>
public sealed partial class DocumentationTests(AzuriteFixture azurite)
{
    static readonly string Document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "http.md"));

    [Fact]
    public async Task Every_question_that_it_shows_is_answered_as_it_shows()
    {
        await using var host = await ApiHost.StartAsync(azurite);
        foreach (var sample in Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples"), "*.txt"))
        {
            await host.IngestAsync(Path.GetFileName(sample), await File.ReadAllTextAsync(sample, TestContext.Current.CancellationToken));
        }
        var asked = 0;
        foreach (Match example in Example().Matches(Document))
        {
            foreach (Match command in Get().Matches(example.Groups["commands"].Value))
            {
                var path = command.Groups["path"].Value + (command.Groups["data"].Success ? "?" + Encode(command.Groups["data"].Value) : "");
                var expected = path.EndsWith("/Okonedo", StringComparison.Ordinal) ? 404 : path.Contains("type=loud", StringComparison.Ordinal) ? 400 : 200;
                var answer = await host.GetAsync(path, command.Groups["accept"].Success ? [("Accept", command.Groups["accept"].Value)] : []);
                Assert.True(answer.Status == expected, $"{path}: {answer}");
                asked++;
                if (example.Groups["json"].Success) Assert.All(Member().Matches(example.Groups["json"].Value), each => Assert.Contains(each.Value.Replace(" ", "", StringComparison.Ordinal), answer.Text, StringComparison.Ordinal));
            }
        }
        Assert.InRange(asked, 18, 100);
    }

    [Fact]
    public void Its_table_of_settings_has_each_setting_with_its_default()
    {
        var rows = Setting().Matches(Document).ToDictionary(each => each.Groups["name"].Value, each => each.Groups["value"].Value);
        var defaults = typeof(HttpOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .ToDictionary(each => each.Name, each => Convert.ToString(each.GetValue(new HttpOptions()), CultureInfo.InvariantCulture)!);
        Assert.Equal(defaults.OrderBy(each => each.Key, StringComparer.Ordinal), rows.OrderBy(each => each.Key, StringComparer.Ordinal));
    }

    static string Encode(string pair)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        return $"{pair[..equals]}={Uri.EscapeDataString(pair[(equals + 1)..])}";
    }

    [GeneratedRegex("""```console\n(?<commands>.*?)```(\n```json\n(?<json>.*?)```)?""", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    internal static partial Regex Example();

    // Questions only; what uploads and deletes has other options.
    [GeneratedRegex("""^\$ curl( -G)?( -H 'Accept: (?<accept>[^']*)')? 'http://localhost:7071(?<path>/api/[^']*)'( --data-urlencode '(?<data>[^']*)')?$""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    internal static partial Regex Get();

    [GeneratedRegex("\"\\w+\":", RegexOptions.None, 5000)]
    internal static partial Regex Member();

    [GeneratedRegex(@"^\| `(?<name>\w+)` \| (?<value>\S+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    internal static partial Regex Setting();
}
