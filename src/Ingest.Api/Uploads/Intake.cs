using System.Net.Mime;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Ingest.Storage;
using Ingest.Storage.Ingestion;
using Ingest.Storage.Reading;
using Ingest.Text;
using Ingest.Text.Articles;
using Microsoft.Extensions.Options;

namespace Ingest.Api.Uploads;

/// <summary>Reads each file of an upload, and puts into the container those that are articles. Ingestion is the trigger's work, or the watcher's.</summary>
public sealed class Intake(IngestStore store, SummaryReader reader, IOptions<IngestOptions> storage, IOptions<HttpOptions> options, TimeProvider time)
{
    readonly BlobContainerClient container = store.Container;

    /// <summary>The largest file that is an article, in bytes.</summary>
    public int MaxArticleBytes => storage.Value.MaxArticleBytes;

    /// <summary>Takes the files, a few at a time; the answer has them in the order sent.</summary>
    /// <param name="api">The path of the interface, for links.</param>
    internal async Task<UploadAnswer> TakeAsync(IAsyncEnumerable<UploadedFile> files, string api, CancellationToken stop)
    {
        var outcomes = new List<Task<Outcome>>();
        using var places = new SemaphoreSlim(options.Value.UploadParallelism);
        try
        {
            await foreach (var file in files)
            {
                await places.WaitAsync(stop);
                var content = await ReadAsync(file.Content, stop);
                outcomes.Add(TakeAsync(file.Name, content, api, places, stop));
            }
        }
        finally
        {
            await Task.WhenAll(outcomes).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
        var all = await Task.WhenAll(outcomes);
        return new UploadAnswer([.. all.Select(each => each.Accepted).OfType<AcceptedUpload>()], [.. all.Select(each => each.Refused).OfType<RefusedUpload>()]);
    }

    async Task<Outcome> TakeAsync(string? name, ReadOnlyMemory<byte> content, string api, SemaphoreSlim places, CancellationToken stop)
    {
        await Task.Yield();
        try
        {
            var uploaded = time.GetUtcNow();
            var parsed = ArticleParser.Parse(content.Span, name ?? "", uploaded, new ParseOptions { MaxBytes = MaxArticleBytes });
            if (!parsed.Ok) return new Outcome(null, new RefusedUpload(name ?? "", parsed.Reason));
            var article = parsed.Article;
            var blob = BlobNames.Of(name, article.CanonicalUrl is not null, content.Span);
            var id = ArticleIngestor.IdOf(article, blob);
            await StoreAsync(blob, id, content, stop);
            return new Outcome(
                new AcceptedUpload(name ?? blob, blob, id, article.Title, article.Date, article.Quotes.Count, $"{api}/articles/{id}", $"{api}/{Routes.Uploads}?blob={Uri.EscapeDataString(blob)}"), null);
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>
    /// Writes the blob, unless it is there and is what the article's stored version came from: then there is nothing to do, and nothing is ingested again.
    /// Where a later version came in between, the blob is written anew, for the latest upload wins.
    /// </summary>
    async Task StoreAsync(string blob, string id, ReadOnlyMemory<byte> content, CancellationToken stop)
    {
        var client = container.GetBlobClient(blob);
        var write = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = MediaTypeNames.Text.Plain },
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
        };
        try
        {
            await client.UploadAsync(BinaryData.FromBytes(content), write, stop);
        }
        catch (RequestFailedException there) when (there.Status == 409)
        {
            var stored = await reader.ArticleAsync(id, stop);
            if (stored is not null && string.Equals(stored.Blob, blob, StringComparison.Ordinal) && await IsSameAsync(client, content, stop)) return;
            write.Conditions = null;
            await client.UploadAsync(BinaryData.FromBytes(content), write, stop);
        }
    }

    static async Task<bool> IsSameAsync(BlobClient client, ReadOnlyMemory<byte> content, CancellationToken stop)
    {
        try
        {
            var there = await client.DownloadContentAsync(stop);
            return there.Value.Content.ToMemory().Span.SequenceEqual(content.Span);
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return false;
        }
    }

    /// <summary>A file's bytes; of one that is too large to be an article, only so many as show that.</summary>
    async Task<ReadOnlyMemory<byte>> ReadAsync(Stream content, CancellationToken stop)
    {
        var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        for (int read; buffer.Length <= MaxArticleBytes && (read = await content.ReadAsync(chunk, stop)) > 0;) buffer.Write(chunk, 0, read);
        return buffer.GetBuffer().AsMemory(0, (int)Math.Min(buffer.Length, MaxArticleBytes + 1L));
    }

    readonly record struct Outcome(AcceptedUpload? Accepted, RefusedUpload? Refused);
}
