namespace Ingest.Api.Answers;

/// <summary>The columns of a list in CSV.</summary>
/// <param name="Headers">Their names, as in the JSON.</param>
/// <param name="Cells">An item's cells, as many as there are names; null is an empty cell.</param>
sealed record Columns<T>(IReadOnlyList<string> Headers, Func<T, object?[]> Cells);
