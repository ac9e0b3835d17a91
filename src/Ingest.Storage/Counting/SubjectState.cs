using Azure;

namespace Ingest.Storage.Counting;

/// <summary>A subject's head and counters, as of an ETag.</summary>
sealed class SubjectState
{
    /// <summary>The head row's; null where there is none yet.</summary>
    public ETag? Head { get; set; }

    /// <summary>What the head row weighed when it was written or read last, in bytes of a transaction.</summary>
    public int HeadBytes { get; set; }

    /// <summary>The quotes it is listed by.</summary>
    public int Quotes { get; set; }

    /// <summary>The counters.</summary>
    public required Tally Tally { get; init; }
}
