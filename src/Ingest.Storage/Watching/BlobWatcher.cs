using System.Threading.Channels;
using Ingest.Storage.Ledger;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ingest.Storage.Watching;

/// <summary>
/// The local host's blob trigger: ingests what is new or changed in the container, within a second where the container is small enough to be listed in that time. At its
/// start it takes on what the store lacks, so that nothing is lost while it does not run.
/// </summary>
sealed partial class BlobWatcher(
    IngestStore store, BlobLedger ledger, BlobIntake intake, StorageGate gate, IOptions<WatchOptions> options, TimeProvider time, ILogger<BlobWatcher> logger)
    : BackgroundService
{
    /// <summary>So much of a look goes into listing before it pauses, where there is more than fits.</summary>
    static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(250);

    /// <summary>The longest pause after a look that found nothing.</summary>
    static readonly TimeSpan LongestQuietPause = TimeSpan.FromMilliseconds(600);

    /// <summary>The longest pause after a look that found something.</summary>
    static readonly TimeSpan LongestBusyPause = TimeSpan.FromSeconds(3);

    /// <summary>How long to wait before asking again whether there is little enough to do for another look.</summary>
    static readonly TimeSpan BusyPause = TimeSpan.FromMilliseconds(50);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What is found waits here; the listing waits where that is full, so that memory does not grow with the container.
        var found = Channel.CreateBounded<BlobVersion>(intake.Room);
        var work = new ParallelOptions { MaxDegreeOfParallelism = intake.Room, CancellationToken = stoppingToken };
        await Task.WhenAll(
            LookAsync(found, stoppingToken),
            Parallel.ForEachAsync(found.Reader.ReadAllAsync(stoppingToken), work, IngestAsync));
    }

    async Task LookAsync(Channel<BlobVersion> found, CancellationToken cancellationToken)
    {
        var watch = new ContainerWatch(new ContainerListing(store.Container), ledger, time);
        var blind = false;
        while (true)
        {
            var pause = LongestQuietPause;
            // What is found while much waits would only wait too, and every look costs the storage a pass over the container.
            while (found.Reader.Count + intake.Waiting > options.Value.Concurrency / 2) await Task.Delay(BusyPause, time, cancellationToken);
            await gate.WaitAsync(cancellationToken);
            var outages = gate.Outages;
            try
            {
                pause = Pause(await watch.LookAsync(Budget, found.Writer.WriteAsync, cancellationToken));
                if (blind) Sees(logger);
                blind = false;
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                var trouble = StorageTrouble.Is(e);
                if (!(trouble && await gate.WasOutageAsync(e, outages, cancellationToken)))
                {
                    // Told once, and not at each look.
                    if (!blind) Blind(logger, trouble ? null : e, e is ListingException ? e.Message : StorageTrouble.Describe(e));
                    blind = true;
                }
            }

            await Task.Delay(pause, time, cancellationToken);
        }
    }

    async ValueTask IngestAsync(BlobVersion blob, CancellationToken cancellationToken)
    {
        try
        {
            await intake.IngestAsync(blob, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // The next sweep finds it again.
            Left(logger, e, blob.Name);
        }
    }

    /// <summary>
    /// In proportion to what the look cost. Where uploads come in, the storage has better to do than to list a large container, and more is found at once a little later;
    /// where none do, the next one is to be seen soon.
    /// </summary>
    TimeSpan Pause(Look look)
    {
        var (times, longest) = look.Found > 0 ? (10, LongestBusyPause) : (3, LongestQuietPause);
        var pause = look.Listing * times;
        if (pause > longest) pause = longest;
        return pause < options.Value.Interval ? options.Value.Interval : pause;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The watcher cannot see what is uploaded, and goes on trying: {Reason}")]
    static partial void Blind(ILogger logger, Exception? failure, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "The watcher sees again what is uploaded.")]
    static partial void Sees(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Blob} was neither ingested nor put on the poison queue; the next sweep takes it up.")]
    static partial void Left(ILogger logger, Exception failure, string blob);
}
