using System.Runtime.CompilerServices;
using Ingest.Storage.Ingestion;
using Ingest.Storage.Ledger;
using Ingest.Storage.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ingest.Storage.Watching;

/// <summary>
/// Compares the container with the store and ingests what is missing or changed: what no event and no listing showed. It reads the listing and the ledger side by side,
/// a request for each 5,000 blobs and one for each 1,000 rows, and no blob that the store has. It may run anywhere, at any time, beside watchers, triggers and other sweeps.
/// </summary>
public sealed partial class Sweep
{
    readonly IngestStore store;
    readonly BlobLedger ledger;
    readonly BlobIntake intake;
    readonly WatchOptions bounds;
    readonly IngestMetrics metrics;
    readonly TimeProvider time;
    readonly ILogger<Sweep> logger;

    internal Sweep(IngestStore store, BlobLedger ledger, BlobIntake intake, IOptions<WatchOptions> options, IngestMetrics metrics, TimeProvider time, ILogger<Sweep> logger)
    {
        (this.store, this.ledger, this.intake, this.metrics, this.time, this.logger) = (store, ledger, intake, metrics, time, logger);
        bounds = options.Value;
    }

    /// <summary>Sweeps once, and notes for the health page what is still to come. What was done before a cancellation or failure stays done.</summary>
    /// <exception cref="Azure.RequestFailedException">The listing or the ledger could not be read.</exception>
    /// <exception cref="ListingException">The storage has a fault of its own in listings; noted for the health page.</exception>
    public async Task<SweepReport> RunAsync(CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var count = new Count();
        var work = new ParallelOptions { MaxDegreeOfParallelism = intake.Room, CancellationToken = cancellationToken };
        try
        {
            await Parallel.ForEachAsync(MissingAsync(count, cancellationToken), work, async (blob, ct) => count.Add(await intake.IngestAsync(blob, ct)));
        }
        catch (ListingException e)
        {
            await ledger.NoteUnlistedAsync(e.Message, cancellationToken);
            throw;
        }

        var report = count.Report(time.GetElapsedTime(began));
        await ledger.NoteSweepAsync(new SweepNote(time.GetUtcNow(), report.Blobs, report.Young), cancellationToken);
        metrics.Swept(report.Missing, (await store.Poison.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount);
        if (report.Missing > 0) Swept(logger, report.Blobs, report.Missing, report.Ingested, report.Refused, report.Poisoned);
        return report;
    }

    async IAsyncEnumerable<BlobVersion> MissingAsync(Count count, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var listing = new ContainerListing(store.Container);
        await using var cursor = new LedgerCursor(ledger, from: null, cancellationToken);
        for (string? start = null; ;)
        {
            var page = await listing.ReadAsync(start, cancellationToken);
            start = page.Next;
            if (page.Blobs.Count > 0 || start is null)
            {
                var gap = await cursor.CompareAsync(page.Blobs, last: start is null);
                count.Blobs += page.Blobs.Count;
                foreach (var orphan in gap.Orphans) await SettleAsync(orphan, count, cancellationToken);
                var young = time.GetUtcNow() - bounds.SweepMinimumAge;
                foreach (var blob in gap.Missing)
                {
                    if (blob.LastModified > young)
                    {
                        count.Young++;
                        continue;
                    }

                    count.Missing++;
                    yield return blob;
                }
            }

            if (start is null) yield break;
        }
    }

    /// <summary>
    /// A blob that is gone keeps its article: deleting an upload does not unsay what was said. But where it was refused or failed, there is nothing left to mend; and where
    /// the article itself was asked to be deleted, its blob goes before that is done, so that what was cut off then is finished here.
    /// </summary>
    async Task SettleAsync(LedgerEntry orphan, Count count, CancellationToken cancellationToken)
    {
        count.Orphans++;
        if (orphan.Deleting) await intake.IngestAsync(new BlobVersion(orphan.Blob, orphan.ETag, orphan.LastModified), cancellationToken);
        if (orphan.Deleting || orphan.Reason is null) return;
        if (await store.Container.GetBlobClient(orphan.Blob).ExistsAsync(cancellationToken)) return;
        await ledger.RemoveAsync(orphan.Blob, cancellationToken);
    }

    /// <summary>The counts of a sweep under way. The listing is one thread's; what became of the blobs comes from many.</summary>
    sealed class Count
    {
        int ingested, refused, gone, poisoned;

        public int Blobs;
        public int Young;
        public int Missing;
        public int Orphans;

        public void Add(IngestResult? result)
        {
            switch (result?.Outcome)
            {
                case null: Interlocked.Increment(ref poisoned); break;
                case IngestOutcome.Refused: Interlocked.Increment(ref refused); break;
                case IngestOutcome.Gone: Interlocked.Increment(ref gone); break;
                default: Interlocked.Increment(ref ingested); break;
            }
        }

        public SweepReport Report(TimeSpan took) => new(Blobs, Young, Missing, ingested, refused, gone, poisoned, Orphans, took);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The sweep found {Missing} of {Blobs} blobs missing from the store: {Ingested} ingested, {Refused} refused, {Poisoned} on the poison queue.")]
    static partial void Swept(ILogger logger, int blobs, int missing, int ingested, int refused, int poisoned);
}
