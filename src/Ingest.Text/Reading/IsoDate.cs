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

    /// <summary>Reads year, month and day, whatever they are; false where no digits and separators (<c>-</c>, <c>/</c>, <c>.</c>, or none) stand as in a date.</summary>
    /// <param name="length">How many characters they take.</param>
    public static bool Fields(ReadOnlySpan<char> text, out int year, out int month, out int day, out int length)
    {
        year = month = day = -1;
        length = 0;
        if (text.Length < 8) return false;
        year = Number(text[..4]);
        var separator = text[4];
        if (separator is not ('-' or '/' or '.'))
        {
            (month, day, length) = (Number(text[4..6]), Number(text[6..8]), 8);
            return year >= 0 && month >= 0 && day >= 0;
        }
        var monthDigits = text[5..].IndexOf(separator);
        if (monthDigits is not (1 or 2)) return false;
        var days = text[(6 + monthDigits)..];
        var dayDigits = 0;
        while (dayDigits < days.Length && char.IsAsciiDigit(days[dayDigits])) dayDigits++;
        if (dayDigits is not (1 or 2)) return false;
        (month, day, length) = (Number(text.Slice(5, monthDigits)), Number(days[..dayDigits]), 6 + monthDigits + dayDigits);
        return year >= 0 && month >= 0;
    }

    static bool Fields(ReadOnlySpan<char> token, out int year, out int month, out int day)
    {
        if (!Fields(token, out year, out month, out day, out var length)) return false;
        if (token.Length == length || token[length] == 'T') return true;
        return !char.IsAsciiDigit(token[4]) && (!char.IsLetter(token[length]) || token[length] is 't' or 'Z');
    }
}
