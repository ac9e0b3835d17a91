using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Ingest.Cli.Azurite;

namespace Ingest.Benchmarks.Ingestion;

/// <summary>
/// What the storage itself allows: the same number of uploads, of downloads, and of writes to tables with the same rows and bytes, sent bare, each write to a partition of its
/// own. No reads of tables, no listing, no waiting for one another.
/// </summary>
sealed class Ceiling(AzuriteProcess azurite)
{
    static readonly int[] Concurrencies = [8, 16, 32, 64];

    /// <summary>Finds the best concurrency on an eighth of the work, then does all of it.</summary>
    /// <returns>The time it took, and the concurrency.</returns>
    public async Task<(Effort Took, int Concurrency)> MeasureAsync(Corpus corpus, IReadOnlyList<TableWrite> writes)
    {
        var (best, shortest) = (Concurrencies[0], TimeSpan.MaxValue);
        var part = corpus with { Count = corpus.Count / 8, Articles = corpus.Articles.Take(corpus.Count / 8) };
        foreach (var concurrency in Concurrencies)
        {
            var took = await SendAsync(part, [.. writes.Take(writes.Count / 8)], concurrency);
            if (took.Clock < shortest) (best, shortest) = (concurrency, took.Clock);
        }

        return (await SendAsync(corpus, writes, best), best);
    }

    async Task<Effort> SendAsync(Corpus corpus, IReadOnlyList<TableWrite> writes, int concurrency)
    {
        var run = Guid.NewGuid().ToString("N")[..12];
        var container = new BlobContainerClient(azurite.ConnectionString, "bare-" + run);
        var table = new TableClient(azurite.ConnectionString, "bare" + run);
        await container.CreateAsync();
        await table.CreateAsync();

        var articles = corpus.Articles.Select((article, number) => (article.Name, article.Content, number));
        var bounds = new ParallelOptions { MaxDegreeOfParallelism = concurrency };
        var took = await Effort.OfAsync(azurite, () => Parallel.ForEachAsync(articles, bounds, async (article, cancellationToken) =>
        {
            var blob = container.GetBlobClient(article.Name);
            await blob.UploadAsync(new BinaryData(article.Content), overwrite: true, cancellationToken);
            await blob.DownloadContentAsync(cancellationToken);

            // This article's share of the writes.
            var (first, end) = ((long)article.number * writes.Count / corpus.Count, (article.number + 1L) * writes.Count / corpus.Count);
            for (var i = first; i < end; i++) await WriteAsync(table, writes[(int)i], i, cancellationToken);
        }));

        await container.DeleteAsync();
        await table.DeleteAsync();
        return took;
    }

    static async Task WriteAsync(TableClient table, TableWrite write, long number, CancellationToken cancellationToken)
    {
        // What a row takes besides its payload, in the body of a transaction.
        const int Frame = 450;
        var payload = new string('x', (int)Math.Clamp((write.Bytes / write.Rows) - Frame, 1, 32_000));
        var partition = number.ToString("D9", CultureInfo.InvariantCulture);
        if (write.Rows == 1)
        {
            await table.UpsertEntityAsync(Row(0), TableUpdateMode.Replace, cancellationToken);
            return;
        }

        await table.SubmitTransactionAsync(Enumerable.Range(0, write.Rows).Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Row(row))), cancellationToken);

        TableEntity Row(int row) => new(partition, row.ToString("D3", CultureInfo.InvariantCulture)) { ["Payload"] = payload };
    }
}
