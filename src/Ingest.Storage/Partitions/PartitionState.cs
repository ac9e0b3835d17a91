using Azure;

namespace Ingest.Storage.Partitions;

/// <summary>A partition's head and counters, as of an ETag.</summary>
sealed class PartitionState
{
    /// <summary>The head row's; null where there is no head yet.</summary>
    public ETag? Head { get; set; }

    /// <summary>Transactions so far.</summary>
    public long Sequence { get; set; }

    /// <summary>The counters.</summary>
    public required Tally Tally { get; init; }
}
