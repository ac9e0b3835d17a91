using Azure.Storage.Blobs;
using Ingest.Storage.Ingestion;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions;

/// <summary>An upload goes into the tables. What storage makes fail is thrown, so that the host tries again and in the end puts it on the poison queue.</summary>
public sealed class Ingestion(ArticleIngestor ingestor)
{
    /// <summary>Takes up one upload.</summary>
    [Function(nameof(IngestArticle))]
    public Task IngestArticle([BlobTrigger(BlobSource.Path, Connection = BlobSource.Connection, Source = BlobSource.How)] BlobClient blob, CancellationToken stop) =>
        ingestor.IngestAsync(blob.Name, stop);
}
