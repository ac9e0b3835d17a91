using Azure.Data.Tables;

namespace Ingest.Storage.Reading;

/// <summary>Rows of a range, as many as are wanted, with as few requests as the service allows.</summary>
static class RowPages
{
    /// <summary>The service's bound on the rows of an answer.</summary>
    public const int MostRows = 1000;

    /// <summary>
    /// The range's rows one after the other. The service may answer with fewer rows than it was asked for, or with none and a token; that only costs another request.
    /// </summary>
    /// <param name="after">A key to start behind; null to start at the first.</param>
    /// <param name="condition">What else the rows must meet, made by <see cref="TableClient.CreateQueryFilter(FormattableString)"/>; null for nothing.</param>
    /// <param name="rows">How many will probably be read.</param>
    public static IAsyncEnumerable<TableEntity> QueryAsync(
        TableClient table, string partition, string from, string to, string? after, string? condition, int rows, IEnumerable<string>? columns, CancellationToken cancellationToken)
    {
        var filter = after is null || string.CompareOrdinal(after, from) < 0
            ? TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}")
            : TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {after} and RowKey lt {to}");
        return table.QueryAsync<TableEntity>(condition is null ? filter : $"{filter} and {condition}", Math.Clamp(rows, 1, MostRows), columns, cancellationToken);
    }
}
