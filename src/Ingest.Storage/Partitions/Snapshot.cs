namespace Ingest.Storage.Partitions;

/// <summary>What a partition comes to after a transaction.</summary>
/// <param name="Partition">Its key.</param>
/// <param name="Sequence">Transactions on it so far: of two snapshots the later one has more.</param>
sealed record Snapshot<TDigest>(string Partition, long Sequence, TDigest Digest);
