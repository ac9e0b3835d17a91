namespace Ingest.Storage.Watching;

/// <summary>A blob as a listing shows it: this name with this content.</summary>
/// <param name="Name">The blob's name in the container.</param>
/// <param name="ETag">Changes with every write of the blob. In quotation marks, as headers have it; listings leave them out.</param>
/// <param name="LastModified">When it was written.</param>
/// <param name="Unknown">Whether the ledger has no row of this name, as far as whoever listed it knows: a hint that saves a request.</param>
public readonly record struct BlobVersion(string Name, string ETag, DateTimeOffset LastModified, bool Unknown = false);
