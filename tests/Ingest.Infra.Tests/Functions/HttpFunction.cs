using System.Text.RegularExpressions;
using Ingest.Api;
using Ingest.Api.Dashboard;
using Ingest.Testing;

namespace Ingest.Infra.Tests.Functions;

/// <summary>An HTTP function as its source says it. Its project builds only where the package source carries the Functions worker; its text can be read everywhere.</summary>
/// <param name="Level">Function or Anonymous.</param>
/// <param name="Methods">Empty for all.</param>
/// <param name="Route">With its constants put in.</param>
/// <param name="Parameter">The route's parameter that it binds; empty for none.</param>
/// <param name="Body">What it returns.</param>
sealed partial record HttpFunction(string Name, string Level, IReadOnlyList<string> Methods, string Route, string Parameter, string Body)
{
    /// <summary>The source of src/Ingest.Functions, all of it.</summary>
    public static string Source { get; } = string.Join('\n', Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "src", "Ingest.Functions"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "obj" or "bin"))
        .Order(StringComparer.Ordinal).Select(File.ReadAllText));

    public static IReadOnlyList<HttpFunction> All { get; } =
        [.. Functions().Matches(Source).Select(match => new HttpFunction(
            match.Groups["name"].Value,
            match.Groups["level"].Value,
            [.. match.Groups["method"].Captures.Select(each => each.Value)],
            Value(match.Groups["route"].Value),
            match.Groups["parameter"].Value,
            match.Groups["body"].Value))];

    /// <summary>Every segment of the route; none for the root.</summary>
    public IReadOnlyList<string> Segments => Route == Root ? [] : Route.Split('/');

    const string Root = "{nothing:maxlength(0)?}";

    // "Prefix + Routes.Dates": constants of that file and of Ingest.Api.
    static string Value(string expression) => string.Concat(expression.Split('+', StringSplitOptions.TrimEntries).Select(term => term switch
    {
        "Prefix" => Routes.Prefix + "/",
        nameof(Root) when Source.Contains($"const string Root = \"{Root}\";", StringComparison.Ordinal) => Root,
        "DashboardEndpoints.AssetRoute" => DashboardEndpoints.AssetRoute,
        ['R', 'o', 'u', 't', 'e', 's', '.', .. var name] => (string)typeof(Routes).GetField(name)!.GetRawConstantValue()!,
        _ => throw new NotSupportedException($"The test does not know the constant {term}."),
    }));

    [GeneratedRegex(
        """
        \[Function\(nameof\((?<name>\w+)\)\)\]\s+public\ (static\ )?(IResult|Task<IResult>)\ \k<name>\(
        \[HttpTrigger\(AuthorizationLevel\.(?<level>\w+)(,\ "(?<method>\w+)")*,\ Route\ =\ (?<route>[^)]+)\)\]\ HttpRequest\ request(,\ string\??\ (?<parameter>\w+))?\)
        \s*=>\s*(?<body>[^;]+);
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Functions();
}
