using Azure;
using Azure.Storage.Blobs;
using Ingest.Storage.Catalogue;

namespace Ingest.Storage.Ingestion;

/// <summary>Decides which of two versions of an article is the later one, the same way whoever asks and in whatever order they come.</summary>
sealed class Arbiter(BlobContainerClient container)
{
    /// <summary>
    /// Whether <paramref name="one"/> is later than <paramref name="other"/>: by the time of upload, then by the blob's name. Where one blob
    /// was overwritten within the second that times are told in, the one that the container holds is the later: one request, and rare.
    /// </summary>
    public async Task<bool> IsLaterAsync(ArticleVersion one, ArticleVersion other, CancellationToken cancellationToken)
    {
        var order = one.Uploaded.CompareTo(other.Uploaded);
        if (order == 0) order = string.CompareOrdinal(one.Blob, other.Blob);
        if (order != 0) return order > 0;
        if (one.ETag == other.ETag) return false;
        try
        {
            var blob = await container.GetBlobClient(one.Blob).GetPropertiesAsync(cancellationToken: cancellationToken);
            return blob.Value.ETag.ToString() == one.ETag;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return false;
        }
    }
}
