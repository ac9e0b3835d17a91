using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ingest.Storage.Keys;

/// <summary>
/// How keys are written. A key holds none of <c>/ \ # ?</c> and no control character (the service forbids them), none of <c>% '</c> (hosts and
/// proxies spoil them), and at most 1,024 characters.
/// </summary>
static class TableKey
{
    /// <summary>Stands between the parts of a key. It sorts before every character that a part may hold, so that the shorter part comes first.</summary>
    public const char Separator = '!';

    const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>24 letters and digits that name <paramref name="identity"/>: 120 bits of its SHA-256.</summary>
    public static string Hash(string identity)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(identity), hash);
        return string.Create(24, hash[..15], static (text, bytes) =>
        {
            var (bits, count, next) = (0, 0, 0);
            foreach (var b in bytes)
            {
                bits = (bits << 8) | b;
                count += 8;
                while (count >= 5)
                {
                    count -= 5;
                    text[next++] = Alphabet[(bits >> count) & 31];
                }

                bits &= (1 << count) - 1;
            }
        });
    }

    /// <summary>The same in every process and forever, for it says where something stands: FNV-1a over the UTF-16 code units.</summary>
    public static uint StableHash(string text)
    {
        var hash = 2166136261;
        foreach (var c in text) hash = (hash ^ c) * 16777619;
        return hash ^ (hash >> 15);
    }

    /// <summary>A day so that later days sort first: seven digits.</summary>
    public static string Newest(DateOnly date) => (DateOnly.MaxValue.DayNumber - date.DayNumber).ToString("D7", CultureInfo.InvariantCulture);

    /// <summary>The day of <see cref="Newest(DateOnly)"/>.</summary>
    public static DateOnly DayOf(ReadOnlySpan<char> newest) =>
        DateOnly.FromDayNumber(DateOnly.MaxValue.DayNumber - int.Parse(newest, NumberStyles.None, CultureInfo.InvariantCulture));

    /// <summary>A time so that later times sort first: nineteen digits.</summary>
    public static string Newest(DateTimeOffset time) => (DateTimeOffset.MaxValue.Ticks - time.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>A number so that larger ones sort first: ten digits.</summary>
    public static string Most(int number) => (int.MaxValue - number).ToString("D10", CultureInfo.InvariantCulture);

    /// <summary>A day as a key: <c>yyyy-MM-dd</c>.</summary>
    public static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What is greater than every key that starts with <paramref name="prefix"/>, and less than every other that is greater.</summary>
    public static string After(string prefix)
    {
        var last = prefix[^1];
        var next = last is '\uD7FF' ? '\uE000' : (char)(last + 1);
        return string.Concat(prefix.AsSpan(0, prefix.Length - 1), [next]);
    }

    /// <summary>Whether <paramref name="text"/> can be a speaker's slug: 1 to 100 lower-case ASCII letters, digits and hyphens.</summary>
    public static bool IsSlug(string text) =>
        text.Length is >= 1 and <= 100 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>Whether <paramref name="text"/> can be an article's id: as <see cref="Hash"/> gives it.</summary>
    public static bool IsArticleId(string text) => text.Length == 24 && text.All(c => Alphabet.Contains(c, StringComparison.Ordinal));
}
