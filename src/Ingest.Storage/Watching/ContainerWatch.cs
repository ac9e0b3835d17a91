using Ingest.Storage.Ledger;

namespace Ingest.Storage.Watching;

/// <summary>
/// What is new in a container, by listing it over and over. A small container is listed whole at each look. A large one is read a few pages a look, round and round;
/// its last page and those where something was new lately are read at every look, so that a burst of uploads is seen soon wherever it falls. What was seen is kept as
/// 64 bits a blob and 32 of its name, about 35 bytes in the sets. Two blobs that share the 64 (one chance in 2^64 a pair) would hide one another until the next sweep.
/// </summary>
sealed class ContainerWatch(ContainerListing listing, BlobLedger ledger, TimeProvider time)
{
    const int BusyPages = 2;

    /// <summary>So many more hashes than blobs (of versions and blobs that are gone) are kept before all is forgotten and asked of the ledger anew.</summary>
    const int StaleHashes = 10_000;

    static readonly StringComparer Order = StringComparer.Ordinal;

    readonly HashSet<ulong> seen = [];
    readonly HashSet<int> names = [];
    readonly List<string?> starts = [null];
    readonly List<int> busy = [];
    int next;
    long listed;
    TimeSpan spent;
    int handed;

    /// <summary>Whether the round under way is the first: what the ledger has is no news then.</summary>
    bool first = true;

    /// <summary>One look: hands on each blob that is new or changed. Reads a page of the round, and further ones while less than <paramref name="budget"/> is spent on listing.</summary>
    public async Task<Look> LookAsync(TimeSpan budget, Func<BlobVersion, CancellationToken, ValueTask> found, CancellationToken cancellationToken)
    {
        (spent, handed) = (TimeSpan.Zero, 0);
        if (!first)
        {
            foreach (var page in busy.Append(starts.Count - 1).Distinct().Where(page => page != next && page < starts.Count).ToArray())
            {
                await ReadAsync(page, found, cancellationToken);
            }
        }

        do
        {
            var page = await ReadAsync(next, found, cancellationToken);
            Follow(page);
        }
        while (next != 0 && spent < budget);
        return new Look(spent, handed);
    }

    async Task<ListingPage> ReadAsync(int number, Func<BlobVersion, CancellationToken, ValueTask> found, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var page = await listing.ReadAsync(starts[number], cancellationToken);
        spent += time.GetElapsedTime(began);

        var unseen = page.Blobs.Where(blob => !seen.Contains(Hash(blob))).ToList();
        if (unseen.Count == 0) return page;
        var news = first ? await MissingAsync(unseen, cancellationToken) : [.. unseen.Select(blob => blob with { Unknown = !names.Contains(NameHash(blob)) })];
        foreach (var blob in news) await found(blob, cancellationToken);
        handed += news.Count;

        // Only what was handed on is seen: a failure before leaves the page as it was.
        foreach (var blob in unseen)
        {
            seen.Add(Hash(blob));
            names.Add(NameHash(blob));
        }

        if (!first) Remember(number);
        return page;
    }

    async Task<IReadOnlyList<BlobVersion>> MissingAsync(List<BlobVersion> blobs, CancellationToken cancellationToken)
    {
        await using var cursor = new LedgerCursor(ledger, blobs[0].Name, cancellationToken);
        return (await cursor.CompareAsync(blobs, last: false)).Missing;
    }

    void Follow(ListingPage page)
    {
        listed += page.Blobs.Count;
        next++;
        if (page.Next is null)
        {
            starts.RemoveRange(next, starts.Count - next);
            EndRound();
        }
        else if (next < starts.Count)
        {
            starts[next] = page.Next;
        }
        else
        {
            starts.Add(page.Next);
        }
    }

    void EndRound()
    {
        first = seen.Count > (listed * 2) + StaleHashes;
        if (first)
        {
            seen.Clear();
            names.Clear();
        }

        next = 0;
        listed = 0;
    }

    void Remember(int page)
    {
        busy.Remove(page);
        busy.Insert(0, page);
        if (busy.Count > BusyPages) busy.RemoveAt(BusyPages);
    }

    static int NameHash(BlobVersion blob) => Order.GetHashCode(blob.Name);

    static ulong Hash(BlobVersion blob) => ((ulong)(uint)NameHash(blob) << 32) | (uint)Order.GetHashCode(blob.ETag);
}

/// <summary>What one look came to.</summary>
/// <param name="Listing">The time that its requests for pages took.</param>
/// <param name="Found">How many blobs were new or changed.</param>
readonly record struct Look(TimeSpan Listing, int Found);
