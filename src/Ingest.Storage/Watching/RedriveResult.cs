using Ingest.Storage.Ingestion;

namespace Ingest.Storage.Watching;

/// <summary>What became of a blob that was redriven.</summary>
/// <param name="Blob">The blob's name; of a message that is not understood, its id.</param>
/// <param name="Result">What the ingestion gave; null where it failed again.</param>
/// <param name="Failure">Why it failed again, in one line; null where it did not.</param>
public sealed record RedriveResult(string Blob, IngestResult? Result, string? Failure);
