using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Ingest.Functions.Tests.Host;

namespace Ingest.Functions.Tests;

/// <summary>What is particular to the app as it answers HTTP: the worker writes the answers, and a function's attribute is all that gives it a route.</summary>
public sealed class HttpTests(FunctionsFixture app)
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/summaries/dates", "application/json")]
    [InlineData("/api/summaries/dates?format=csv", "text/csv")]
    [InlineData("/api/summaries/speakers", "application/json")]
    [InlineData("/api/quotes?format=ndjson", "application/x-ndjson")]
    [InlineData("/api/articles", "application/json")]
    [InlineData("/api/rejections", "application/json")]
    [InlineData("/api/health", "application/json")]
    [InlineData("/api/health/live", "application/json")]
    [InlineData("/api/openapi.json", "application/vnd.oai.openapi+json")]
    [InlineData("/", "text/html")]
    public async Task Every_kind_of_answer_is_written_whole(string path, string type)
    {
        using var answer = await app.Host.Client.GetAsync(path, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        var body = await answer.Content.ReadAsByteArrayAsync(Stop);
        Assert.Equal(answer.Content.Headers.ContentLength ?? body.Length, body.Length);
    }

    [Fact]
    public async Task The_dashboard_comes_with_its_files()
    {
        var page = await app.Host.Client.GetStringAsync("/", Stop);
        var script = page.Split('"').First(each => each.EndsWith(".js", StringComparison.Ordinal));
        using var answer = await app.Host.Client.GetAsync(script, Stop);
        Assert.Equal("text/javascript", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("GET", "/api/summaries/dates/yesterday", 400)]
    [InlineData("GET", "/api/summaries/dates/1970-01-01", 404)]
    [InlineData("GET", "/api/summaries/speakers/nobody-at-all", 404)]
    [InlineData("GET", "/api/articles/none", 404)]
    [InlineData("PUT", "/api/quotes", 405)]
    [InlineData("POST", "/api/articles", 415)]
    public async Task What_cannot_be_answered_is_a_problem(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await app.Host.Client.SendAsync(request, Stop);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(status, (int?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!["status"]);
    }

    [Fact]
    public async Task A_tag_that_still_holds_is_a_304_without_a_body()
    {
        using var first = await app.Host.Client.GetAsync("/api/openapi.json", Stop);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/openapi.json");
        request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(first.Headers.ETag!.ToString()));
        using var second = await app.Host.Client.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Stop));
    }

    [Fact]
    public async Task Head_tells_what_get_would_without_the_body()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/api/quotes");
        using var answer = await app.Host.Client.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotNull(answer.Headers.ETag);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Stop));
    }
}
