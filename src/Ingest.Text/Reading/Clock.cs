namespace Ingest.Text.Reading;

/// <summary>The time that opens an entry of a live report: <c>17:42 The office has …</c>, <c>9.05am: …</c>.</summary>
static class Clock
{
    /// <summary>How many characters of a line it takes, the blanks behind it included; 0 where the line opens with none.</summary>
    public static int Length(ReadOnlySpan<char> line)
    {
        if (line.Length < 8 || !char.IsAsciiDigit(line[0])) return 0;
        var hours = char.IsAsciiDigit(line[1]) ? 2 : 1;
        var at = hours + 3;
        if (line[hours] is not (':' or '.') || !char.IsAsciiDigit(line[hours + 1]) || !char.IsAsciiDigit(line[hours + 2])) return 0;
        if (hours == 2 && line[..2].CompareTo("24", StringComparison.Ordinal) > 0 || line[hours + 1] > '5') return 0;
        var half = line[at..].StartsWith("am", StringComparison.OrdinalIgnoreCase) || line[at..].StartsWith("pm", StringComparison.OrdinalIgnoreCase);
        if (half) at += 2;
        // 1.62 million, 17:42, when …
        else if (line[hours] == '.') return 0;
        if (at < line.Length && line[at] == ':') at++;
        if (at >= line.Length || !line[at].IsBlank()) return 0;
        while (at < line.Length && line[at].IsBlank()) at++;
        return at < line.Length && (char.IsUpper(line[at]) || line[at] is '"' or '“' or '‘' or '\'') ? at : 0;
    }
}
