using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues.Models;
using Ingest.Storage.Ingestion;
using Ingest.Storage.Tests.Kit;
using Ingest.Storage.Watching;
using Ingest.Testing;

namespace Ingest.Storage.Tests.Watching;

/// <summary>The cause here: somebody moved a blob to the archive tier, from where it cannot be read until it is brought back.</summary>
public sealed class PoisonTests : IAsyncLifetime
{
    // The poison queue is one for the account, so this has an account of its own.
    readonly RestartableAzurite azurite = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await azurite.StartAsync(Stop);

    public ValueTask DisposeAsync() => azurite.DisposeAsync();

    [Fact]
    public async Task A_blob_that_keeps_failing_goes_to_the_poison_queue_and_is_redriven_when_the_cause_is_gone()
    {
        await using var host = new TestHost(await TestStore.CreateAsync(azurite.ConnectionString));
        var blob = host.Container.GetBlobClient("archived/a.txt");
        await host.Container.UploadArticleAsync("archived/a.txt", 1, Stop);
        await blob.SetAccessTierAsync(AccessTier.Archive, cancellationToken: Stop);
        await host.Container.UploadArticleAsync("good.txt", 2, Stop);
        await host.StartWatcherAsync();

        await Eventually.TrueAsync(async () => (await host.Reader.HealthAsync(Stop)) is { Poisoned: 1, Articles: 1 });
        await Eventually.TrueAsync(async () => (await host.Reader.RejectionsAsync(new(), Stop)).Items.Count == 1);
        var rejection = Assert.Single((await host.Reader.RejectionsAsync(new(), Stop)).Items);
        Assert.Equal(("archived/a.txt", true), (rejection.Blob, rejection.Poisoned));
        Assert.Equal("Failed 5 times; the last time storage answered 409 BlobArchived.", rejection.Reason);
        var etag = JsonValue.Create((await blob.GetPropertiesAsync(cancellationToken: Stop)).Value.ETag.ToString("H")).ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        Assert.Equal(
            $$"""{"Type":"BlobTrigger","FunctionId":"Host.Functions.IngestArticle","BlobType":"BlockBlob","ContainerName":"{{host.Container.Name}}","BlobName":"archived/a.txt","ETag":{{etag}}}""",
            await PeekAsync(host));

        var failed = await RedriveAsync(host);
        Assert.Equal(new RedriveResult("archived/a.txt", null, "storage answered 409 BlobArchived"), Assert.Single(failed));
        Assert.NotNull(await PeekAsync(host));

        await blob.SetAccessTierAsync(AccessTier.Hot, cancellationToken: Stop);
        var redriven = Assert.Single(await RedriveAsync(host));
        Assert.Equal(IngestOutcome.Stored, redriven.Result?.Outcome);
        Assert.Null(await PeekAsync(host));
        Assert.Empty((await host.Reader.RejectionsAsync(new(), Stop)).Items);
        Assert.Equal(2, (await host.Reader.HealthAsync(Stop)).Articles);
    }

    [Fact]
    public async Task A_redrive_takes_the_hosts_own_messages_and_leaves_those_of_others()
    {
        await using var host = new TestHost(await TestStore.CreateAsync(azurite.ConnectionString));
        await host.Container.UploadArticleAsync("a.txt", 1, Stop);
        var message = new JsonObject
        {
            ["Type"] = "BlobTrigger",
            ["FunctionId"] = "Host.Functions.Other",
            ["BlobType"] = "BlockBlob",
            ["ContainerName"] = host.Container.Name,
            ["BlobName"] = "a.txt",
            ["ETag"] = "\"0x8D4131E8E7D591D\"",
        };
        await SendAsync(host, message.ToJsonString());
        await SendAsync(host, Convert.ToBase64String(Encoding.UTF8.GetBytes(message.ToString())));
        message["ContainerName"] = "elsewhere";
        await SendAsync(host, message.ToJsonString());
        await SendAsync(host, "not a message");

        var results = await RedriveAsync(host);

        Assert.Equal(IngestOutcome.Stored, Assert.Single(results, result => result.Blob == "a.txt").Result?.Outcome);
        Assert.Equal("This message is not of a blob trigger. It was left on the queue.", Assert.Single(results, result => result.Blob != "a.txt").Failure);
        var left = (await host.Poison.ReceiveMessagesAsync(32, cancellationToken: Stop)).Value;
        Assert.Equal(["not a message", message.ToJsonString()], left.Select(one => one.MessageText).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_was_refused_is_read_again_only_when_asked_for()
    {
        var store = await TestStore.CreateAsync(azurite.ConnectionString);
        await using var host = new TestHost(store);
        await host.Container.UploadArticleAsync("large.txt", 1, Stop);
        await using (var small = new TestHost(store, ("Ingest:MaxArticleBytes", "20")))
        {
            Assert.Equal(1, (await small.Sweep.RunAsync(Stop)).Refused);
        }

        Assert.Empty(await RedriveAsync(host));
        var results = new List<RedriveResult>();
        await foreach (var result in host.Redrive.RunAsync(refused: true, Stop)) results.Add(result);

        Assert.Equal(IngestOutcome.Stored, Assert.Single(results).Result?.Outcome);
        Assert.Empty((await host.Reader.RejectionsAsync(new(), Stop)).Items);
    }

    static async Task<List<RedriveResult>> RedriveAsync(TestHost host)
    {
        var results = new List<RedriveResult>();
        await foreach (var result in host.Redrive.RunAsync(refused: false, Stop)) results.Add(result);
        return results;
    }

    static Task<Azure.Response<SendReceipt>> SendAsync(TestHost host, string text) => host.Poison.SendMessageAsync(text, Stop);

    static async Task<string?> PeekAsync(TestHost host)
    {
        var messages = (await host.Poison.PeekMessagesAsync(32, Stop)).Value;
        return messages.Length == 0 ? null : Encoding.UTF8.GetString(Convert.FromBase64String(Assert.Single(messages).MessageText));
    }
}
