using System.Collections.Concurrent;
using Azure.Data.Tables;
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
