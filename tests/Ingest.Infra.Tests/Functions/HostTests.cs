using System.Text.Json;
using Ingest.Infra.Tests.Bicep;
using Ingest.Storage;
using Ingest.Storage.Watching;
using Ingest.Testing;

namespace Ingest.Infra.Tests.Functions;

/// <summary>What code, host.json and Bicep have to say alike.</summary>
public sealed class HostTests(Compiler compiler)
{
    static readonly JsonElement HostJson = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src", "Ingest.Functions", "host.json"))).RootElement;

    [Fact]
    public void Routes_say_api_by_themselves_so_that_the_root_is_free_for_the_dashboard() =>
        Assert.Equal("", HostJson.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());

    [Fact]
    public void A_blob_is_tried_as_often_on_both_hosts_before_it_is_poison() =>
        Assert.Equal(new WatchOptions().MaxTries, HostJson.GetProperty("extensions").GetProperty("blobs").GetProperty("poisonBlobThreshold").GetInt32());

    [Fact]
    public void Telemetry_of_host_and_worker_is_one() => Assert.Equal("OpenTelemetry", HostJson.GetProperty("telemetryMode").GetString());

    [Fact]
    public void The_trigger_the_webhook_and_the_poison_messages_name_the_same_function()
    {
        Assert.Contains("[Function(nameof(IngestArticle))]", HttpFunction.Source, StringComparison.Ordinal);
        Assert.Equal("Host.Functions.IngestArticle", new WatchOptions().FunctionId);
        Assert.Equal("IngestArticle", compiler.Template("webhook.bicep").GetProperty("parameters").GetProperty("functionName").GetProperty("defaultValue").GetString());
    }

    [Fact]
    public void The_trigger_watches_the_container_that_uploads_go_to()
    {
        var container = new IngestOptions().Container;
        Assert.Contains($"const string Container = \"{container}\";", HttpFunction.Source, StringComparison.Ordinal);
        Assert.Equal(container, compiler.Template("main.bicep").GetProperty("variables").GetProperty("containers").GetProperty("uploads").GetString());
    }

    [Fact]
    public void A_release_is_triggered_by_Event_Grid()
    {
        var project = File.ReadAllText(Path.Combine(Repository.Root, "src", "Ingest.Functions", "Ingest.Functions.csproj"));
        var release = project[project.IndexOf("'Release'", StringComparison.Ordinal)..];
        Assert.Contains("EVENT_GRID", release[..release.IndexOf("</PropertyGroup>", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Contains("#if EVENT_GRID", HttpFunction.Source, StringComparison.Ordinal);
        Assert.Contains("Source = BlobSource.How", HttpFunction.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_whole_uploads_to_the_container_are_told_of()
    {
        var subscription = Resource.In(compiler.Template("webhook.bicep")).Single();
        var filter = subscription.Properties.GetProperty("filter");
        Assert.Equal("Microsoft.Storage.BlobCreated", Assert.Single(filter.GetProperty("includedEventTypes").EnumerateArray()).GetString());
        Assert.Contains("/blobServices/default/containers/{0}/blobs/", filter.GetProperty("subjectBeginsWith").GetString(), StringComparison.Ordinal);
        var calls = Assert.Single(filter.GetProperty("advancedFilters").EnumerateArray());
        Assert.Equal("data.api", calls.GetProperty("key").GetString());
        Assert.Subset(new HashSet<string?> { "PutBlob", "PutBlockList", "CopyBlob", "FlushWithClose", "SftpCommit" }, calls.GetProperty("values").EnumerateArray().Select(each => each.GetString()).ToHashSet());
    }
}
