namespace Ingest.Text.Speakers;

/// <summary>Letters of other alphabets, and those with diacritics, in ASCII.</summary>
static class Transliteration
{
    static readonly Dictionary<char, string> Letters = Load();

    /// <summary>The lower-case ASCII letters for a lower-case letter outside ASCII; null where nobody has said what they are.</summary>
    public static string? Of(char letter) => Letters.GetValueOrDefault(letter);

    /// <summary>Whether it only changes the letter before it.</summary>
    public static bool IsCombining(char c) => c is >= '\u0300' and <= '\u036F';

    static Dictionary<char, string> Load()
    {
        var letters = new Dictionary<char, string>();
        foreach (var line in WordList.Lines("Speakers.Words.transliteration"))
        {
            var blank = line.IndexOf(' ', StringComparison.Ordinal);
            var ascii = line[..blank] == "_" ? "" : line[..blank];
            foreach (var letter in line.AsSpan(blank + 1)) letters[letter] = ascii;
        }
        return letters;
    }
}
