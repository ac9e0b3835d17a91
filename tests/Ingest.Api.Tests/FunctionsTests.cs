using System.Text.RegularExpressions;
using Ingest.Api.Contract;
using Ingest.Testing;

namespace Ingest.Api.Tests;

/// <summary>
/// The Azure host answers the same routes. Its packages are not to be had everywhere, so that its source is read here: it is one line a route.
/// </summary>
public sealed class FunctionsTests
{
    static readonly Regex Function = new(
        """HttpTrigger\(AuthorizationLevel\.(?<level>\w+), Route = Prefix \+ Routes\.(?<route>\w+)\)\] HttpRequest request(, string (?<segment>\w+))?\) =>\s+api\.Run\(Routes\.(?<run>\w+), request\.HttpContext(, (?<value>\w+))?\)""",
        RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    [Fact]
    public void Each_route_is_one_function_with_the_key_that_the_table_asks_for()
    {
        var source = string.Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Ingest.Functions", "Http"), "*.cs").Select(File.ReadAllText));
        var functions = Function.Matches(source).ToDictionary(each => RouteOf(each.Groups["route"].Value));
        Assert.Equal(Operations.All.Select(each => each.Route).Distinct().Order(StringComparer.Ordinal), functions.Keys.Order(StringComparer.Ordinal));
        foreach (var operation in Operations.All)
        {
            var function = functions[operation.Route];
            Assert.Equal(function.Groups["route"].Value, function.Groups["run"].Value);
            Assert.Equal(operation.Anonymous ? "Anonymous" : "Function", function.Groups["level"].Value);
            // Functions binds the segment by the name that stands in the route.
            var segment = operation.Parameters.SingleOrDefault(each => each.Place == ParameterPlace.Path)?.Name ?? "";
            Assert.Equal(segment, function.Groups["segment"].Value);
            Assert.Equal(segment, function.Groups["value"].Value);
            if (segment.Length > 0) Assert.EndsWith($"{{{segment}}}", operation.Route, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_route_overlaps_another() =>
        // A segment that is a parameter would swallow a literal one beside it.
        Assert.DoesNotContain(Operations.All, each => each.Route.Contains('{', StringComparison.Ordinal)
            && Operations.All.Any(other => !other.Route.Contains('{', StringComparison.Ordinal)
                && other.Route.StartsWith(each.Route[..each.Route.IndexOf('{', StringComparison.Ordinal)], StringComparison.Ordinal)));

    static string RouteOf(string constant) => (string)typeof(Routes).GetField(constant)!.GetValue(null)!;
}
