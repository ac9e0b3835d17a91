using Ingest.Api;
using Ingest.Api.Contract;

namespace Ingest.Infra.Tests.Functions;

/// <summary>The HTTP functions against the table of operations that the local host maps.</summary>
public sealed class RouteTests
{
    [Fact]
    public void Every_function_is_one_that_these_tests_can_read()
    {
        var attributes = HttpFunction.Source.Split("[Function(").Length - 1;
        var others = HttpFunction.Source.Split("[BlobTrigger(").Length - 1 + (HttpFunction.Source.Split("[TimerTrigger(").Length - 1);
        Assert.Equal(2, others);
        Assert.Equal(attributes - others, HttpFunction.All.Count);
    }

    [Fact]
    public void Every_route_has_one_function_and_every_function_a_route()
    {
        var wanted = Operations.All.Select(each => $"{Routes.Prefix}/{each.Route}").Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(wanted, OfInterface().Select(each => each.Route).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_function_takes_every_method_so_that_a_wrong_one_is_answered_with_a_problem() =>
        Assert.All(OfInterface(), each => Assert.Empty(each.Methods));

    [Fact]
    public void A_function_hands_over_its_own_route_and_the_parameter_that_stands_in_it()
    {
        foreach (var function in OfInterface())
        {
            var constant = typeof(Routes).GetFields().Single(field => $"{Routes.Prefix}/{field.GetRawConstantValue()}" == function.Route).Name;
            var open = function.Route.IndexOf('{', StringComparison.Ordinal);
            var parameter = open < 0 ? "" : function.Route[(open + 1)..^1];
            Assert.Equal(parameter, function.Parameter);
            Assert.Equal($"api.Run(Routes.{constant}, request.HttpContext{(parameter.Length > 0 ? ", " + parameter : "")})", function.Body);
        }
    }

    [Fact]
    public void A_function_asks_for_a_key_unless_all_that_it_answers_is_for_anybody()
    {
        foreach (var function in OfInterface())
        {
            var anonymous = Operations.Of(function.Route[(Routes.Prefix.Length + 1)..]).All(each => each.Anonymous);
            Assert.Equal(anonymous ? "Anonymous" : "Function", function.Level);
        }
    }

    [Fact]
    public void The_dashboard_asks_for_no_key_and_takes_no_more_than_questions()
    {
        var dashboard = HttpFunction.All.Except(OfInterface()).ToList();
        Assert.Equal(2, dashboard.Count);
        Assert.All(dashboard, each => Assert.Equal("Anonymous", each.Level));
        Assert.All(dashboard, each => Assert.Equal(["get", "head"], each.Methods));
    }

    [Fact]
    public void No_two_routes_match_the_same_address()
    {
        foreach (var one in HttpFunction.All)
        {
            foreach (var other in HttpFunction.All.Where(each => each != one))
                Assert.False(Overlap([.. one.Segments], [.. other.Segments]), $"{one.Name} ({one.Route}) and {other.Name} ({other.Route})");
        }
    }

    [Theory]
    [InlineData("a/{x}", "a/b", true)]
    [InlineData("a/{*rest}", "a/b/c", true)]
    [InlineData("{*rest}", "", true)]
    [InlineData("a/b", "a/b/c", false)]
    [InlineData("a/{x}/c", "a/b/d", false)]
    public void Overlap_is_seen(string one, string other, bool overlap) =>
        Assert.Equal(overlap, Overlap(one.Split('/', StringSplitOptions.RemoveEmptyEntries), other.Split('/', StringSplitOptions.RemoveEmptyEntries)));

    static IReadOnlyList<HttpFunction> OfInterface() => [.. HttpFunction.All.Where(each => each.Segments is [Routes.Prefix, ..])];

    static bool Overlap(ReadOnlySpan<string> one, ReadOnlySpan<string> other)
    {
        if (one is [['{', '*', ..], ..] || other is [['{', '*', ..], ..]) return true;
        if (one.IsEmpty || other.IsEmpty) return one.IsEmpty && other.IsEmpty;
        return (one[0][0] == '{' || other[0][0] == '{' || one[0].Equals(other[0], StringComparison.OrdinalIgnoreCase)) && Overlap(one[1..], other[1..]);
    }
}
