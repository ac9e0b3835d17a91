using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Ingest.Testing;

namespace Ingest.Api.Tests;

/// <summary>The defaults that docs/http.md tells are the defaults. Its questions are asked by the tests of the command line, as a reader would.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public void Its_table_of_settings_has_each_setting_with_its_default()
    {
        var rows = Setting().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "http.md"))).ToDictionary(each => each.Groups["name"].Value, each => each.Groups["value"].Value);
        var defaults = typeof(HttpOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .ToDictionary(each => each.Name, each => Convert.ToString(each.GetValue(new HttpOptions()), CultureInfo.InvariantCulture)!);
        Assert.Equal(defaults.OrderBy(each => each.Key, StringComparer.Ordinal), rows.OrderBy(each => each.Key, StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^\| `(?<name>\w+)` \| (?<value>\S+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Setting();
}
