using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Ingest.Api.Uploads;

/// <summary>A file of an upload.</summary>
/// <param name="Name">Its name as sent, with folders; null where there is none.</param>
/// <param name="Content">Its bytes, to be read before the next file is asked for.</param>
sealed record UploadedFile(string? Name, Stream Content);

/// <summary>
/// Files out of a body: plain text, a form, gzip, zip, or a gzipped tar; a form's files may be archives themselves. An archive in an archive is a file
/// like any other.
/// </summary>
static class Unpacking
{
    /// <summary>The media types that <see cref="FilesAsync"/> reads.</summary>
    public static IReadOnlyList<string> MediaTypes { get; } =
        ["text/plain", "multipart/form-data", "application/gzip", "application/zip", "application/x-gzip", "application/x-zip-compressed"];

    /// <summary>The files of a body, in order.</summary>
    /// <param name="body">The body from its start; can seek.</param>
    /// <param name="name">The name for a body that is one file.</param>
    /// <exception cref="InvalidDataException">The body is not what its type says.</exception>
    public static IAsyncEnumerable<UploadedFile> FilesAsync(Stream body, MediaTypeHeaderValue type, string? name, Meter meter, CancellationToken stop) =>
        type.MediaType.Value?.ToUpperInvariant() switch
        {
            "MULTIPART/FORM-DATA" => FormAsync(body, HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), meter, stop),
            "APPLICATION/GZIP" or "APPLICATION/X-GZIP" => GzipAsync(body, name, meter, stop),
            "APPLICATION/ZIP" or "APPLICATION/X-ZIP-COMPRESSED" => ZipAsync(body, meter, stop),
            _ => PlainAsync(body, name, meter),
        };

    static async IAsyncEnumerable<UploadedFile> PlainAsync(Stream body, string? name, Meter meter)
    {
        meter.File();
        await Task.CompletedTask;
        yield return new UploadedFile(name, meter.Count(body));
    }

    static async IAsyncEnumerable<UploadedFile> FormAsync(Stream body, string boundary, Meter meter, [EnumeratorCancellation] CancellationToken stop)
    {
        if (boundary.Length is 0 or > 200) throw new InvalidDataException("The Content-Type of the form names no boundary.");
        var reader = new MultipartReader(boundary, body);
        for (MultipartSection? section; (section = await NextAsync(reader, stop)) is not null;)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) || !disposition.IsFileDisposition()) continue;
            var name = (disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName)).ToString();
            // What a file is shows in its first bytes; what a browser calls it depends on the machine.
            await using var content = await Spool.ReadAsync(section.Body, long.MaxValue, stop);
            var start = new byte[4];
            var length = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, stop);
            content.Position = 0;
            var files = start.AsSpan(0, length) switch
            {
                [(byte)'P', (byte)'K', 3, 4] => ZipAsync(content, meter, stop),
                [0x1F, 0x8B, ..] => GzipAsync(content, name, meter, stop),
                _ => PlainAsync(content, name, meter),
            };
            await foreach (var file in files) yield return file;
        }
    }

    static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken stop)
    {
        try
        {
            return await reader.ReadNextSectionAsync(stop);
        }
        catch (IOException error)
        {
            throw new InvalidDataException("The form ends before its last boundary, or its boundary is another than the Content-Type says.", error);
        }
    }

    static async IAsyncEnumerable<UploadedFile> GzipAsync(Stream body, string? name, Meter meter, [EnumeratorCancellation] CancellationToken stop)
    {
        if (await IsTarAsync(body, meter, stop))
        {
            await using var unpacked = meter.Count(new GZipStream(body, CompressionMode.Decompress, leaveOpen: true));
            await using var tar = new TarReader(unpacked, leaveOpen: true);
            while (await tar.GetNextEntryAsync(copyData: false, stop) is { } entry)
            {
                if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile)) continue;
                meter.File();
                yield return new UploadedFile(entry.Name, entry.DataStream ?? Stream.Null);
            }
            yield break;
        }
        meter.File();
        await using var file = meter.Count(new GZipStream(body, CompressionMode.Decompress, leaveOpen: true));
        yield return new UploadedFile(name is not null && name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name, file);
    }

    /// <summary>Whether the gzip holds a tar: its magic word stands at 257 (POSIX ustar, GNU the same).</summary>
    static async Task<bool> IsTarAsync(Stream body, Meter meter, CancellationToken stop)
    {
        var start = new byte[262];
        int length;
        await using (var look = meter.Count(new GZipStream(body, CompressionMode.Decompress, leaveOpen: true)))
        {
            length = await look.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, stop);
        }
        body.Position = 0;
        return length == start.Length && start.AsSpan(257).SequenceEqual("ustar"u8);
    }

    static async IAsyncEnumerable<UploadedFile> ZipAsync(Stream body, Meter meter, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var zip = await ZipArchive.CreateAsync(body, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, stop);
        foreach (var entry in zip.Entries)
        {
            if (entry.FullName.EndsWith('/') || entry.FullName.EndsWith('\\') || IsOfTheSystem(entry.FullName)) continue;
            meter.File();
            if (entry.IsEncrypted) throw new InvalidDataException("The zip is encrypted. Send it without a password.");
            await using var content = meter.Count(await entry.OpenAsync(stop));
            yield return new UploadedFile(entry.FullName, content);
        }
    }

    // What archivers add on their own.
    static bool IsOfTheSystem(string name) =>
        name.StartsWith("__MACOSX/", StringComparison.Ordinal) || name.EndsWith("/.DS_Store", StringComparison.Ordinal) || string.Equals(name, ".DS_Store", StringComparison.Ordinal);
}
