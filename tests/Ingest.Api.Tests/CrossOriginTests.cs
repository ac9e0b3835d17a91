using System.Net.Http.Headers;
using Ingest.Api.Tests.Kit;
using Ingest.Testing;

namespace Ingest.Api.Tests;

/// <summary>Pages of other origins may do nothing unless they are let.</summary>
public sealed class CrossOriginTests(AzuriteFixture azurite)
{
    const string Friend = "https://desk.example";
    const string Stranger = "https://stranger.example";

    [Fact]
    public async Task Closed_unless_set()
    {
        await using var host = await ApiHost.StartAsync(azurite);
        var answer = await host.GetAsync("/api/summaries/dates", ("Origin", Stranger));
        Assert.Null(answer.Header("Access-Control-Allow-Origin"));
        Assert.Equal("same-origin", answer.Header("Cross-Origin-Resource-Policy"));
    }

    [Fact]
    public async Task An_origin_of_the_list_may_read_and_write()
    {
        await using var host = await ApiHost.StartAsync(azurite, ("Ingest:Cors:Origins", $"https://other.example, {Friend}"));
        Assert.Equal(Friend, (await host.GetAsync("/api/summaries/dates", ("Origin", Friend))).Header("Access-Control-Allow-Origin"));
        var preflight = await host.SendAsync(HttpMethod.Options, "/api/articles", null, ("Origin", Friend), ("Access-Control-Request-Method", "POST"));
        Assert.Equal(204, preflight.Status);
        Assert.Equal(Friend, preflight.Header("Access-Control-Allow-Origin"));
        Assert.Contains("POST", preflight.Header("Access-Control-Allow-Methods"), StringComparison.Ordinal);
        Assert.Contains("Content-Type", preflight.Header("Access-Control-Allow-Headers"), StringComparison.Ordinal);
        using var article = new StringContent(Newsroom.BridgeStory);
        Assert.Equal(202, (await host.PostAsync("/api/articles", article, ("Origin", Friend))).Status);
        Assert.Null((await host.GetAsync("/api/summaries/dates", ("Origin", Stranger))).Header("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("Origin", Stranger)]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_page_elsewhere_cannot_make_a_browser_upload_or_delete(string header, string value)
    {
        await using var host = await ApiHost.StartAsync(azurite);
        // Plain text is what a browser sends to any origin without asking.
        using var article = new StringContent(Newsroom.BridgeStory, new MediaTypeHeaderValue("text/plain"));
        var posted = await host.PostAsync("/api/articles", article, (header, value));
        Assert.Equal(403, posted.Status);
        Assert.Equal("application/problem+json", posted.MediaType);
        Assert.Equal(403, (await host.SendAsync(HttpMethod.Delete, "/api/articles/aaaaaaaaaaaaaaaaaaaaaaaa", null, (header, value))).Status);
    }

    [Fact]
    public async Task The_app_s_own_page_and_clients_that_are_no_browsers_may_upload()
    {
        await using var host = await ApiHost.StartAsync(azurite);
        foreach (var headers in new (string, string)[][] { [("Sec-Fetch-Site", "same-origin"), ("Origin", host.Address.GetLeftPart(UriPartial.Authority))], [] })
        {
            using var article = new StringContent(Newsroom.BridgeStory);
            Assert.Equal(202, (await host.PostAsync("/api/articles", article, headers)).Status);
        }
    }
}
