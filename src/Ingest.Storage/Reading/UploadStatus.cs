namespace Ingest.Storage.Reading;

/// <summary>Where an upload is on its way.</summary>
public enum UploadState
{
    /// <summary>In the container, not yet looked at.</summary>
    Waiting,

    /// <summary>Stored.</summary>
    Stored,

    /// <summary>Looked at and left: a later version of the article is stored, or it was deleted.</summary>
    Superseded,

    /// <summary>Not an article; <see cref="UploadStatus.Reason"/> says why.</summary>
    Refused,

    /// <summary>Storage failed on it too often; <see cref="UploadStatus.Reason"/> says how.</summary>
    Poisoned,
}

/// <summary>What has become of an upload so far.</summary>
/// <param name="Uploaded">When the blob was last modified.</param>
/// <param name="ArticleId">The article in it; null as long as it is not known.</param>
public sealed record UploadStatus(string Blob, UploadState State, DateTimeOffset Uploaded, string? ArticleId, string? Title, int Quotes, string? Reason);
