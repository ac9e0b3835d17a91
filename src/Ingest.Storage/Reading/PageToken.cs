using System.Buffers.Text;
using System.Text;

namespace Ingest.Storage.Reading;

/// <summary>A page's token is not one that this list gave.</summary>
public sealed class MalformedTokenException() : FormatException("The page token is not one that this list gave. Leave it out to start from the first page.");

/// <summary>
/// Where a list goes on: behind a position in its order, not behind a number of items, so that it stays right while articles come and go. What it
/// says is bound to the kind of list.
/// </summary>
static class PageToken
{
    const char Version = '1';
    const int Longest = 4096;

    /// <summary>A token for the parts of a position.</summary>
    /// <param name="list">A letter for the kind of list.</param>
    public static string Write(char list, params ReadOnlySpan<string> position) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Version}{list}{string.Join('\n', position!)}"));

    /// <summary>The parts of the position; null where there is no token.</summary>
    /// <exception cref="MalformedTokenException">It is not a token of this list.</exception>
    public static string[]? Read(char list, string? token, int parts)
    {
        if (string.IsNullOrEmpty(token)) return null;
        if (token.Length > Longest || !Base64Url.IsValid(token)) throw new MalformedTokenException();
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Base64Url.DecodeFromChars(token));
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw new MalformedTokenException();
        }

        if (text.Length < 2 || text[0] != Version || text[1] != list) throw new MalformedTokenException();
        var position = text[2..].Split('\n');
        if (position.Length != parts || position.Any(part => part.Any(c => char.IsControl(c) || c is '/' or '\\' or '#' or '?'))) throw new MalformedTokenException();
        return position;
    }

    /// <summary>A part that is a whole number from 0.</summary>
    public static int Number(string part) =>
        int.TryParse(part, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : throw new MalformedTokenException();

    /// <summary>A part that is a day: <c>yyyy-MM-dd</c>.</summary>
    public static DateOnly Day(string part) =>
        DateOnly.TryParseExact(part, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day : throw new MalformedTokenException();
}
