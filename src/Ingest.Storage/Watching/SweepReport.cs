namespace Ingest.Storage.Watching;

/// <summary>What a sweep found and did.</summary>
/// <param name="Blobs">Blobs in the container.</param>
/// <param name="Young">Of these, missing from the store but written so lately that they are left to the trigger or the watcher.</param>
/// <param name="Missing">Of these, missing from the store or changed since: taken up. The sum of the four that follow.</param>
/// <param name="Ingested">Stored, or stored by somebody else meanwhile.</param>
/// <param name="Refused">No articles; recorded as rejections.</param>
/// <param name="Gone">Deleted before their turn came.</param>
/// <param name="Poisoned">Failed too often; put on the poison queue.</param>
/// <param name="Orphans">Blobs that the store has and the container no longer. Their articles stay: deleting an upload does not unsay what was said.</param>
public sealed record SweepReport(int Blobs, int Young, int Missing, int Ingested, int Refused, int Gone, int Poisoned, int Orphans, TimeSpan Took);
