using Azure.Storage.Blobs;
using Ingest.Testing;

namespace Ingest.Functions.Tests.Host;

/// <summary>One app and one Azurite for the run: starting the app takes seconds. Each test has articles of a day of its own.</summary>
public sealed class FunctionsFixture : IAsyncLifetime
{
    readonly AzuriteFixture azurite = new();
    FunctionsHost? host;

    public FunctionsHost Host => host ?? throw new InvalidOperationException("The app is not up.");

    public string Storage => azurite.ConnectionString;

    public BlobContainerClient Container => new(Storage, "articles");

    public async ValueTask InitializeAsync()
    {
        await azurite.InitializeAsync();
        host = await FunctionsHost.StartAsync(Storage, ("Ingest__Watch__SweepMinimumAge", "00:00:00"));
    }

    public async ValueTask DisposeAsync()
    {
        if (host is not null) await host.DisposeAsync();
        await azurite.DisposeAsync();
    }
}
