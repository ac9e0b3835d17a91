using System.Text;
using Azure.Data.Tables;

namespace Ingest.Storage.Transactions;

/// <summary>What a row weighs in a transaction's payload, estimated from above.</summary>
static class RowSize
{
    /// <summary>Headers of the part, the URL with both keys, the types.</summary>
    const int Envelope = 1024;

    const int EveryProperty = 40;

    /// <summary>Bytes in the payload.</summary>
    public static int Of(TableEntity row)
    {
        // Both keys stand in the URL and in the body.
        var bytes = Envelope + (8 * (row.PartitionKey.Length + row.RowKey.Length));
        foreach (var (name, value) in row)
        {
            bytes += EveryProperty + name.Length + (value switch
            {
                string text => OfText(text),
                byte[] binary => (binary.Length * 4 / 3) + 4,
                _ => 32,
            });
        }

        return bytes;
    }

    // The SDK's JSON escapes quotation marks and what is not ASCII (\u0000).
    static int OfText(string text) => Ascii.IsValid(text) ? text.Length + (5 * text.AsSpan().Count('"')) + (text.AsSpan().Count('\\')) : text.Length * 6;
}
