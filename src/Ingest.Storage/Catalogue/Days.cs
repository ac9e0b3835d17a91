using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;
using Ingest.Storage.Counting;
using Ingest.Storage.Keys;
using Ingest.Storage.Reading;

namespace Ingest.Storage.Catalogue;

/// <summary>The days, by <see cref="TableKey.Newest(DateOnly)"/>, so that their head rows are a list, newest first.</summary>
sealed class Days() : Subjects<DayDigest>(partitions: 8, marker: "c")
{
    /// <summary>The columns of a head row that the list shows.</summary>
    public static readonly string[] Columns =
    [
        "PartitionKey", "RowKey", nameof(DayTotals.Articles), nameof(DayTotals.Quotes), nameof(DayTotals.Speakers), nameof(DayTotals.Direct), nameof(DayTotals.Mixed), nameof(DayTotals.Indirect),
    ];

    /// <summary>The one of them.</summary>
    public static Days All { get; } = new();

    public override JsonTypeInfo<DayDigest> Type => StorageJson.Rows.DayDigest;

    public override DayDigest Digest(Tally tally) => DayDigest.Of(tally);

    public override int Quotes(DayDigest digest) => digest.Quotes;

    public override string NameOf(string subject) => TableKey.Day(TableKey.DayOf(subject));

    public override void Show(TableEntity row, string subject, DayDigest digest)
    {
        row["Date"] = NameOf(subject);
        row[nameof(digest.Articles)] = digest.Articles;
        row[nameof(digest.Quotes)] = digest.Quotes;
        row[nameof(digest.Speakers)] = digest.Speakers;
        row[nameof(digest.Direct)] = digest.Direct;
        row[nameof(digest.Mixed)] = digest.Mixed;
        row[nameof(digest.Indirect)] = digest.Indirect;
    }

    /// <summary>A line of the list.</summary>
    public static DayTotals ToTotals(TableEntity head)
    {
        return new(
            TableKey.DayOf(SubjectRow.SubjectOf(head.RowKey)), Int(nameof(DayTotals.Articles)), Int(nameof(DayTotals.Quotes)), Int(nameof(DayTotals.Speakers)),
            Int(nameof(DayTotals.Direct)), Int(nameof(DayTotals.Mixed)), Int(nameof(DayTotals.Indirect)));

        int Int(string name) => head.GetInt32(name) ?? 0;
    }
}
