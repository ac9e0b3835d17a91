using Ingest.Api.Tests.Kit;
using Ingest.Testing;

namespace Ingest.Api.Tests;

public sealed class HealthTests(Newsroom newsroom, AzuriteFixture azurite) : IClassFixture<Newsroom>
{
    [Fact]
    public async Task A_store_that_answers_is_ready_and_tells_what_it_holds()
    {
        var answer = await newsroom.Host.GetAsync("/api/health");
        Assert.Equal(200, answer.Status);
        Assert.True((bool)answer.Json["ready"]!);
        Assert.Equal(4, (long)answer.Json["articles"]!);
        Assert.Equal(6, (long)answer.Json["quotes"]!);
        Assert.Matches(@"^\d+\.\d+\.\d+", (string?)answer.Json["version"]);
        Assert.Equal("no-store", answer.Header("Cache-Control"));
    }

    [Fact]
    public async Task A_store_that_is_away_is_a_503_that_shows_no_key_and_the_process_is_live_all_the_same()
    {
        await using var gone = await ApiHost.StartWithoutStorageAsync();
        var ready = await gone.GetAsync("/api/health");
        Assert.Equal(503, ready.Status);
        Assert.False((bool)ready.Json["ready"]!);
        Assert.NotEmpty((string)ready.Json["problem"]!);
        Assert.Equal(200, (await gone.GetAsync("/api/health/live")).Status);
        var question = await gone.GetAsync("/api/summaries/dates");
        Assert.Equal(503, question.Status);
        Assert.Equal("application/problem+json", question.MediaType);
        Assert.NotNull(question.Header("Retry-After"));
        foreach (var answer in new[] { ready, question })
        {
            Assert.DoesNotContain(ApiHost.WrongKey, answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_was_refused_is_listed_with_its_reason()
    {
        var rejection = Assert.Single((await newsroom.Host.GetAsync("/api/rejections")).Items)!;
        Assert.Equal("post/empty.txt", (string?)rejection["blob"]);
        Assert.NotEmpty((string)rejection["reason"]!);
        Assert.False((bool)rejection["poisoned"]!);
    }

    [Fact]
    public async Task An_error_that_nobody_foresaw_is_a_problem_without_a_stack_trace()
    {
        await using var host = await ApiHost.StartBrokenAsync(azurite, new InvalidOperationException("the secret cause"));
        var answer = await host.GetAsync("/api/openapi.json");
        Assert.Equal(500, answer.Status);
        Assert.Equal("application/problem+json", answer.MediaType);
        Assert.NotEmpty((string)answer.Json["traceId"]!);
        Assert.DoesNotContain("secret", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_of_the_server_is_told_as_such_and_where_it_is_full_is_nobodys_business()
    {
        await using var host = await ApiHost.StartBrokenAsync(azurite, new IOException("No space left on device : '/var/secret/upload.tmp'", 28));
        var answer = await host.GetAsync("/api/openapi.json");
        Assert.Equal(507, answer.Status);
        Assert.Contains("no room", (string)answer.Json["detail"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", answer.Text, StringComparison.Ordinal);
    }
}
