namespace Ingest.Text.Tokens;

/// <summary>What a list says of a word.</summary>
readonly record struct WordEntry(WordClass Classes, PartOfSpeech Part, ushort Form, ushort Lemma);

/// <summary>
/// The embedded word lists (Words/*.words.txt) in one table of open addressing. Words are found in lower case with straight apostrophes;
/// the hash is one that the tokenizer can compute while it scans.
/// </summary>
static class Lexicon
{
    /// <summary>Forms from here on are words; below are codes of kinds of words that no list names.</summary>
    public const int FirstEntry = 256;

    /// <summary>The hash of no characters.</summary>
    public const uint HashSeed = 0x811C9DC5;

    static readonly WordTable Table = WordTable.Load();

    /// <summary>Number of forms, codes included.</summary>
    public static int Forms => Table.Forms;

    /// <summary>What the lists say, a word an entry.</summary>
    public static ReadOnlySpan<WordEntry> Entries => Table.Entries;

    /// <summary>The next value of the hash.</summary>
    public static uint Hash(uint hash, uint lowerCase) => (hash ^ lowerCase) * 0x01000193;

    /// <summary>Finds a word whose hash the caller has; false where no list has it.</summary>
    public static bool TryFind(ReadOnlySpan<char> word, uint hash, out WordEntry entry) => Table.TryFind(word, hash, out entry);

    /// <summary>Finds a word.</summary>
    public static bool TryFind(ReadOnlySpan<char> word, out WordEntry entry)
    {
        var hash = HashSeed;
        foreach (var c in word) hash = Hash(hash, Fold(c));
        return Table.TryFind(word, hash, out entry);
    }

    /// <summary>The form of a word that a list names; for the tables of rules.</summary>
    /// <exception cref="ArgumentException">No list has the word.</exception>
    public static ushort FormOf(string word) =>
        TryFind(word, out var entry) && entry.Form >= FirstEntry ? entry.Form : throw new ArgumentException($"No word list has \"{word}\".", nameof(word));

    /// <summary>The base form's form of a reporting or belief verb; other forms are their own.</summary>
    public static ushort LemmaOf(ushort form) => Table.Lemma(form);

    /// <summary>Lower case and a straight apostrophe; letters outside ASCII by the invariant rules.</summary>
    public static uint Fold(char c) => c switch
    {
        < (char)128 => c is >= 'A' and <= 'Z' ? c | 0x20u : c,
        '’' or '‘' => '\'',
        _ => char.ToLowerInvariant(c),
    };
}
