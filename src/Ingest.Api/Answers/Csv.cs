using System.Buffers;
using System.Globalization;
using System.Text;

namespace Ingest.Api.Answers;

/// <summary>Comma-separated values by RFC 4180, safe to open in a spreadsheet.</summary>
static class Csv
{
    static readonly SearchValues<char> Special = SearchValues.Create("\",\r\n");

    // What a spreadsheet takes for the start of a formula: OWASP, "CSV Injection", the full-width forms included, and NUL (ASVS 1.2.10).
    static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r\n\0＝＋－＠");

    /// <summary>Writes a line.</summary>
    public static void Line(StringBuilder output, IReadOnlyList<object?> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0) output.Append(',');
            switch (cells[i])
            {
                case null: break;
                case string text: Text(output, text); break;
                case bool truth: output.Append(truth ? "true" : "false"); break;
                case DateOnly day: output.Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}"); break;
                case DateTimeOffset time: output.Append(CultureInfo.InvariantCulture, $"{time.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}"); break;
                case Enum name: output.Append(name.ToString().ToLowerInvariant()); break;
                default: output.Append(CultureInfo.InvariantCulture, $"{cells[i]}"); break;
            }
        }
        output.Append("\r\n");
    }

    static void Text(StringBuilder output, string text)
    {
        var formula = text.Length > 0 && FormulaStarts.Contains(text[0]);
        if (!formula && !text.AsSpan().ContainsAny(Special))
        {
            output.Append(text);
            return;
        }
        output.Append('"');
        if (formula) output.Append('\'');
        output.Append(text).Replace("\"", "\"\"", output.Length - text.Length, text.Length);
        output.Append('"');
    }
}
