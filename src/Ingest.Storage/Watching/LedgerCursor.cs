using Ingest.Storage.Keys;
using Ingest.Storage.Ledger;

namespace Ingest.Storage.Watching;

/// <summary>Reads the ledger beside a listing of the container, both in the order of the names: a request for each 1,000 rows, and no blob is read.</summary>
sealed class LedgerCursor(BlobLedger ledger, string? from, CancellationToken cancellationToken) : IAsyncDisposable
{
    readonly IAsyncEnumerator<LedgerEntry> entries = ledger.ReadAsync(from, cancellationToken).GetAsyncEnumerator(cancellationToken);
    LedgerEntry? ahead;
    bool ended;

    /// <summary>The next page of the listing.</summary>
    /// <param name="blobs">In the order of their names; after those of the page before.</param>
    /// <param name="last">Whether no blob follows.</param>
    public async Task<LedgerGap> CompareAsync(IReadOnlyList<BlobVersion> blobs, bool last)
    {
        var known = new Dictionary<string, LedgerEntry>(StringComparer.Ordinal);
        var end = last ? null : blobs.Select(blob => blob.Name).Max(StringComparer.Ordinal);
        while (await PeekAsync() is { } entry && (end is null || HasNoOrder(entry.Blob) || string.CompareOrdinal(entry.Blob, end) <= 0))
        {
            known[entry.Blob] = entry;
            ahead = null;
        }

        var missing = new List<BlobVersion>();
        foreach (var blob in blobs)
        {
            if (!known.Remove(blob.Name, out var entry) && HasNoOrder(blob.Name)) entry = await ledger.FindAsync(blob.Name, cancellationToken);
            if (entry?.Settles(blob.ETag) is not true) missing.Add(blob with { Unknown = entry is null });
        }

        return new LedgerGap(missing, [.. known.Values.Where(entry => !HasNoOrder(entry.Blob))]);
    }

    public ValueTask DisposeAsync() => entries.DisposeAsync();

    async ValueTask<LedgerEntry?> PeekAsync()
    {
        if (ahead is not null || ended) return ahead;
        ended = !await entries.MoveNextAsync();
        return ahead = ended ? null : entries.Current;
    }

    /// <summary>Such names stand only near their place in the ledger, so they are asked for one by one.</summary>
    static bool HasNoOrder(string name) => BlobKey.IsCut(name);
}

/// <summary>Where container and ledger differ.</summary>
/// <param name="Missing">Blobs that the ledger does not have in this version.</param>
/// <param name="Orphans">Entries whose blob is not in the listing.</param>
sealed record LedgerGap(IReadOnlyList<BlobVersion> Missing, IReadOnlyList<LedgerEntry> Orphans);
