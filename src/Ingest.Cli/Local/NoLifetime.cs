namespace Ingest.Cli.Local;

/// <summary>The host starts and stops when it is told to; signals are the command line's (<see cref="Terminal.Signals"/>).</summary>
sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
