using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Ingest.Api;
using Ingest.Storage;
using Ingest.Storage.Watching;
using Ingest.Testing;

namespace Ingest.Infra.Tests.Settings;

/// <summary>A setting.</summary>
/// <param name="Name">With colons: <c>Ingest:MaxArticleBytes</c>.</param>
/// <param name="Default">As docs/operations.md writes it.</param>
sealed partial record Setting(string Name, string Default)
{
    /// <summary>The table of docs/operations.md.</summary>
    public static IReadOnlyList<Setting> Documented { get; } =
        [.. Row().Matches(Section(File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations.md")))).Select(match => new Setting(match.Groups["name"].Value, match.Groups["default"].Value))];

    /// <summary>The properties of the options classes, with the defaults that the code has.</summary>
    public static IReadOnlyList<Setting> InCode { get; } = [.. Of<IngestOptions>(IngestOptions.Section), .. Of<WatchOptions>(WatchOptions.Section), .. Of<HttpOptions>(HttpOptions.Section)];

    static IEnumerable<Setting> Of<T>(string section)
        where T : new() => typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(each => each.CanWrite)
            .Select(each => new Setting($"{section}:{each.Name}", Write(each.GetValue(new T()))));

    static string Write(object? value) => value switch
    {
        null or "" => "none",
        TimeSpan { Milliseconds: > 0 } time => $"`{time.ToString("c", CultureInfo.InvariantCulture).TrimEnd('0')}`",
        TimeSpan time => $"`{time:c}`",
        IFormattable number => $"`{number.ToString(null, CultureInfo.InvariantCulture)}`",
        _ => $"`{value}`",
    };

    static string Section(string document)
    {
        var start = document.IndexOf("## Settings", StringComparison.Ordinal);
        return document[start..document.IndexOf("\n## ", start, StringComparison.Ordinal)];
    }

    [GeneratedRegex("""^\| `(?<name>[^`]+)` \| (?<default>[^|]+) \| [^|]+ \|$""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Row();
}
