using Ingest.Cli.Azurite;
using Xunit;

namespace Ingest.Testing;

/// <summary>
/// One Azurite for a test assembly (<c>[assembly: AssemblyFixture(typeof(AzuriteFixture))]</c>), on free ports and in a folder of its
/// own, ended with the run.
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    readonly string folder = Directory.CreateTempSubdirectory("ingest-azurite-").FullName;
    AzuriteProcess? azurite;

    public string ConnectionString => azurite?.ConnectionString ?? throw new InvalidOperationException("Azurite is not up.");

    public async ValueTask InitializeAsync() => azurite = await AzuriteProcess.StartAsync(
        new AzuriteOptions { DataFolder = folder, ToolFolder = Repository.AzuriteTools, Ports = EmulatorPorts.From(0), InMemory = true },
        CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (azurite is not null) await azurite.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
