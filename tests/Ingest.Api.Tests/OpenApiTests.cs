using System.Text;
using System.Text.Json.Nodes;
using Ingest.Api.Contract;
using Ingest.Api.Tests.Kit;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Ingest.Api.Tests;

/// <summary>The description of the interface is true: it reads as OpenAPI, names all that there is, and what comes back is what it says.</summary>
public sealed class OpenApiTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    readonly ApiHost host = newsroom.Host;

    [Fact]
    public async Task It_is_valid_OpenAPI_3_1()
    {
        using var stream = new MemoryStream((await host.GetAsync("/api/openapi.json")).Body);
        var read = await OpenApiDocument.LoadAsync(stream, "json", null, TestContext.Current.CancellationToken);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic!.SpecificationVersion);
        Assert.Empty(read.Diagnostic.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.Empty(read.Document!.Validate(ValidationRuleSet.GetDefaultRuleSet()));
    }

    [Fact]
    public async Task It_names_every_route_method_parameter_and_status()
    {
        var document = await DocumentAsync();
        var described = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(method => $"{method.Key} {path.Key}"));
        Assert.Equal(Operations.All.Select(each => $"{each.Method.ToLowerInvariant()} /api/{each.Route}").Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
        foreach (var operation in Operations.All)
        {
            var node = document["paths"]![$"/api/{operation.Route}"]![operation.Method.ToLowerInvariant()]!;
            Assert.Equal(operation.Parameters.Select(each => each.Name), (node["parameters"] as JsonArray ?? []).Select(each => (string)each!["name"]!));
            Assert.Empty(operation.Replies.Select(each => each.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)).Except(node["responses"]!.AsObject().Select(each => each.Key)));
            Assert.Equal(operation.Route.Contains('{', StringComparison.Ordinal) ? 1 : 0, operation.Parameters.Count(each => each.Place == ParameterPlace.Path));
        }
    }

    [Theory]
    [InlineData("/api/summaries/dates", "/api/summaries/dates")]
    [InlineData("/api/summaries/dates?size=1", "/api/summaries/dates")]
    [InlineData("/api/summaries/dates/2031-03-03", "/api/summaries/dates/{date}")]
    [InlineData("/api/summaries/dates/2031-03-05", "/api/summaries/dates/{date}")]
    [InlineData("/api/summaries/speakers?top=5", "/api/summaries/speakers")]
    [InlineData("/api/summaries/speakers/anna-lindqvist", "/api/summaries/speakers/{speaker}")]
    [InlineData("/api/summaries/speakers/lindqvist", "/api/summaries/speakers/{speaker}")]
    [InlineData("/api/quotes", "/api/quotes")]
    [InlineData("/api/quotes?from=x", "/api/quotes")]
    [InlineData("/api/articles", "/api/articles")]
    [InlineData("/api/articles/{bridge}", "/api/articles/{id}")]
    [InlineData("/api/articles/none", "/api/articles/{id}")]
    [InlineData("/api/uploads?blob=post/bridge.txt&blob=post/empty.txt&blob=nothing.txt", "/api/uploads")]
    [InlineData("/api/rejections", "/api/rejections")]
    [InlineData("/api/health", "/api/health")]
    [InlineData("/api/health/live", "/api/health/live")]
    [InlineData("/api/openapi.json", "/api/openapi.json")]
    public async Task What_comes_back_is_what_it_says(string path, string route)
    {
        var answer = await host.GetAsync(path.Replace("{bridge}", newsroom.Bridge, StringComparison.Ordinal));
        AssertDescribed(await DocumentAsync(), route, "get", answer);
    }

    [Fact]
    public async Task What_an_upload_gets_is_what_it_says()
    {
        var document = await DocumentAsync();
        AssertDescribed(document, "/api/articles", "post", await host.PostAsync("/api/articles", Parcels.Form(("a.txt", Encoding.UTF8.GetBytes(Parcels.Article(1))), ("b.txt", []))));
        AssertDescribed(document, "/api/articles", "post", await host.PostAsync("/api/articles", Parcels.Plain("")));
        AssertDescribed(document, "/api/articles", "post", await host.PostAsync("/api/articles", new StringContent("{}", Encoding.UTF8, "application/json")));
        AssertDescribed(document, "/api/articles/{id}", "delete", await host.SendAsync(HttpMethod.Delete, "/api/articles/none", null));
    }

    [Fact]
    public async Task Lists_come_in_the_types_that_it_names()
    {
        var document = await DocumentAsync();
        foreach (var operation in Operations.All.Where(each => each.Replies.Any(reply => reply.List is not null)))
        {
            var types = document["paths"]![$"/api/{operation.Route}"]!["get"]!["responses"]!["200"]!["content"]!.AsObject().Select(each => each.Key).ToArray();
            Assert.Equal(["application/json", "text/csv", "application/x-ndjson"], types);
            foreach (var type in types) Assert.Equal(type, (await host.GetAsync($"/api/{operation.Route}", ("Accept", type))).MediaType);
        }
    }

    static void AssertDescribed(JsonNode document, string route, string method, Answer answer)
    {
        var response = document["paths"]![route]![method]!["responses"]![answer.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)];
        Assert.True(response is not null, $"{answer.Status} is not described: {answer}");
        var schema = response["content"]![answer.MediaType!]!["schema"]!;
        if (answer.MediaType == "application/vnd.oai.openapi+json") Assert.Equal("object", (string?)schema["type"]);
        else Assert.Empty(new Schema(document).Check(answer.Json, schema));
    }

    async Task<JsonNode> DocumentAsync() => (await host.GetAsync("/api/openapi.json")).Json;
}
