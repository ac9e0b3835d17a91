using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Ingest.Cli.Files;
using Ingest.Cli.Terminal;

namespace Ingest.Cli.Uploading;

/// <summary>Puts files into the container, many at a time.</summary>
sealed class Uploader(BlobContainerClient container, int parallelism)
{
    readonly ConcurrentBag<Upload> uploads = [];
    readonly ConcurrentBag<FailedUpload> failures = [];

    /// <summary>What got in, in no order.</summary>
    public IReadOnlyCollection<Upload> Uploads => uploads;

    /// <summary>What did not, in no order.</summary>
    public IReadOnlyCollection<FailedUpload> Failures => failures;

    /// <summary>Uploads all of <paramref name="files"/>; one that fails does not stop the others.</summary>
    /// <param name="prefix">What stands before each name in the container.</param>
    /// <param name="done">Called with 1 for each file.</param>
    /// <exception cref="RequestFailedException">Storage does not answer or does not let us in, which no other file would change.</exception>
    public Task RunAsync(IReadOnlyList<ArticleFile> files, string prefix, Action<int> done, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        files,
        new ParallelOptions { MaxDegreeOfParallelism = parallelism, CancellationToken = cancellationToken },
        async (file, stop) =>
        {
            await UploadAsync(file, prefix + file.Name, stop);
            done(1);
        });

    async Task UploadAsync(ArticleFile file, string blob, CancellationToken cancellationToken)
    {
        if (blob.Any(char.IsControl))
        {
            // The emulator takes it, and can then list the container no more: its list is XML, which has no such characters.
            failures.Add(new FailedUpload(file.Shown, "its name holds a control character, which a blob's must not; rename the file"));
            return;
        }

        try
        {
            await using var content = file.Open();
            var options = new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "text/plain" } };
            var written = await container.GetBlobClient(blob).UploadAsync(content, options, cancellationToken);
            uploads.Add(new Upload(blob, written.Value.ETag.ToString().Trim('"')));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            failures.Add(new FailedUpload(file.Shown, e.Message));
        }
        catch (RequestFailedException e) when (e.Status is 400 or 409 or 413)
        {
            failures.Add(new FailedUpload(file.Shown, $"storage did not take it as {Printable.Of(blob)} ({e.ErrorCode}); rename the file, or choose another --prefix"));
        }
    }
}
