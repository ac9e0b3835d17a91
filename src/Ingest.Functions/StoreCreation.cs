using Ingest.Storage;
using Microsoft.Extensions.Hosting;

namespace Ingest.Functions;

/// <summary>Makes the tables that are missing before anything is served.</summary>
sealed class StoreCreation(IngestStore store) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => store.CreateAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
