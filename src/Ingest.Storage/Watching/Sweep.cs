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

    /// <summary>The most blobs that are listed in a request. Tests make pages small.</summary>
    internal int PageSize { get; set; } = ContainerListing.LargestPage;

    /// <summary>How often it notes how far it has come. Tests do not wait so long.</summary>
    internal TimeSpan NotesEvery { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Sweeps the whole container once, and notes for the health page what is still to come. What was done before a cancellation or failure stays done.</summary>
    /// <exception cref="Azure.RequestFailedException">The listing or the ledger could not be read.</exception>
    /// <exception cref="ListingException">The storage has a fault of its own in listings; noted for the health page.</exception>
    public Task<SweepReport> RunAsync(CancellationToken cancellationToken) => RunAsync(null, cancellationToken);

    /// <summary>
    /// The same, but goes on where a sweep before was cut off, if one was that had noted how far it had come: a host that ends what runs long still comes to the end of a large
    /// container. What was in hand when it was cut off is left to the sweep after this one.
    /// </summary>
    /// <exception cref="Azure.RequestFailedException">The listing or the ledger could not be read.</exception>
    /// <exception cref="ListingException">The storage has a fault of its own in listings; noted for the health page.</exception>
    public async Task<SweepReport> ContinueAsync(CancellationToken cancellationToken) => await RunAsync(await SweepNotes.TakeReachedAsync(store, cancellationToken), cancellationToken);

    async Task<SweepReport> RunAsync(SweepReach? from, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var count = new Count { Blobs = from?.Blobs ?? 0, Young = from?.Young ?? 0 };
        var work = new ParallelOptions { MaxDegreeOfParallelism = intake.Room, CancellationToken = cancellationToken };
        try
        {
            await Parallel.ForEachAsync(MissingAsync(from?.Next, count, cancellationToken), work, async (blob, ct) => count.Add(await intake.IngestAsync(blob, ct)));
        }
        catch (ListingException e)
        {
            await SweepNotes.ProblemAsync(store, e.Message, cancellationToken);
            throw;
        }

        var report = count.Report(time.GetElapsedTime(began));
        await SweepNotes.EndAsync(store, new SweepNote(time.GetUtcNow(), report.Blobs, report.Young), cancellationToken);
        metrics.Swept(report.Missing, (await store.Poison.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount);
        if (report.Missing > 0) Swept(logger, report.Blobs, report.Missing, report.Ingested, report.Refused, report.Poisoned);
        return report;
    }

    async IAsyncEnumerable<BlobVersion> MissingAsync(string? start, Count count, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (listing, noted) = (new ContainerListing(store.Container, PageSize), time.GetTimestamp());

        // From the start of the container on, the ledger may have blobs that come before its first; further on, those belong to pages that are not read here.
        var cursor = start is null ? new LedgerCursor(ledger, from: null, cancellationToken) : null;
        try
        {
            do
            {
                var page = await listing.ReadAsync(start, cancellationToken);
                start = page.Next;
                if (page.Blobs is [var first, ..]) cursor ??= new LedgerCursor(ledger, first.Name, cancellationToken);
                if (cursor is not null && (page.Blobs.Count > 0 || start is null))
                {
                    foreach (var blob in await CompareAsync(page, cursor, count, cancellationToken)) yield return blob;
                }

                if (start is not null && time.GetElapsedTime(noted) >= NotesEvery)
                {
                    await SweepNotes.ReachedAsync(store, new SweepReach(start, count.Blobs, count.Young), cancellationToken);
                    noted = time.GetTimestamp();
                }
            }
            while (start is not null);
        }
        finally
        {
            if (cursor is not null) await cursor.DisposeAsync();
        }
    }

    /// <summary>What of a page is to be ingested. What the ledger has and the container no longer is settled.</summary>
    async Task<List<BlobVersion>> CompareAsync(ListingPage page, LedgerCursor cursor, Count count, CancellationToken cancellationToken)
    {
        var gap = await cursor.CompareAsync(page.Blobs, last: page.Next is null);
        foreach (var orphan in gap.Orphans) await SettleAsync(orphan, count, cancellationToken);
        var young = time.GetUtcNow() - bounds.SweepMinimumAge;
        var due = gap.Missing.Where(blob => blob.LastModified <= young).ToList();
        count.Blobs += page.Blobs.Count;
        count.Young += gap.Missing.Count - due.Count;
        count.Missing += due.Count;
        return due;
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
