using Azure.Data.Tables;

namespace Ingest.Storage.Ledger;

/// <summary>What sweeps note in a row of their own beside the ledger's: for the health page, and for a sweep that goes on where another was cut off.</summary>
static class SweepNotes
{
    /// <summary>Notes what a sweep found that came to its end. All that was noted before goes.</summary>
    public static async Task EndAsync(IngestStore store, SweepNote sweep, CancellationToken cancellationToken) => await store.Blobs.UpsertEntityAsync(
        new TableEntity(LedgerRow.Partition, LedgerRow.SweepKey) { [nameof(sweep.At)] = sweep.At, [nameof(sweep.Blobs)] = sweep.Blobs, [nameof(sweep.Backlog)] = sweep.Backlog },
        TableUpdateMode.Replace, cancellationToken);

    /// <summary>Notes why a sweep could not list the container, beside what the last one found. The next that comes to its end takes it out.</summary>
    public static Task ProblemAsync(IngestStore store, string problem, CancellationToken cancellationToken) =>
        MergeAsync(store, new(LedgerRow.Partition, LedgerRow.SweepKey) { [nameof(SweepNote.Problem)] = problem }, cancellationToken);

    /// <summary>Notes how far a sweep has come.</summary>
    public static Task ReachedAsync(IngestStore store, SweepReach reach, CancellationToken cancellationToken) => MergeAsync(
        store, new(LedgerRow.Partition, LedgerRow.SweepKey) { [nameof(reach.Next)] = reach.Next, ["Next" + nameof(reach.Blobs)] = reach.Blobs, ["Next" + nameof(reach.Young)] = reach.Young },
        cancellationToken);

    /// <summary>What the last sweep found; null before the first.</summary>
    public static async Task<SweepNote?> LastAsync(IngestStore store, CancellationToken cancellationToken) => await RowAsync(store, cancellationToken) is not { } row
        ? null
        : new(row.GetDateTimeOffset(nameof(SweepNote.At)) ?? default, row.GetInt32(nameof(SweepNote.Blobs)) ?? 0, row.GetInt32(nameof(SweepNote.Backlog)), row.GetString(nameof(SweepNote.Problem)));

    /// <summary>How far a sweep had come that was cut off; null where none was. It is told once, so that a place from where nothing can be listed any more stops nobody for good.</summary>
    public static async Task<SweepReach?> TakeReachedAsync(IngestStore store, CancellationToken cancellationToken)
    {
        if (await RowAsync(store, cancellationToken) is not { } row || row.GetString(nameof(SweepReach.Next)) is not { Length: > 0 } next) return null;
        await MergeAsync(store, new(LedgerRow.Partition, LedgerRow.SweepKey) { [nameof(SweepReach.Next)] = "" }, cancellationToken);
        return new(next, row.GetInt32("Next" + nameof(SweepReach.Blobs)) ?? 0, row.GetInt32("Next" + nameof(SweepReach.Young)) ?? 0);
    }

    static async Task MergeAsync(IngestStore store, TableEntity note, CancellationToken cancellationToken) =>
        await store.Blobs.UpsertEntityAsync(note, TableUpdateMode.Merge, cancellationToken);

    static async Task<TableEntity?> RowAsync(IngestStore store, CancellationToken cancellationToken)
    {
        var row = await store.Blobs.GetEntityIfExistsAsync<TableEntity>(LedgerRow.Partition, LedgerRow.SweepKey, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }
}

/// <summary>What the last sweep found.</summary>
/// <param name="At">When it ended.</param>
/// <param name="Blobs">Blobs in the container.</param>
/// <param name="Backlog">Of these, blobs not ingested when it ended; null where none has come to its end yet.</param>
/// <param name="Problem">Why a later one could not list the container; null where that is no problem.</param>
sealed record SweepNote(DateTimeOffset At, int Blobs, int? Backlog, string? Problem = null);

/// <summary>How far a sweep has come that is not at its end.</summary>
/// <param name="Next">Where the listing goes on.</param>
/// <param name="Blobs">Blobs in the container up to there.</param>
/// <param name="Young">Of these, blobs left to the trigger or the watcher.</param>
sealed record SweepReach(string Next, int Blobs, int Young);
