using Azure.Data.Tables;
using Ingest.Storage.Keys;
using Ingest.Storage.Listing;

namespace Ingest.Storage.Reading;

/// <summary>The days of the directory.</summary>
static class DayList
{
    /// <summary>Days that hold articles, newest first.</summary>
    /// <param name="after">A day's key to start behind; null to start at the newest.</param>
    /// <param name="days">How many will probably be read.</param>
    public static async IAsyncEnumerable<DayTotals> ReadAsync(
        TableClient directory, DateOnly? from, DateOnly? to, string? after, int days, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var first = to is { } newest ? DirectoryRows.DayKey(newest) : DirectoryRows.Day;
        var end = from is { } oldest ? DirectoryRows.DayKey(oldest) + TableKey.Separator : TableKey.After(DirectoryRows.Day);
        await foreach (var row in RowPages.QueryAsync(directory, DirectoryRows.Partition, first, end, after, "Articles gt 0", days, null, cancellationToken))
        {
            yield return DirectoryRows.ToDay(row);
        }
    }
}
