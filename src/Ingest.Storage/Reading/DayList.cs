using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Ingest.Storage.Catalogue;
using Ingest.Storage.Counting;
using Ingest.Storage.Keys;

namespace Ingest.Storage.Reading;

/// <summary>The days: their head rows, out of all partitions side by side.</summary>
static class DayList
{
    /// <summary>Days that hold articles, newest first.</summary>
    /// <param name="after">A day to start behind; null to start at the newest.</param>
    /// <param name="days">How many will probably be read.</param>
    public static async IAsyncEnumerable<DayTotals> ReadAsync(
        TableClient dates, DateOnly? from, DateOnly? to, DateOnly? after, int days, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var first = to is { } newest ? HeadRow.Kind + TableKey.Newest(newest) : HeadRow.Kind;
        var end = TableKey.After(from is { } oldest ? HeadRow.KeyOf(TableKey.Newest(oldest)) : HeadRow.Kind);
        var behind = after is { } day ? HeadRow.KeyOf(TableKey.Newest(day)) : null;
        await foreach (var row in Merge.InOrderAsync(
            [.. Days.All.Partitions.Select(partition => RowPages.QueryAsync(dates, partition, first, end, behind, "Articles gt 0", days, Days.Columns, cancellationToken))], cancellationToken))
        {
            yield return Days.ToTotals(row);
        }
    }
}
