using Azure;
using Azure.Data.Tables;
using Ingest.Storage.Listing;
using Ingest.Storage.Transactions;

namespace Ingest.Storage.Verification;

/// <summary>The directory against the heads of the partitions.</summary>
sealed class DirectoryAudit(TableClient table)
{
    readonly Dictionary<string, ulong> sums = [];

    /// <summary>Takes in all rows.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        await foreach (var row in RowsAsync(null, cancellationToken))
        {
            var guard = GuardOf(row);
            sums[guard] = unchecked(sums.GetValueOrDefault(guard) + Checksum.OfListing(row));
        }
    }

    /// <summary>What of a day or speaker is listed wrongly; null where nothing is.</summary>
    public async Task<Difference?> CompareAsync(DirectoryUpdate update, bool repair, CancellationToken cancellationToken)
    {
        var rows = update.Rows().ToList();
        sums.Remove(update.Guard, out var stored);
        if (rows.Aggregate(0UL, (sum, row) => unchecked(sum + Checksum.OfListing(row))) == stored) return null;
        if (repair)
        {
            var transaction = new PartitionTransaction(DirectoryRows.Partition);
            foreach (var row in rows) transaction.Add(new(TableTransactionActionType.UpsertReplace, row));
            await foreach (var old in RowsAsync(update.Guard, cancellationToken))
            {
                if (rows.All(row => row.RowKey != old.RowKey)) transaction.Add(new(TableTransactionActionType.Delete, old, old.ETag));
            }

            await transaction.SendAsync(table, cancellationToken);
        }

        return new(table.Name, DirectoryRows.Partition, update.Guard, "its rows are not those of its partition", repair);
    }

    /// <summary>What is listed and has no partition.</summary>
    public IEnumerable<Difference> Orphans() => sums.Keys.Order(StringComparer.Ordinal).Select(guard => new Difference(table.Name, DirectoryRows.Partition, guard, "it has no partition", false));

    /// <summary>Takes an orphan's rows out.</summary>
    public async Task RemoveAsync(string guard, CancellationToken cancellationToken)
    {
        await foreach (var row in RowsAsync(guard, cancellationToken)) await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellationToken);
    }

    async IAsyncEnumerable<TableEntity> RowsAsync(string? guard, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {DirectoryRows.Partition}"), cancellationToken: cancellationToken))
        {
            if (guard is null || GuardOf(row) == guard) yield return row;
        }
    }

    static string GuardOf(TableEntity row) => row.GetString("Slug") is { } slug ? DirectoryRows.NameKey(slug) : row.RowKey;
}
