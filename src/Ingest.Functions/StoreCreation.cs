using Ingest.Storage;
using Microsoft.Extensions.Hosting;

namespace Ingest.Functions;

/// <summary>Makes the tables that are missing before anything is served: in the stage before that in which the worker tells the host that it is there.</summary>
sealed class StoreCreation(IngestStore store) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => store.CreateAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
