namespace Ingest.Storage.Watching;

/// <summary>A blob as a listing shows it: this name with this content.</summary>
/// <param name="Name">The blob's name in the container.</param>
/// <param name="ETag">Changes with every write of the blob. In quotation marks, as headers have it; listings leave them out.</param>
/// <param name="LastModified">When it was written.</param>
public readonly record struct BlobVersion(string Name, string ETag, DateTimeOffset LastModified);
