using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Ingest.Cli.Files;
using Ingest.Storage;

namespace Ingest.Cli.Local;

/// <summary>The articles to try it with, put into the container like any upload.</summary>
static class Samples
{
    /// <summary>What their blobs are named under.</summary>
    public const string Prefix = "samples/";

    /// <summary>Uploads them where that is wanted.</summary>
    /// <returns>How many; 0 where none were wanted.</returns>
    public static async Task<int> LoadAsync(BlobContainerClient container, SampleLoading wanted, CancellationToken cancellationToken)
    {
        if (wanted == SampleLoading.Never) return 0;
        if (wanted == SampleLoading.WhereEmpty && !await IsEmptyAsync(container, cancellationToken)) return 0;

        var files = ArticleFiles.Find([Folders.Samples], IngestOptions.LargestArticleBytes);
        await Parallel.ForEachAsync(files, cancellationToken, async (file, stop) =>
        {
            using var content = file.Open();
            await container.GetBlobClient(Prefix + file.Name).UploadAsync(content, new BlobUploadOptions(), stop);
        });
        return files.Count;
    }

    static async Task<bool> IsEmptyAsync(BlobContainerClient container, CancellationToken cancellationToken)
    {
        await foreach (var _ in container.GetBlobsAsync(cancellationToken: cancellationToken)) return false;
        return true;
    }
}
