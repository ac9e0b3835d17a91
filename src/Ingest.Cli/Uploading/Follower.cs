using Ingest.Storage.Ledger;

namespace Ingest.Cli.Uploading;

/// <summary>Follows uploads until each was stored or refused, by reading the ledger.</summary>
sealed class Follower(BlobLedger ledger, TimeProvider time)
{
    /// <summary>Up to so many are asked for one by one; more are found in a reading of the ledger, a thousand a request.</summary>
    const int Few = 32;

    static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    /// <summary>Gives each upload's entry as it gets one; ends when all have one, or for <paramref name="patience"/> none has got one.</summary>
    /// <param name="settled">Called once for each.</param>
    /// <returns>How many are still waiting.</returns>
    public async Task<int> FollowAsync(IReadOnlyCollection<Upload> uploads, TimeSpan patience, Action<LedgerEntry> settled, CancellationToken cancellationToken)
    {
        var waiting = new SortedDictionary<string, string>(uploads.ToDictionary(upload => upload.Blob, upload => upload.ETag), StringComparer.Ordinal);
        var (last, pause) = (time.GetTimestamp(), FirstPause);
        while (waiting.Count > 0 && time.GetElapsedTime(last) < patience)
        {
            var found = await LookAsync(waiting, cancellationToken);
            foreach (var entry in found)
            {
                waiting.Remove(entry.Blob);
                settled(entry);
            }

            if (waiting.Count == 0) break;
            if (found.Count > 0) (last, pause) = (time.GetTimestamp(), FirstPause);
            else if (pause < LongestPause) pause *= 1.5;
            await Task.Delay(pause, time, cancellationToken);
        }

        return waiting.Count;
    }

    async Task<List<LedgerEntry>> LookAsync(SortedDictionary<string, string> waiting, CancellationToken cancellationToken)
    {
        var found = new List<LedgerEntry>();
        if (waiting.Count <= Few)
        {
            var entries = await Task.WhenAll(waiting.Keys.Select(blob => ledger.FindAsync(blob, cancellationToken)));
            found.AddRange(entries.Where(entry => entry is not null && Fits(waiting, entry))!);
            return found;
        }

        var (first, last) = (waiting.Keys.First(), waiting.Keys.Last());
        await foreach (var entry in ledger.ReadAsync(first, cancellationToken))
        {
            if (string.CompareOrdinal(entry.Blob, last) > 0) break;
            if (Fits(waiting, entry)) found.Add(entry);
        }

        return found;
    }

    static bool Fits(SortedDictionary<string, string> waiting, LedgerEntry entry) =>
        waiting.TryGetValue(entry.Blob, out var etag) && entry.ETag.Trim('"') == etag;
}
