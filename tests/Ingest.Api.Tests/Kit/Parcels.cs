using System.Formats.Tar;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;

namespace Ingest.Api.Tests.Kit;

/// <summary>Bodies for uploads.</summary>
public static class Parcels
{
    /// <summary>An article of its own, small and whole.</summary>
    public static string Article(int number) =>
        $"date 2032-01-{(number % 28) + 1:00} https://morningpost.example/2032/{number}\nArticle Number {number}\n\"This is number {number} of the series,\" Mayor Anna Lindqvist said on Monday.\n";

    public static StringContent Plain(string text) => new(text, new MediaTypeHeaderValue("text/plain", "utf-8"));

    public static MultipartFormDataContent Form(params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, content) in files) form.Add(new ByteArrayContent(content), "files", name);
        return form;
    }

    public static ByteArrayContent Of(string mediaType, byte[] content) => new(content) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } };

    public static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                entry.Write(content);
            }
        }
        return packed.ToArray();
    }

    public static byte[] Gzip(byte[] content)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(content);
        return packed.ToArray();
    }

    public static byte[] TarGz(params (string Name, byte[] Content)[] files)
    {
        var tar = new MemoryStream();
        using (var writer = new TarWriter(tar, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
            }
        }
        return Gzip(tar.ToArray());
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
