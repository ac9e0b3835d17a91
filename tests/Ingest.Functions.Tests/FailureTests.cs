using System.Text.Json.Nodes;
using Ingest.Functions.Tests.Host;
using Ingest.Testing;
using static Microsoft.Azure.Functions.Worker.Grpc.Messages.StatusResult.Types;

namespace Ingest.Functions.Tests;

/// <summary>What the app does while its storage is away, and what it refuses to start with.</summary>
public sealed class FailureTests
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Storage_that_goes_away_is_a_problem_to_readers_and_a_failure_that_the_host_tries_again_and_all_is_well_when_it_is_back()
    {
        await using var azurite = new RestartableAzurite();
        await azurite.StartAsync(Stop);
        await using var host = await FunctionsHost.StartAsync(azurite.ConnectionString, ("Ingest__MaxRetries", "0"), ("Ingest__NetworkTimeout", "00:00:02"));
        await azurite.EndAsync();

        using (var answer = await host.Client.GetAsync("/api/summaries/dates", Stop))
        {
            Assert.Equal(503, (int)answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            Assert.DoesNotContain("   at ", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        }

        Assert.Equal(Status.Failure, (await host.RaiseBlobAsync("any.txt")).Result.Status);

        await azurite.StartAsync(Stop);
        Assert.Equal(Status.Success, (await host.RaiseBlobAsync("any.txt")).Result.Status);
        var health = JsonNode.Parse(await host.Client.GetStringAsync("/api/health", Stop))!;
        Assert.True((bool?)health["ready"]);
    }

    [Fact]
    public async Task Settings_by_which_trigger_and_tables_would_look_in_different_places_end_the_app_with_what_to_do()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => FunctionsHost.StartAsync("UseDevelopmentStorage=true", ("Ingest__Container", "elsewhere")));
        Assert.Contains("Take the setting Ingest:Container away", refused.Message, StringComparison.Ordinal);
    }
}
