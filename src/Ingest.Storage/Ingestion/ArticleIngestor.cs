namespace Ingest.Storage.Ingestion;

/// <summary>A blob of the container into the tables, exactly once whatever is repeated, reordered or killed.</summary>
public sealed class ArticleIngestor
{
    /// <summary>
    /// Reads the blob, parses it and stores what is in it. A bad article is recorded in Rejections and is done; a failure of
    /// storage throws, so that the caller retries.
    /// </summary>
    public Task<IngestResult> IngestAsync(string blobName, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Takes an article out: its rows, its counts, and its blob. False where there is none.</summary>
    public Task<bool> DeleteAsync(string articleId, CancellationToken cancellationToken) => throw new NotImplementedException();
}
