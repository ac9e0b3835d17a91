namespace Ingest.Storage.Reading;

/// <summary>One page of a list.</summary>
/// <param name="Items">The items, in the list's order.</param>
/// <param name="Next">An opaque token that gives the next page; null on the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Which page of a list is wanted.</summary>
/// <param name="Size">At most so many items; 1 to 1,000.</param>
/// <param name="Token">The <see cref="Page{T}.Next"/> of the page before; null for the first.</param>
public sealed record PageRequest(int Size = 50, string? Token = null);
