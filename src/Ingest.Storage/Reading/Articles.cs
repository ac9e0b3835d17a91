using Ingest.Text;
using Ingest.Text.Articles;

namespace Ingest.Storage.Reading;

/// <summary>An article as stored, whole.</summary>
/// <param name="Id">Its key: the same for every version.</param>
/// <param name="Blob">The name of the blob that this version came from.</param>
/// <param name="Text">The whole decoded upload, which all offsets index.</param>
/// <param name="Uploaded">The blob's last modification: what decides which version is the later one.</param>
/// <param name="Ingested">When this version was stored.</param>
public sealed record StoredArticle(
    string Id,
    string Blob,
    string? Url,
    DateOnly Date,
    DateFrom DateFrom,
    string Title,
    string? Dateline,
    string? Source,
    string Text,
    TextSpan? TitleSpan,
    IReadOnlyList<TextSpan> Paragraphs,
    IReadOnlyList<StoredQuote> Quotes,
    DateTimeOffset Uploaded,
    DateTimeOffset Ingested);

/// <summary>A blob that was not ingested.</summary>
/// <param name="Poisoned">False: refused for what is in it. True: storage failed on it until it went to the poison queue.</param>
public sealed record Rejection(string Blob, DateTimeOffset Uploaded, string Reason, DateTimeOffset At, bool Poisoned);

/// <summary>How the store is.</summary>
/// <param name="Reachable">Whether blobs, tables and queues answered.</param>
/// <param name="Articles">Articles stored.</param>
/// <param name="Quotes">Their quotes.</param>
/// <param name="Backlog">Blobs seen and not yet ingested, as of the last sweep; null before the first.</param>
/// <param name="Poisoned">Messages on the poison queue, approximate as the service counts them.</param>
/// <param name="Problem">What did not answer; where all did, why the last sweep could not list the container; null where all is well.</param>
public sealed record StoreHealth(bool Reachable, long Articles, long Quotes, int? Backlog, int Poisoned, string? Problem);
