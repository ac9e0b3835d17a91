using System.Collections.Concurrent;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Ingest.Cli.Azurite;
using Ingest.Testing;

namespace Ingest.Cli.Tests.Azurite;

public sealed class AzuriteProcessTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("ingest-emulator-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_is_written_stays_when_it_is_ended_and_started_again()
    {
        await using (var azurite = await StartAsync())
        {
            var table = new TableClient(azurite.ConnectionString, "said");
            await table.CreateAsync(TestContext.Current.CancellationToken);
            await table.AddEntityAsync(new TableEntity("p", "r") { ["Said"] = "so" }, TestContext.Current.CancellationToken);
        }

        await using (var azurite = await StartAsync())
        {
            var row = await new TableClient(azurite.ConnectionString, "said").GetEntityAsync<TableEntity>("p", "r", cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal("so", row.Value.GetString("Said"));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(100)]
    public async Task Blobs_are_listed_whatever_they_are_called_and_wherever_a_page_ends(int pageSize)
    {
        // XML holds neither most control characters nor U+FFFE and U+FFFF: the emulator by itself answers 500 to every listing that has one.
        string[] names = ["\u0001", "a\u0001b", "a\u0002b", "a b", "a%01b", "a&amp;\u0001", "a\uFFFEb", "b.txt", "\uFFFF"];
        await using var azurite = await StartAsync();
        var container = new BlobContainerClient(azurite.ConnectionString, "named");
        await container.CreateAsync(cancellationToken: TestContext.Current.CancellationToken);
        foreach (var name in names) await container.UploadBlobAsync(name, BinaryData.FromString(name), TestContext.Current.CancellationToken);

        var listed = new List<string>();
        await foreach (var page in container.GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken).AsPages(pageSizeHint: pageSize))
        {
            Assert.InRange(page.Values.Count, 1, pageSize);
            listed.AddRange(page.Values.Select(blob => blob.Name));
        }

        Assert.Equal(names.Order(StringComparer.Ordinal), listed);
        var byFolder = container.GetBlobsByHierarchyAsync(BlobTraits.None, BlobStates.None, "b", null, TestContext.Current.CancellationToken).AsPages(pageSizeHint: pageSize);
        Assert.Equal(
            names.Order(StringComparer.Ordinal).Select(name => name == "b.txt" ? "b" : name),
            byFolder.ToBlockingEnumerable(TestContext.Current.CancellationToken).SelectMany(page => page.Values).Select(item => item.Prefix ?? item.Blob.Name).Order(StringComparer.Ordinal));
        foreach (var name in listed) Assert.Equal(name, (await container.GetBlobClient(name).DownloadContentAsync(TestContext.Current.CancellationToken)).Value.Content.ToString());
    }

    [Fact]
    public async Task A_port_shows_who_listens_on_it()
    {
        await using var azurite = await StartAsync();
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();
        var free = EmulatorPorts.From(0).Blob;

        Assert.Equal(Listener.Azurite, await PortProbe.AskAsync(azurite.Ports.Blob, TestContext.Current.CancellationToken));
        Assert.Equal(Listener.Azurite, await PortProbe.AskAsync(azurite.Ports.Queue, TestContext.Current.CancellationToken));
        Assert.Equal(Listener.Azurite, await PortProbe.AskAsync(azurite.Ports.Table, TestContext.Current.CancellationToken));
        Assert.Equal(Listener.Other, await PortProbe.AskAsync(((System.Net.IPEndPoint)other.LocalEndpoint).Port, TestContext.Current.CancellationToken));
        Assert.Equal(Listener.None, await PortProbe.AskAsync(free, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_cannot_be_written_down_is_told_and_tried_until_it_can()
    {
        var told = new ConcurrentQueue<string?>();
        // No file can be written where a folder stands: it fails as on a full disk, for whoever runs this.
        var obstacle = Path.Combine(folder, "__azurite_db_table__.json~");
        await using (var azurite = await StartAsync(told.Enqueue))
        {
            Directory.CreateDirectory(obstacle);
            await new TableClient(azurite.ConnectionString, "said").CreateAsync(TestContext.Current.CancellationToken);
            await Eventually.TrueAsync(() => azurite.Unsaved is not null, () => "It was not told.");

            Directory.Delete(obstacle);
            await Eventually.TrueAsync(() => azurite.Unsaved is null, () => "It was not written once it could be.");
        }

        Assert.Collection(told, first => Assert.StartsWith("EISDIR", first, StringComparison.Ordinal), Assert.Null);
        await using (var azurite = await StartAsync())
        {
            Assert.Contains("said", new TableServiceClient(azurite.ConnectionString).Query(cancellationToken: TestContext.Current.CancellationToken).Select(table => table.Name));
        }
    }

    Task<AzuriteProcess> StartAsync(Action<string?>? unsaved = null) => AzuriteProcess.StartAsync(
        new AzuriteOptions { DataFolder = folder, ToolFolder = Repository.AzuriteTools, Ports = EmulatorPorts.From(0), Unsaved = unsaved }, TestContext.Current.CancellationToken);
}
