namespace Ingest.Storage.Verification;

/// <summary>Something stored that is not what the articles say.</summary>
/// <param name="Table">The table: Articles, Dates, Speakers.</param>
/// <param name="Key">The article's id, the day, or the speaker's slug.</param>
/// <param name="What">What is stored and what a recount gives.</param>
/// <param name="Repaired">Whether it was mended.</param>
public sealed record Difference(string Table, string Key, string What, bool Repaired)
{
    /// <summary>One line for people.</summary>
    public override string ToString() => $"{Table} {Key}: {What}{(Repaired ? " (mended)" : "")}";
}

/// <summary>What a recount came to.</summary>
/// <param name="Articles">Articles that are stored, whole.</param>
/// <param name="Quotes">Their quotes.</param>
/// <param name="Differences">What was found that is not what they say.</param>
/// <param name="Repaired">Of these, how many were mended.</param>
public sealed record Recount(long Articles, long Quotes, int Differences, int Repaired);
