using System.Xml;
using Azure;
using Azure.Storage.Blobs;

namespace Ingest.Storage.Watching;

/// <summary>The container's blobs page by page, in the order of their names. A page is one request.</summary>
/// <param name="pageSize">At most so many blobs a page: 1 to <see cref="LargestPage"/>.</param>
sealed class ContainerListing(BlobContainerClient container, int pageSize = ContainerListing.LargestPage)
{
    /// <summary>The most blobs that the service lists in one request.</summary>
    public const int LargestPage = 5000;

    /// <summary>Reads one page.</summary>
    /// <exception cref="ListingException">The storage has a fault of its own.</exception>
    /// <param name="start">Where it starts: <see cref="ListingPage.Next"/> of the page before, which stays good for later listings; null for the first.</param>
    public async Task<ListingPage> ReadAsync(string? start, CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync(start, cancellationToken);
        }
        catch (Exception e) when (e is XmlException or RequestFailedException { Status: 500 })
        {
            throw new ListingException(e);
        }
    }

    async Task<ListingPage> AskAsync(string? start, CancellationToken cancellationToken)
    {
        await foreach (var page in container.GetBlobsAsync(cancellationToken: cancellationToken).AsPages(start, pageSize))
        {
            var blobs = new BlobVersion[page.Values.Count];
            for (var i = 0; i < blobs.Length; i++)
            {
                var item = page.Values[i];
                blobs[i] = new BlobVersion(item.Name, item.Properties.ETag?.ToString("H") ?? "", item.Properties.LastModified ?? default);
            }

            return new ListingPage(blobs, string.IsNullOrEmpty(page.ContinuationToken) ? null : page.ContinuationToken);
        }

        return new ListingPage([], null);
    }
}

/// <summary>One page of a listing. It may be empty and yet have a next one.</summary>
/// <param name="Blobs">In the order of their names.</param>
/// <param name="Next">Where the next page starts; null on the last.</param>
sealed record ListingPage(IReadOnlyList<BlobVersion> Blobs, string? Next);
