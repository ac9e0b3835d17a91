using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Ingest.Text.Reading;

/// <summary>
/// Bytes to text: UTF-8 or UTF-16 by their byte-order mark, otherwise strict UTF-8, otherwise Windows-1252, which reads
/// any byte. The mark is no part of the text.
/// </summary>
static class Decoding
{
    // What Windows-1252 has where Latin-1 has control characters, 0x80 to 0x9F. Its five holes stay the control
    // characters they are in Latin-1, as the WHATWG encoding standard has it.
    const string Windows1252 =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" +
        "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    static readonly SearchValues<byte> Controls1252 = SearchValues.Create(
        [.. Enumerable.Range(0x80, 0x20).Select(value => (byte)value)]);

    /// <summary>The text of <paramref name="content"/>; every input has one.</summary>
    public static string Decode(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith<byte>([0xFF, 0xFE]))
            return Encoding.Unicode.GetString(content[2..]);
        if (content.StartsWith<byte>([0xFE, 0xFF]))
            return Encoding.BigEndianUnicode.GetString(content[2..]);
        if (content.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
            content = content[3..];
        return DecodeUtf8(content) ?? (IsCutUtf8(content) ? Encoding.UTF8.GetString(content) : DecodeWindows1252(content));
    }

    // Checked and decoded in one pass; null where it is no UTF-8.
    static string? DecodeUtf8(ReadOnlySpan<byte> content)
    {
        var text = ArrayPool<char>.Shared.Rent(content.Length);
        var valid = Utf8.ToUtf16(content, text, out _, out var length, replaceInvalidSequences: false) == OperationStatus.Done;
        var decoded = valid ? new string(text, 0, length) : null;
        ArrayPool<char>.Shared.Return(text);
        return decoded;
    }

    /// <summary>
    /// Whether it is UTF-8 that was cut inside its last character, as a broken upload is: read as Windows-1252, every
    /// other accent and quotation mark in it would be lost for the sake of the last.
    /// </summary>
    static bool IsCutUtf8(ReadOnlySpan<byte> content)
    {
        for (var tail = 1; tail <= Math.Min(3, content.Length); tail++)
        {
            var lead = content[^tail];
            if ((lead & 0b1100_0000) == 0b1000_0000) continue;
            var length = lead switch { >= 0xF0 and <= 0xF4 => 4, >= 0xE0 => 3, >= 0xC2 => 2, _ => 0 };
            var before = content[..^tail];
            return length > tail && lead <= 0xF4 && !Ascii.IsValid(before) && Utf8.IsValid(before);
        }
        return false;
    }

    static string DecodeWindows1252(ReadOnlySpan<byte> content) =>
        string.Create(content.Length, content, static (text, content) =>
        {
            Encoding.Latin1.GetChars(content, text);
            for (var at = content.IndexOfAny(Controls1252); at >= 0;)
            {
                text[at] = Windows1252[content[at] - 0x80];
                var next = content[(at + 1)..].IndexOfAny(Controls1252);
                at = next < 0 ? -1 : at + 1 + next;
            }
        });
}
