using Ingest.Cli.Azurite;

namespace Ingest.Testing;

/// <summary>An Azurite that can be ended and started again, on the same ports and with the same data, under whatever uses it.</summary>
public sealed class RestartableAzurite : IAsyncDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("ingest-azurite-").FullName;
    readonly EmulatorPorts ports = EmulatorPorts.From(0);
    AzuriteProcess? azurite;

    /// <summary>What clients connect with; the same after each start.</summary>
    public string ConnectionString => ports.ConnectionString;

    /// <summary>Starts it.</summary>
    public async Task StartAsync(CancellationToken cancellationToken) => azurite = await AzuriteProcess.StartAsync(
        new AzuriteOptions { DataFolder = folder, ToolFolder = Repository.AzuriteTools, Ports = ports }, cancellationToken);

    /// <summary>Ends it, so that it writes its data down first; from then on connections are refused.</summary>
    public async Task EndAsync()
    {
        if (azurite is not null) await azurite.DisposeAsync();
        azurite = null;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        Directory.Delete(folder, recursive: true);
    }
}
