using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Ingest.Storage.Catalogue;
using Ingest.Storage.Keys;
using Ingest.Storage.Reading;

namespace Ingest.Storage.Verification;

/// <summary>Rows of the further lists of speakers: for each speaker a checksum, to be compared with what its summary says. Eight bytes a speaker, and its slug.</summary>
sealed class ListedRows(TableClient speakers)
{
    readonly Dictionary<string, ulong> sums = [];

    /// <summary>Takes in all rows of a partition.</summary>
    public async Task ReadAsync(string partition, CancellationToken cancellationToken)
    {
        await foreach (var (slug, row) in RowsAsync(partition, cancellationToken)) sums[slug] = unchecked(sums.GetValueOrDefault(slug) + Checksum.OfListed(row));
    }

    /// <summary>Takes out what was found of a speaker; 0 where that is nothing.</summary>
    public ulong Take(string slug) => sums.Remove(slug, out var sum) ? sum : 0;

    /// <summary>Speakers of the partitions read that nobody took out: they are listed, and nothing else is stored of them.</summary>
    public IReadOnlyList<string> TakeRest()
    {
        string[] rest = [.. sums.Keys.Order(StringComparer.Ordinal)];
        sums.Clear();
        return rest;
    }

    /// <summary>The keys of the rows of one speaker, for a repair: reads the lists of the partition once more.</summary>
    public async Task<IReadOnlyCollection<string>> KeysAsync(string slug, CancellationToken cancellationToken)
    {
        var keys = new List<string>();
        await foreach (var (whose, row) in RowsAsync(Speakers.All.PartitionOf(slug), cancellationToken))
        {
            if (whose == slug) keys.Add(row.RowKey);
        }

        return keys;
    }

    async IAsyncEnumerable<(string Slug, TableEntity Row)> RowsAsync(string partition, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var list in (string[])[Speakers.Rank, Speakers.Word])
        {
            await foreach (var row in RowPages.QueryAsync(speakers, partition, list, TableKey.After(list), null, null, RowPages.MostRows, null, cancellationToken))
            {
                yield return (Speakers.ListedIn(row) ?? "", row);
            }
        }
    }
}
