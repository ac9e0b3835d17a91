using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Ingest.Benchmarks.Ingestion;

/// <summary>
/// The transactions that a load sent and that were done, whole, in the order in which they were done: what the ceiling sends again. On disk, so that they do not fill the
/// memory that is measured.
/// </summary>
/// <param name="prefix">What stands before the names of the load's tables.</param>
sealed class Recording(string prefix) : IDisposable
{
    readonly SafeFileHandle file = File.OpenHandle(
        Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
    readonly Dictionary<string, int> latest = new(StringComparer.Ordinal);
    readonly List<RecordedTransaction> transactions = [];
    readonly Lock gate = new();
    long end;

    /// <summary>What stands before the names of the load's tables.</summary>
    public string Prefix => prefix;

    /// <summary>All of them.</summary>
    public IReadOnlyList<RecordedTransaction> Transactions => transactions;

    /// <summary>Takes in a transaction that was done.</summary>
    /// <param name="body">The request's body: a multipart document with a request for each row.</param>
    /// <param name="rows">Rows in it: 1 to 100.</param>
    public void Add(ReadOnlySpan<byte> body, int rows)
    {
        var (table, partition) = PlaceOf(body);
        long start;
        lock (gate)
        {
            start = end;
            end += body.Length;
            transactions.Add(new(table, start, body.Length, rows, latest.TryGetValue(partition, out var before) ? before : null));
            latest[partition] = transactions.Count - 1;
        }

        RandomAccess.Write(file, body, start);
    }

    /// <summary>The body of one of them.</summary>
    public byte[] Read(RecordedTransaction transaction)
    {
        var body = new byte[transaction.Bytes];
        if (RandomAccess.Read(file, body, transaction.Start) != body.Length) throw new EndOfStreamException("The recording is shorter than it was written.");
        return body;
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    /// <summary>The table, without the prefix, and both it and the partition, as the first row names them: in its address, or, where it is added, in its document.</summary>
    (string Table, string Partition) PlaceOf(ReadOnlySpan<byte> body)
    {
        var address = Between(body, Encoding.ASCII.GetBytes("/" + prefix), " HTTP/1.1"u8);
        var name = address[..address.IndexOfAny("(?"u8)];
        var key = address[name.Length] == '(' && Between(address, "PartitionKey='"u8, "'"u8) is { Length: > 0 } given ? given : Between(body, "\"PartitionKey\":\""u8, "\""u8);
        var table = Encoding.ASCII.GetString(name);
        return (table, table + "\n" + Uri.UnescapeDataString(Encoding.UTF8.GetString(key)));
    }

    static ReadOnlySpan<byte> Between(ReadOnlySpan<byte> text, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        var start = text.IndexOf(before);
        if (start < 0) throw new FormatException("A transaction is not written as expected.");
        text = text[(start + before.Length)..];
        return text[..text.IndexOf(after)];
    }
}

/// <summary>A transaction of a <see cref="Recording"/>.</summary>
/// <param name="Table">The table, without the prefix.</param>
/// <param name="Start">Where its body stands in the file.</param>
/// <param name="Bytes">The body's length.</param>
/// <param name="Rows">Rows in it: 1 to 100.</param>
/// <param name="Before">The number of the one before it in the same partition; null for the first.</param>
sealed record RecordedTransaction(string Table, long Start, int Bytes, int Rows, int? Before);
