namespace Ingest.Text.Reading;

/// <summary>Dates of ISO 8601, extended (<c>2023-07-07</c>) and basic (<c>20230707</c>); a time may follow and is passed over.</summary>
static class IsoDate
{
    /// <summary>Whether somebody meant a date here, be it one that no calendar has (<c>2023-13-01</c>).</summary>
    public static bool LooksLikeOne(ReadOnlySpan<char> token) => Fields(token, out _, out _, out _);

    /// <summary>The date at the start of <paramref name="token"/>; null where the calendar has none such.</summary>
    public static DateOnly? Read(ReadOnlySpan<char> token) =>
        Fields(token, out var year, out var month, out var day) ? Of(year, month, day) : null;

    /// <summary>The date, years 1 to 9999; null where the calendar has none such.</summary>
    public static DateOnly? Of(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    /// <summary>The number that the digits make, or -1 where they are not digits only.</summary>
    public static int Number(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit)) return -1;
            value = value * 10 + digit - '0';
        }
        return value;
    }

    static bool Fields(ReadOnlySpan<char> token, out int year, out int month, out int day)
    {
        year = month = day = -1;
        if (token.Length < 8) return false;
        year = Number(token[..4]);
        var separator = token[4];
        if (separator is not ('-' or '/' or '.'))
        {
            (month, day) = (Number(token[4..6]), Number(token[6..8]));
            return year >= 0 && month >= 0 && day >= 0 && (token.Length == 8 || token[8] == 'T');
        }
        var monthDigits = token[5..].IndexOf(separator);
        if (monthDigits is not (1 or 2)) return false;
        var dayDigits = token[(6 + monthDigits)..];
        var length = 0;
        while (length < dayDigits.Length && char.IsAsciiDigit(dayDigits[length])) length++;
        if (length is not (1 or 2) || (length < dayDigits.Length && char.IsLetter(dayDigits[length]) && dayDigits[length] is not ('T' or 't' or 'Z'))) return false;
        (month, day) = (Number(token.Slice(5, monthDigits)), Number(dayDigits[..length]));
        return year >= 0 && month >= 0;
    }
}
