using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Ingest.Storage.Catalogue;
using Ingest.Storage.Counting;
using Ingest.Storage.Rows;

namespace Ingest.Storage.Verification;

/// <summary>Sums of hashes of rows: two sets of rows are the same if their sums are, in whatever order they are read. Eight bytes a set.</summary>
static class Checksum
{
    /// <summary>Of a marker: where it stands, what it counts and what it shows; not the generation, which only tells how often it was written.</summary>
    public static ulong OfMarker(string table, TableEntity row) => Of(
        $"{table}\n{row.PartitionKey}\n{row.RowKey}\n{LongText.Get(row, MarkerRow.Counters)}\n{LongText.Get(row, QuoteRow.Card)}\n{Json(row)}");

    /// <summary>Of an index row.</summary>
    public static ulong OfIndex(TableEntity row) => Of($"{row.PartitionKey}\n{row.RowKey}\n{Json(row)}");

    /// <summary>Of a row of a list.</summary>
    public static ulong OfListed(TableEntity row) => Of(
        string.Join('\n', row.Where(property => !property.Key.StartsWith("odata", StringComparison.Ordinal) && property.Key != "Timestamp")
            .OrderBy(property => property.Key, StringComparer.Ordinal).Select(property => FormattableString.Invariant($"{property.Key}={property.Value}"))));

    static string Json(TableEntity row) => Packed.Get(row, QuoteSheet.Property) is { } packed ? Encoding.UTF8.GetString(Packed.Decompress(packed)) : "";

    static ulong Of(string text) => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
