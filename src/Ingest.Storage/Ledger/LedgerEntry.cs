using Ingest.Storage.Ingestion;

namespace Ingest.Storage.Ledger;

/// <summary>What is known of a blob: what became of it when it was last looked at.</summary>
/// <param name="ETag">The ETag it had then. A blob whose ETag is another has not been looked at.</param>
/// <param name="LastModified">When it was last modified, then.</param>
/// <param name="Outcome">Never <see cref="IngestOutcome.Unchanged"/> or <see cref="IngestOutcome.Gone"/>.</param>
/// <param name="ArticleId">The article in it; null where refused or poisoned.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Quotes">Its quotes.</param>
/// <param name="Reason">Why it was refused or poisoned.</param>
/// <param name="At">When that was noted.</param>
/// <param name="Poisoned">Whether it failed until it went to the poison queue. It is tried again when somebody asks for it.</param>
/// <param name="Deleting">Whether its article was asked to be deleted and that is not finished. Ingesting the blob finishes it.</param>
public sealed record LedgerEntry(
    string Blob,
    string ETag,
    DateTimeOffset LastModified,
    IngestOutcome Outcome,
    string? ArticleId,
    string? Title,
    int Quotes,
    string? Reason,
    DateTimeOffset At,
    bool Poisoned = false,
    bool Deleting = false)
{
    /// <summary>Whether a blob of this ETag needs nothing more.</summary>
    public bool Settles(string etag) => ETag == etag && !Deleting;
}
