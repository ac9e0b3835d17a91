using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Ingest.Storage.Ingestion;
using Ingest.Storage.Keys;
using Ingest.Storage.Transactions;

namespace Ingest.Storage.Ledger;

/// <summary>
/// A row for each blob that was looked at: its ETag and what became of it. Written last of all, so a blob is in it only when all else is stored;
/// a blob that is not in it, or with another ETag, is ingested (again), and that does no harm. What was refused stands in the list of
/// rejections too, written in the same transaction, and goes from it when the blob is mended or gone.
/// </summary>
public sealed class BlobLedger
{
    const int MaxConflicts = 20;

    readonly IngestStore store;
    readonly TimeProvider time;
    readonly RowLane lane;

    /// <summary>The ledger of a store.</summary>
    public BlobLedger(IngestStore store, TimeProvider time)
    {
        (this.store, this.time) = (store, time);
        lane = new(store.Blobs, store.Turns);
    }

    /// <summary>A blob's entry; null where it has none. One request.</summary>
    public async Task<LedgerEntry?> FindAsync(string blob, CancellationToken cancellationToken) => (await FindRowAsync(blob, cancellationToken))?.Entry;

    /// <summary>
    /// All entries in the order of the blobs' names (by UTF-16 code units; those whose keys are cut, from 160 characters on, near their place), a page of 1,000 a request.
    /// </summary>
    /// <param name="from">The first name wanted; null for all.</param>
    public async IAsyncEnumerable<LedgerEntry> ReadAsync(string? from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (first, end) = (from is null ? LedgerRow.BlobPrefix : LedgerRow.KeyOf(from), TableKey.After(LedgerRow.BlobPrefix));
        await foreach (var row in store.Blobs.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {LedgerRow.Partition} and RowKey ge {first} and RowKey lt {end}"), cancellationToken: cancellationToken))
        {
            yield return LedgerRow.Of(row).Entry;
        }
    }

    /// <summary>Notes that a blob failed until it went to the poison queue; it shows among the rejections until it is ingested.</summary>
    /// <param name="etag">The ETag of what failed.</param>
    /// <param name="lastModified">When that was written.</param>
    public async Task PoisonedAsync(string blob, string etag, DateTimeOffset lastModified, string reason, CancellationToken cancellationToken)
    {
        for (var noted = false; !noted;)
        {
            // A deletion that was begun stays to be finished by whoever ingests the blob.
            var row = await FindRowAsync(blob, cancellationToken);
            var deleting = row?.Entry is { Deleting: true } ? row.Entry.ArticleId : null;
            noted = await WriteAsync(
                new(blob, etag, lastModified, IngestOutcome.Refused, deleting, null, 0, reason, time.GetUtcNow(), Poisoned: true, Deleting: deleting is not null), row, cancellationToken);
        }
    }

    /// <summary>Forgets a blob that is gone, and its rejection.</summary>
    public async Task RemoveAsync(string blob, CancellationToken cancellationToken)
    {
        if (await FindRowAsync(blob, cancellationToken) is { } row) await WriteAsync(null, row, cancellationToken);
    }

    internal async Task<LedgerRow?> FindRowAsync(string blob, CancellationToken cancellationToken)
    {
        var row = await store.Blobs.GetEntityIfExistsAsync<TableEntity>(LedgerRow.Partition, LedgerRow.KeyOf(blob), cancellationToken: cancellationToken);
        return row.HasValue ? LedgerRow.Of(row.Value!) : null;
    }

    /// <summary>Puts an entry in the place of the one that was read; takes it out where <paramref name="entry"/> is null.</summary>
    /// <returns>False where it turned out that a deletion of the article has begun, which comes first: nothing was written.</returns>
    internal async Task<bool> WriteAsync(LedgerEntry? entry, LedgerRow? known, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var actions = Actions(entry, known);
            if (actions.Count == 0) return true;
            try
            {
                await lane.CommitAsync(actions, cancellationToken);
                return true;
            }
            catch (RequestFailedException e) when (StorageConflict.Is(e) && attempt < MaxConflicts)
            {
                // The blob was looked at by somebody else at the same time, or the answer was lost. What is written last stands: if it is
                // of an older ETag than the blob's, the next sweep sees that.
                await Backoff.WaitAsync(attempt, time);
                var deleting = known?.Entry.Deleting is true || entry?.Deleting is true;
                known = await FindRowAsync(entry?.Blob ?? known!.Entry.Blob, cancellationToken);
                if (!deleting && known?.Entry.Deleting is true) return false;
            }
        }
    }

    static List<TableTransactionAction> Actions(LedgerEntry? entry, LedgerRow? known)
    {
        var actions = new List<TableTransactionAction>(3);
        if (entry is null)
        {
            if (known is null) return actions;
            actions.Add(new(TableTransactionActionType.Delete, new TableEntity(LedgerRow.Partition, LedgerRow.KeyOf(known.Entry.Blob)), known.RowETag));
        }
        else
        {
            var rejection = entry.Reason is null ? null : LedgerRow.RejectionKeyOf(entry);
            var row = LedgerRow.ToRow(entry, rejection);
            actions.Add(known is null ? new(TableTransactionActionType.Add, row) : new(TableTransactionActionType.UpdateReplace, row, known.RowETag));
            if (rejection is not null) actions.Add(new(TableTransactionActionType.UpsertReplace, LedgerRow.ToRejection(entry, rejection)));
            if (known?.RejectionKey == rejection) return actions;
        }

        if (known?.RejectionKey is { } old) actions.Add(new(TableTransactionActionType.Delete, new TableEntity(LedgerRow.Partition, old), ETag.All));
        return actions;
    }
}
