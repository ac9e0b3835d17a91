using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Ingest.Storage.Ingestion;

/// <summary>A blob as it was when it was read.</summary>
/// <param name="Content">Null where it is longer than was wanted.</param>
sealed record Upload(string Blob, string ETag, DateTimeOffset LastModified, long Length, byte[]? Content)
{
    /// <summary>Reads a blob: one request.</summary>
    /// <param name="unless">An ETag: a blob that still has it is not read.</param>
    /// <param name="most">A longer blob is not read.</param>
    /// <returns>The blob, or why there is none.</returns>
    public static async Task<(Upload? Upload, bool Same)> ReadAsync(BlobContainerClient container, string blob, string? unless, int most, CancellationToken cancellationToken)
    {
        try
        {
            var conditions = unless is null ? null : new BlobRequestConditions { IfNoneMatch = new ETag(unless) };
            var answer = await container.GetBlobClient(blob).DownloadStreamingAsync(new BlobDownloadOptions { Conditions = conditions }, cancellationToken);
            if (answer.GetRawResponse().Status == 304) return (null, true);
            using var download = answer.Value;
            var details = download.Details;
            byte[]? content = null;
            if (details.ContentLength <= most)
            {
                content = new byte[details.ContentLength];
                await download.Content.ReadExactlyAsync(content, cancellationToken);
            }

            return (new(blob, details.ETag.ToString(), details.LastModified, details.ContentLength, content), false);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return (null, false);
        }
    }
}
