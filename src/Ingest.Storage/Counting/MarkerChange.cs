using Azure.Data.Tables;

namespace Ingest.Storage.Counting;

/// <summary>
/// What one article, in one of its versions, wants of one subject: that its marker row says this. The marker holds what the article
/// contributes to the subject's counters, so a later change takes out exactly what was put in.
/// </summary>
sealed class MarkerChange
{
    /// <summary>The most counters in a marker: with as many old ones in other buckets, a transaction still holds them.</summary>
    public const int MaxCounters = 30;

    /// <summary>The marker's key.</summary>
    public required string RowKey { get; init; }

    /// <summary>
    /// The article's generation: a fencing token that grows with every attempt to write another version. A marker of a later one is never
    /// overwritten; one of the same is left as it is.
    /// </summary>
    public required long Generation { get; init; }

    /// <summary>What the article contributes; nothing where it leaves the subject.</summary>
    public IReadOnlyList<KeyValuePair<CounterKey, Count>> Counters { get; init; } = [];

    /// <summary>Puts what is shown of the article into the row; null where it leaves: the empty marker that stays keeps slower writers of older versions out.</summary>
    public Action<TableEntity>? Fill { get; init; }

    /// <summary>That there cannot be a marker yet, so that none is read. A wrong guess costs a conflict.</summary>
    public bool Fresh { get; set; }
}

/// <summary>A later generation of the article has been here: this attempt is out of date.</summary>
sealed class OutrunException() : Exception("A later version of the article is being written.");
