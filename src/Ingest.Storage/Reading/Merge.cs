using Azure.Data.Tables;

namespace Ingest.Storage.Reading;

/// <summary>Several ranges, each in order, as one in order.</summary>
static class Merge
{
    /// <summary>The rows of all, by their row keys. The first row of each is asked for side by side.</summary>
    public static IAsyncEnumerable<TableEntity> InOrderAsync(IAsyncEnumerable<TableEntity>[] ranges, CancellationToken cancellationToken) =>
        InOrderAsync(ranges, row => row.RowKey, cancellationToken);

    /// <summary>The rows of all, by a part of their row keys in which each range is in order.</summary>
    public static async IAsyncEnumerable<TableEntity> InOrderAsync(
        IAsyncEnumerable<TableEntity>[] ranges, Func<TableEntity, string> key, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var readers = Array.ConvertAll(ranges, range => range.GetAsyncEnumerator(cancellationToken));
        try
        {
            var more = await Task.WhenAll(readers.Select(reader => reader.MoveNextAsync().AsTask()));
            var heads = new PriorityQueue<IAsyncEnumerator<TableEntity>, string>(StringComparer.Ordinal);
            for (var i = 0; i < readers.Length; i++)
            {
                if (more[i]) heads.Enqueue(readers[i], key(readers[i].Current));
            }

            while (heads.TryDequeue(out var reader, out _))
            {
                yield return reader.Current;
                if (await reader.MoveNextAsync()) heads.Enqueue(reader, key(reader.Current));
            }
        }
        finally
        {
            foreach (var reader in readers) await reader.DisposeAsync();
        }
    }
}
