namespace Ingest.Storage.Verification;

/// <summary>Something stored that is not what the articles say.</summary>
/// <param name="Table">The table: Articles, Dates, Speakers, Directory.</param>
/// <param name="Partition">The partition's key.</param>
/// <param name="Row">The row's key; null where the whole partition is meant.</param>
/// <param name="What">What is stored and what a recount gives.</param>
/// <param name="Repaired">Whether it was mended.</param>
public sealed record Difference(string Table, string Partition, string? Row, string What, bool Repaired)
{
    /// <summary>One line for people.</summary>
    public override string ToString() => $"{Table} {Partition}{(Row is null ? "" : " " + Row)}: {What}{(Repaired ? " (mended)" : "")}";
}
