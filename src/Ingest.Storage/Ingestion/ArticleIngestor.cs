using Azure;
using Azure.Storage.Blobs.Models;
using Ingest.Storage.Catalogue;
using Ingest.Storage.Keys;
using Ingest.Storage.Ledger;
using Ingest.Storage.Telemetry;
using Ingest.Text;
using Ingest.Text.Articles;
using Microsoft.Extensions.Options;

namespace Ingest.Storage.Ingestion;

/// <summary>A blob of the container into the tables, exactly once whatever is repeated, reordered or killed. One for a process: its writers share transactions.</summary>
public sealed class ArticleIngestor
{
    readonly IngestStore store;
    readonly BlobLedger ledger;
    readonly IngestOptions options;
    readonly TimeProvider time;
    readonly IngestRuns runs;

    /// <summary>An ingestor into a store.</summary>
    public ArticleIngestor(IngestStore store, BlobLedger ledger, IOptions<IngestOptions> options, TimeProvider time, IngestRuns runs)
    {
        (this.store, this.ledger, this.options, this.time, this.runs) = (store, ledger, options.Value, time, runs);
        Writer = new(store, options.Value, time);
        Parse = (content, upload) => ArticleParser.Parse(content, upload.Blob, upload.LastModified, new ParseOptions { MaxBytes = options.Value.MaxArticleBytes });
    }

    /// <summary>Bytes to article.</summary>
    internal Func<byte[], Upload, ParseResult> Parse { get; init; }

    internal ArticleWriter Writer { get; }

    /// <summary>
    /// Reads the blob, parses it and stores what is in it. A bad article is recorded in Rejections and is done; a failure of
    /// storage throws, so that the caller retries.
    /// </summary>
    /// <exception cref="RequestFailedException">Storage failed, after the retries that the options allow.</exception>
    public Task<IngestResult> IngestAsync(string blobName, CancellationToken cancellationToken) => IngestAsync(blobName, unknown: false, cancellationToken);

    /// <param name="unknown">That the ledger probably has no row of the blob, so that it is not asked first. A wrong guess costs requests, and nothing else.</param>
    internal async Task<IngestResult> IngestAsync(string blobName, bool unknown, CancellationToken cancellationToken)
    {
        using var run = runs.Begin(blobName, cancellationToken);
        for (; ; unknown = false)
        {
            if (await AttemptAsync(blobName, unknown, run, cancellationToken) is { } result) return run.Done(result);
        }
    }

    /// <returns>Null where the ledger has to be asked first after all: the blob is gone, or a deletion of its article was begun.</returns>
    async Task<IngestResult?> AttemptAsync(string blobName, bool unknown, IngestRun run, CancellationToken cancellationToken)
    {
        var known = unknown ? null : await ledger.FindRowAsync(blobName, cancellationToken);
        if (known?.Entry is { Deleting: true, ArticleId: { } deleting })
        {
            await DeleteAsync(deleting, known.Entry, cancellationToken);
            known = await ledger.FindRowAsync(blobName, cancellationToken);
        }

        var settled = known is { Entry: { Poisoned: false, Deleting: false } } ? known.Entry.ETag : null;
        var (upload, same) = await Upload.ReadAsync(store.Container, blobName, settled, options.MaxArticleBytes, cancellationToken);
        if (same) return Told(known!.Entry);
        if (upload is null)
        {
            if (unknown) return null;
            if (known is not null && !await ledger.WriteAsync(null, known, cancellationToken)) return null;
            return new(blobName, IngestOutcome.Gone, null, null, 0, null);
        }

        run.Uploaded = upload.LastModified;
        var parsed = upload.Content is null
            ? ParseResult.Refused($"The file has {upload.Length} bytes; at most {options.MaxArticleBytes} are read. Split it, or raise Ingest:MaxArticleBytes.")
            : Parse(upload.Content, upload);
        return await StoreAsync(upload, parsed, known, cancellationToken);
    }

    /// <summary>Takes an article out: its rows, its counts, and its blob. False where there is none.</summary>
    /// <remarks>The article's row stays, empty, so that no retry and no older version brings it back; a later upload does.</remarks>
    public Task<bool> DeleteAsync(string articleId, CancellationToken cancellationToken) => DeleteAsync(articleId, begun: null, cancellationToken);

    /// <param name="begun">The entry of a deletion that was begun and not ended; what was stored since is left, and the entry goes.</param>
    async Task<bool> DeleteAsync(string articleId, LedgerEntry? begun, CancellationToken cancellationToken)
    {
        if (!TableKey.IsArticleId(articleId)) return false;
        var record = await ArticleRecord.FindAsync(store.Articles, articleId, cancellationToken);
        if (record is null || (record.State != ArticleState.Live && record.Pending is null)) return false;

        ArticleVersion[] versions = [.. new[] { record.Pending, record.Committed }.OfType<ArticleVersion>().DistinctBy(version => version.Blob)];
        if (begun is not null && !new[] { record.Pending, record.Committed }.Any(version => version?.Blob == begun.Blob && version.ETag == begun.ETag))
        {
            await ledger.RemoveAsync(begun.Blob, cancellationToken);
            return false;
        }

        // Should this end half-way, the ledger tells the next who looks at the blob to finish it.
        foreach (var version in versions)
        {
            var row = await ledger.FindRowAsync(version.Blob, cancellationToken);
            var entry = row?.Entry ?? new(version.Blob, version.ETag, version.Uploaded, IngestOutcome.Stored, articleId, null, 0, null, time.GetUtcNow());
            await ledger.WriteAsync(entry with { ETag = version.ETag, Deleting = true, ArticleId = articleId }, row, cancellationToken);
        }

        var deleted = await Writer.DeleteAsync(record, DeleteBlobsAsync, cancellationToken);
        foreach (var version in versions) await ledger.RemoveAsync(version.Blob, cancellationToken);
        if (deleted) runs.Deleted(articleId);
        return deleted;

        async Task DeleteBlobsAsync()
        {
            foreach (var version in versions)
            {
                try
                {
                    // A blob that was uploaded anew since is another version, and stays.
                    await store.Container.DeleteBlobIfExistsAsync(
                        version.Blob, DeleteSnapshotsOption.IncludeSnapshots, new BlobRequestConditions { IfMatch = new ETag(version.ETag) }, cancellationToken);
                }
                catch (RequestFailedException e) when (e.Status == 412)
                {
                }
            }
        }
    }

    /// <summary>Stores what was read from a blob, and notes in the ledger what became of it.</summary>
    async Task<IngestResult?> StoreAsync(Upload upload, ParseResult parsed, LedgerRow? known, CancellationToken cancellationToken)
    {
        var result = parsed.Ok
            ? await StoreAsync(upload, parsed.Article, known, cancellationToken)
            : new IngestResult(upload.Blob, IngestOutcome.Refused, null, null, 0, parsed.Reason);
        var noted = await ledger.WriteAsync(
            new(
                upload.Blob, upload.ETag, upload.LastModified, result.Outcome == IngestOutcome.Unchanged ? IngestOutcome.Stored : result.Outcome, result.ArticleId, result.Title,
                result.Quotes, result.Reason, time.GetUtcNow()),
            known, cancellationToken);
        return noted ? result : null;
    }

    async Task<IngestResult> StoreAsync(Upload upload, Article article, LedgerRow? known, CancellationToken cancellationToken)
    {
        // A URL and a blob's name are never the same identity.
        var id = IdOf(article, upload.Blob);
        var outcome = await Writer.StoreAsync(id, ArticleContent.Of(article), upload, known?.Entry.ArticleId == id, cancellationToken);
        return new(upload.Blob, outcome, id, article.Title, article.Quotes.Count, null);
    }

    /// <summary>The key of an article: of its URL, or of its blob where it has none.</summary>
    public static string IdOf(Article article, string blob) => TableKey.Hash(article.CanonicalUrl is { } url ? "url " + url : "blob " + blob);

    static IngestResult Told(LedgerEntry entry) => new(
        entry.Blob, entry.Outcome == IngestOutcome.Stored ? IngestOutcome.Unchanged : entry.Outcome, entry.ArticleId, entry.Title, entry.Quotes, entry.Reason);
}
