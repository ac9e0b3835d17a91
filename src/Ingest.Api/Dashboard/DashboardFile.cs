using System.IO.Compression;

namespace Ingest.Api.Dashboard;

/// <summary>A file of the dashboard, ready to send.</summary>
/// <param name="Path">Its path under <c>assets/</c>, with forward slashes; <c>index.html</c> for the page itself.</param>
/// <param name="ContentType">Media type, with its charset where it is text.</param>
/// <param name="Hash">Of the content: 16 hexadecimal digits.</param>
/// <param name="Content">The bytes, uncompressed.</param>
public sealed record DashboardFile(string Path, string ContentType, string Hash, ReadOnlyMemory<byte> Content)
{
    readonly Lazy<ReadOnlyMemory<byte>> brotli = new(() => Compress(Content, output => new BrotliStream(output, CompressionLevel.SmallestSize)));
    readonly Lazy<ReadOnlyMemory<byte>> gzip = new(() => Compress(Content, output => new GZipStream(output, CompressionLevel.SmallestSize)));

    /// <summary>
    /// The bytes in a content coding: <c>br</c>, <c>gzip</c>, or null for none. Compressed once, since on the Azure host nothing else does it.
    /// </summary>
    public ReadOnlyMemory<byte> In(string? coding) => coding switch
    {
        "br" => brotli.Value,
        "gzip" => gzip.Value,
        _ => Content,
    };

    /// <summary>The strong entity tag, in quotation marks; one for each coding, as strong tags have to be.</summary>
    public string ETag(string? coding) => coding is null ? $"\"{Hash}\"" : $"\"{Hash}-{coding}\"";

    static ReadOnlyMemory<byte> Compress(ReadOnlyMemory<byte> content, Func<Stream, Stream> coder)
    {
        using var output = new MemoryStream();
        using (var stream = coder(output)) stream.Write(content.Span);
        return output.ToArray();
    }
}
