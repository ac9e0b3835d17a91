namespace Ingest.Storage.Ingestion;

/// <summary>What became of a blob.</summary>
public enum IngestOutcome
{
    /// <summary>Stored: a new article or a later version of one.</summary>
    Stored,

    /// <summary>This very version was stored before; nothing changed.</summary>
    Unchanged,

    /// <summary>A later version of the article is stored; this one is left.</summary>
    Superseded,

    /// <summary>Not an article; recorded in Rejections with the reason.</summary>
    Refused,

    /// <summary>The blob is gone.</summary>
    Gone,
}

/// <summary>What became of a blob, and of the article in it.</summary>
/// <param name="ArticleId">The article's key; null where refused or gone.</param>
/// <param name="Title">The headline; null where refused or gone.</param>
/// <param name="Quotes">Quotes in this version.</param>
/// <param name="Reason">Why refused; null otherwise.</param>
public sealed record IngestResult(string Blob, IngestOutcome Outcome, string? ArticleId, string? Title, int Quotes, string? Reason);
