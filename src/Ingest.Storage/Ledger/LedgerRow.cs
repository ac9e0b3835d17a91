using Azure;
using Azure.Data.Tables;
using Ingest.Storage.Catalogue;
using Ingest.Storage.Ingestion;
using Ingest.Storage.Keys;
using Ingest.Storage.Rows;

namespace Ingest.Storage.Ledger;

/// <summary>A blob's row in the ledger.</summary>
/// <param name="RejectionKey">The key of its row among the rejections; null where it has none.</param>
sealed record LedgerRow(LedgerEntry Entry, ETag RowETag, string? RejectionKey)
{
    /// <summary>The one partition: the ledger is read in order, beside a listing of the container.</summary>
    public const string Partition = "blobs";

    /// <summary>How keys of blobs start.</summary>
    public const string BlobPrefix = "b";

    /// <summary>How keys of rejections start; newest first.</summary>
    public const string RejectionPrefix = "r";

    /// <summary>The row that tells of the last sweep.</summary>
    public const string SweepKey = "sweep";

    const string Name = "Name";
    const string Reason = "Reason";

    public static string KeyOf(string blob) => BlobPrefix + BlobKey.Of(blob);

    public static LedgerRow Of(TableEntity row) => new(
        new(
            LongText.Get(row, Name) ?? "", row.GetString(nameof(LedgerEntry.ETag)) ?? "", row.GetDateTimeOffset(nameof(LedgerEntry.LastModified)) ?? default,
            Enum.Parse<IngestOutcome>(row.GetString(nameof(LedgerEntry.Outcome)) ?? nameof(IngestOutcome.Refused)), row.GetString(nameof(LedgerEntry.ArticleId)),
            row.GetString(nameof(LedgerEntry.Title)), row.GetInt32(nameof(LedgerEntry.Quotes)) ?? 0, LongText.Get(row, Reason), row.GetDateTimeOffset(nameof(LedgerEntry.At)) ?? default,
            row.GetBoolean(nameof(LedgerEntry.Poisoned)) ?? false, row.GetBoolean(nameof(LedgerEntry.Deleting)) ?? false),
        row.ETag,
        row.GetString(nameof(RejectionKey)));

    public static TableEntity ToRow(LedgerEntry entry, string? rejectionKey)
    {
        var row = new TableEntity(Partition, KeyOf(entry.Blob))
        {
            [Name] = entry.Blob,
            [nameof(entry.ETag)] = entry.ETag,
            [nameof(entry.LastModified)] = entry.LastModified,
            [nameof(entry.Outcome)] = entry.Outcome.ToString(),
            [nameof(entry.Quotes)] = entry.Quotes,
            [nameof(entry.At)] = entry.At,
        };
        if (entry.ArticleId is not null) row[nameof(entry.ArticleId)] = entry.ArticleId;
        if (entry.Title is not null) row[nameof(entry.Title)] = Clip.To(Clip.Title, entry.Title);
        LongText.Set(row, Reason, entry.Reason);
        if (entry.Poisoned) row[nameof(entry.Poisoned)] = true;
        if (entry.Deleting) row[nameof(entry.Deleting)] = true;
        if (rejectionKey is not null) row[nameof(RejectionKey)] = rejectionKey;
        return row;
    }

    public static string RejectionKeyOf(LedgerEntry entry) => RejectionPrefix + TableKey.Newest(entry.At) + TableKey.Hash(entry.Blob);

    /// <summary>The row that the list of rejections shows.</summary>
    public static TableEntity ToRejection(LedgerEntry entry, string rejectionKey)
    {
        var row = ToRow(entry, null);
        row.RowKey = rejectionKey;
        return row;
    }
}
