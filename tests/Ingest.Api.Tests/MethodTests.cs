using Ingest.Api.Contract;
using Ingest.Api.Tests.Kit;

namespace Ingest.Api.Tests;

public sealed class MethodTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    readonly ApiHost host = newsroom.Host;

    [Theory]
    [InlineData("/api/quotes", "GET, HEAD, OPTIONS")]
    [InlineData("/api/articles", "GET, HEAD, POST, OPTIONS")]
    [InlineData("/api/articles/anything", "GET, HEAD, DELETE, OPTIONS")]
    public async Task Options_tells_the_methods_of_a_route(string path, string allow)
    {
        var answer = await host.SendAsync(HttpMethod.Options, path, null);
        Assert.Equal(204, answer.Status);
        Assert.Equal(allow, answer.Header("Allow"));
    }

    [Fact]
    public async Task A_method_that_a_route_does_not_take_is_a_405_that_tells_which_it_takes()
    {
        var answer = await host.SendAsync(HttpMethod.Put, "/api/quotes", null);
        Assert.Equal(405, answer.Status);
        Assert.Equal("application/problem+json", answer.MediaType);
        Assert.Equal("GET, HEAD, OPTIONS", answer.Header("Allow"));
        Assert.Equal("This route takes GET, HEAD, OPTIONS; PUT is none of them.", (string?)answer.Json["detail"]);
    }

    [Fact]
    public async Task Head_gives_the_headers_of_get_and_no_body()
    {
        var get = await host.GetAsync("/api/summaries/dates");
        var head = await host.SendAsync(HttpMethod.Head, "/api/summaries/dates", null);
        Assert.Equal(200, head.Status);
        Assert.Empty(head.Body);
        Assert.Equal(get.Header("ETag"), head.Header("ETag"));
        Assert.Equal(get.Header("Content-Length"), head.Header("Content-Length"));
    }

    [Fact]
    public async Task Every_answer_keeps_a_browser_from_doing_more_than_showing_it()
    {
        foreach (var path in new[] { "/api/quotes", "/api/quotes?from=x", "/api/nothing", "/api/quotes?format=csv" })
        {
            var answer = await host.GetAsync(path);
            Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
            Assert.Equal("default-src 'none'; frame-ancestors 'none'", answer.Header("Content-Security-Policy"));
            Assert.Equal("no-referrer", answer.Header("Referrer-Policy"));
        }
    }

    [Fact]
    public void Each_route_has_each_method_once() =>
        Assert.Equal(Operations.All.Count, Operations.All.DistinctBy(each => (each.Route, each.Method)).Count());
}
