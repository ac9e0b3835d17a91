using Azure.Data.Tables;

namespace Ingest.Storage;

/// <summary>The tables are of a layout that this version cannot read. The message says which, and what to do.</summary>
public sealed class StoreLayoutException(string tables, string layout) : InvalidOperationException(
    $"The tables {tables} were laid out by another version of Ingest ({layout}; this one reads layout {StoreLayout.Current}). "
        + "The container holds all there is to know: set Ingest:TablePrefix to something new, and the tables are made anew from it (docs/operations.md, Rebuilding the tables).");

/// <summary>
/// The number of the way in which rows are laid out, in a row of its own in the table Blobs, so that no version reads what another one means otherwise. To be raised with every
/// change of keys, of the number of partitions, or of what rows hold that a reader of before would take for something else.
/// </summary>
static class StoreLayout
{
    /// <summary>What this version reads and writes. Stores of before 2 had no number.</summary>
    public const int Current = 2;

    const string Key = "layout";
    const string Number = "Number";

    /// <summary>Notes the layout in an empty store; looks at it in every other. Two requests at the most.</summary>
    /// <exception cref="StoreLayoutException">It is another one.</exception>
    public static async Task EnsureAsync(IngestStore store, CancellationToken cancellationToken)
    {
        if (!await IsCurrentAsync(store, cancellationToken)) await store.Blobs.UpsertEntityAsync(new TableEntity(Key, Key) { [Number] = Current }, TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>Whether the layout is noted; false in an empty store.</summary>
    /// <exception cref="StoreLayoutException">It is another one.</exception>
    public static async Task<bool> IsCurrentAsync(IngestStore store, CancellationToken cancellationToken)
    {
        var row = await store.Blobs.GetEntityIfExistsAsync<TableEntity>(Key, Key, cancellationToken: cancellationToken);
        if (row.HasValue) return row.Value!.GetInt32(Number) is { } number && number != Current ? throw Other($"layout {number}") : true;
        await foreach (var _ in store.Articles.QueryAsync<TableEntity>(maxPerPage: 1, select: ["PartitionKey"], cancellationToken: cancellationToken)) throw Other("a layout without a number");
        return false;

        StoreLayoutException Other(string layout) => new($"\"{store.Articles.Name}\", \"{store.Dates.Name}\", \"{store.Speakers.Name}\" and \"{store.Blobs.Name}\"", layout);
    }
}
