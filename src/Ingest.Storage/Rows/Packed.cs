using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;

namespace Ingest.Storage.Rows;

/// <summary>A document in a row: JSON, compressed (Brotli), over as many binary properties (64 KiB each) as it takes.</summary>
static class Packed
{
    const int PropertyBytes = 60 * 1024;

    // Bytes of JSON. A shorter document is compressed in half the time by quality 2, which clears no table of its own first, and is 4 % longer for it.
    const int Short = 4096;

    /// <summary>The bytes that <see cref="Unpack{T}(ReadOnlySpan{byte}, JsonTypeInfo{T})"/> reads.</summary>
    public static byte[] Pack<T>(T document, JsonTypeInfo<T> type)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(document, type);
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(json.Length)];
        return BrotliEncoder.TryCompress(json, packed, out var length, json.Length < Short ? 2 : 3, window: 22)
            ? packed[..length]
            : throw new InvalidOperationException("Brotli needed more than its own bound.");
    }

    /// <summary>The document in <paramref name="packed"/>.</summary>
    public static T Unpack<T>(ReadOnlySpan<byte> packed, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(Decompress(packed), type) ?? throw new InvalidDataException("A packed document is null.");

    /// <summary>The document's JSON.</summary>
    public static byte[] Decompress(ReadOnlySpan<byte> packed)
    {
        using var source = new MemoryStream(packed.ToArray(), writable: false);
        using var brotli = new BrotliStream(source, CompressionMode.Decompress);
        using var json = new MemoryStream();
        brotli.CopyTo(json);
        return json.ToArray();
    }

    /// <summary>Spreads <paramref name="packed"/> over properties.</summary>
    public static void Set(TableEntity row, string name, ReadOnlySpan<byte> packed)
    {
        for (var (start, part) = (0, 0); start < packed.Length; start += PropertyBytes, part++)
        {
            row[Parts.Name(name, part)] = packed[start..Math.Min(start + PropertyBytes, packed.Length)].ToArray();
        }
    }

    /// <summary>What <see cref="Set"/> spread; null where there is nothing.</summary>
    public static byte[]? Get(TableEntity row, string name)
    {
        var packed = row.GetBinary(name);
        if (packed is null || row.GetBinary(Parts.Name(name, 1)) is null) return packed;
        using var whole = new MemoryStream();
        for (var part = 0; row.GetBinary(Parts.Name(name, part)) is { } more; part++) whole.Write(more);
        return whole.ToArray();
    }
}
