using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ingest.Storage.Watching;

/// <summary>The local host's sweep: the first soon after the start, then one at each interval.</summary>
sealed partial class SweepTimer(Sweep sweep, StorageGate gate, IOptions<WatchOptions> options, TimeProvider time, ILogger<SweepTimer> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var bounds = options.Value;
        var pause = bounds.SweepMinimumAge < bounds.SweepInterval ? bounds.SweepMinimumAge : bounds.SweepInterval;
        while (true)
        {
            await Task.Delay(pause, time, stoppingToken);
            pause = bounds.SweepInterval;
            await gate.WaitAsync(stoppingToken);
            var outages = gate.Outages;
            try
            {
                await sweep.ContinueAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                if (StorageTrouble.Is(e) && await gate.WasOutageAsync(e, outages, stoppingToken)) pause = TimeSpan.Zero;
                else Failed(logger, e is ListingException ? e.Message : StorageTrouble.Describe(e));
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sweep was cut off, and the next one goes on: {Reason}")]
    static partial void Failed(ILogger logger, string reason);
}
