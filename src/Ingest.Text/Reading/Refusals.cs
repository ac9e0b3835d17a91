using System.Buffers;
using System.Globalization;

namespace Ingest.Text.Reading;

/// <summary>What makes an upload no article, each with a sentence that says what to do about it.</summary>
static class Refusals
{
    /// <summary>A text in which more than one in so many characters is a control character counts as binary.</summary>
    const int TextPerControl = 50;

    /// <summary>So many control characters are damage, however short the text, unless they are one in <see cref="FewTextPerControl"/>.</summary>
    const int FewControls = 8;

    const int FewTextPerControl = 10;

    static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Append(0x7F).Concat(Enumerable.Range(0x80, 0x20)).Select(value => (char)value)
            .Except(['\t', '\n', '\v', '\f', '\r', '\u0085'])]);

    /// <summary>Why these bytes are not read at all; null where they are.</summary>
    public static string? OfBytes(ReadOnlySpan<byte> content, int maxBytes)
    {
        if (content.IsEmpty)
            return "The file is empty. Upload the article's text.";
        if (content.Length > maxBytes)
            return string.Create(CultureInfo.InvariantCulture,
                $"The file has {content.Length:N0} bytes, over the limit of {maxBytes:N0}. Upload one article a file, or raise the limit.");
        return Format(content) is { } format ? $"The file is {format}, not text. Upload the article's text (UTF-8)." : null;
    }

    /// <summary>Why this decoded text is no article; null where it may be one.</summary>
    public static string? OfText(ReadOnlySpan<char> text)
    {
        var controls = 0;
        for (var rest = text; rest.IndexOfAny(Controls) is >= 0 and var at; rest = rest[(at + 1)..]) controls++;
        return controls > text.Length / (controls > FewControls ? TextPerControl : FewTextPerControl)
            ? "The file is binary: too much of it is control characters. Upload the article's text as UTF-8, or as UTF-16 with a byte-order mark."
            : null;
    }

    /// <summary>There is no headline and no body.</summary>
    public const string NoText = "The file has no text. Line 1 is 'date', the date and the URL; line 2 the headline; the rest the body.";

    static string? Format(ReadOnlySpan<byte> content) =>
        content.StartsWith("%PDF-"u8) ? "a PDF document"
        : content.StartsWith("PK\u0003\u0004"u8) ? "a Zip archive or an Office document"
        : content.StartsWith<byte>([0x1F, 0x8B]) ? "compressed by gzip"
        : content.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]) ? "an Office document"
        : content.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G']) || content.StartsWith<byte>([0xFF, 0xD8, 0xFF])
            || content.StartsWith("GIF8"u8) ? "an image"
        : null;
}
