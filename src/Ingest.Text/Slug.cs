using System.Globalization;
using Ingest.Text.Speakers;

namespace Ingest.Text;

/// <summary>
/// The identity of a speaker in every article: lower-case ASCII letters and digits with hyphens between the words of the
/// name. <c>Jens Stoltenberg</c>, <c>JENS STOLTENBERG</c>, <c>Mr. Jens Stoltenberg's</c> give <c>jens-stoltenberg</c>,
/// <c>Łukasz Żółć</c> gives <c>lukasz-zolc</c>, <c>J. K. Rowling</c> and <c>J.K. Rowling</c> both <c>jk-rowling</c>.
/// </summary>
public static class Slug
{
    /// <summary>No slug has more characters.</summary>
    public const int MaxLength = 100;

    /// <summary>
    /// The slug of <paramref name="name"/>, 1 to <see cref="MaxLength"/> characters. Diacritics are dropped and other alphabets
    /// romanised, a form of address at the front and a possessive at the end are left out. A slug gives itself.
    /// </summary>
    public static string Of(ReadOnlySpan<char> name)
    {
        name = WithoutPossessive(WithoutHonorific(name.Trim()));
        Span<char> slug = stackalloc char[MaxLength + 8];
        var length = 0;
        var single = false;
        for (var at = 0; at < name.Length && length <= MaxLength;)
        {
            var word = at;
            while (at < name.Length && !EndsWord(name[at])) at++;
            if (at > word)
            {
                var before = length;
                if (length > 0) slug[length++] = '-';
                var first = length;
                Append(name[word..at], slug, ref length);
                var letters = length - first;
                if (letters == 0) length = before;
                else
                {
                    // Initials are one word, however they are spaced: J. K., J.K.
                    if (letters == 1 && single && first > 1)
                    {
                        slug[first - 1] = slug[first];
                        length--;
                    }
                    single = letters == 1 && char.IsAsciiLetter(slug[length - 1]);
                }
            }
            at++;
        }
        if (length > MaxLength) length = Math.Max(slug[..MaxLength].LastIndexOf('-'), MaxLength / 2);
        return length > 0 ? RecurringStrings.Of(slug[..length].TrimEnd('-')) : "unnamed";
    }

    static void Append(ReadOnlySpan<char> word, Span<char> slug, ref int length)
    {
        foreach (var letter in word)
        {
            if (length > MaxLength) return;
            if (char.IsAsciiLetterOrDigit(letter)) slug[length++] = char.ToLowerInvariant(letter);
            else if (letter < 128 || Transliteration.IsCombining(letter) || !IsLetter(letter)) continue;
            else if (Transliteration.Of(char.ToLowerInvariant(letter)) is { } ascii)
            {
                ascii.CopyTo(slug[length..]);
                length += ascii.Length;
            }
            else if (length + 5 <= slug.Length)
            {
                slug[length++] = 'u';
                ((int)letter).TryFormat(slug[length..], out var digits, "x4", CultureInfo.InvariantCulture);
                length += digits;
            }
        }
    }

    static bool IsLetter(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c);

    static bool EndsWord(char c) => c is '-' or '.' or '/' or '_' or '&' or ',' or '–' or '—' or '(' or ')' || char.IsWhiteSpace(c);

    static ReadOnlySpan<char> WithoutHonorific(ReadOnlySpan<char> name)
    {
        while (true)
        {
            var blank = name.IndexOf(' ');
            if (blank < 0 || !IsHonorific(name[..blank])) return name;
            name = name[blank..].TrimStart();
        }
    }

    static bool IsHonorific(ReadOnlySpan<char> word)
    {
        if (word[^1] == '.') word = word[..^1];
        return word.Length is > 1 and < 6 && (Caseless.Is(word, "mr") || Caseless.Is(word, "mrs") || Caseless.Is(word, "ms") || Caseless.Is(word, "miss") || Caseless.Is(word, "mx")
            || Caseless.Is(word, "dr") || Caseless.Is(word, "prof") || Caseless.Is(word, "sir") || Caseless.Is(word, "dame") || Caseless.Is(word, "sen") || Caseless.Is(word, "rep")
            || Caseless.Is(word, "gov") || Caseless.Is(word, "rev") || Caseless.Is(word, "hon"));
    }

    static ReadOnlySpan<char> WithoutPossessive(ReadOnlySpan<char> name) =>
        name.Length > 3 && name[^1] is 's' or 'S' && name[^2] is '\'' or '’' ? name[..^2] : name;
}
