namespace Ingest.Cli.Uploading;

/// <summary>A file that went into the container.</summary>
/// <param name="Blob">The name it has there.</param>
/// <param name="ETag">The version that was written, without quotation marks.</param>
readonly record struct Upload(string Blob, string ETag);

/// <summary>A file that did not get into the container.</summary>
/// <param name="Name">What to call the file on the screen.</param>
/// <param name="Reason">Why, in a sentence.</param>
readonly record struct FailedUpload(string Name, string Reason);
