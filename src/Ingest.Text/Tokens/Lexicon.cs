namespace Ingest.Text.Tokens;

/// <summary>What the lists say of a word.</summary>
/// <param name="Part">Only a word that no list but those of names has is a <see cref="PartOfSpeech.Mark"/>.</param>
/// <param name="Form">As <see cref="Token.Form"/>; 0 for one that only the common words and the lists of names have.</param>
/// <param name="NameSet">As <see cref="Token.NameSet"/>.</param>
readonly record struct WordEntry(WordClass Classes, PartOfSpeech Part, ushort Form, ushort NameSet)
{
    /// <summary>The form of the word, written in that way.</summary>
    public ushort FormIn(WordShape shape) => Form != 0 ? Form : WordForm.OfKind(Part, shape);
}

/// <summary>
/// The embedded word lists (Words/*.words.txt), and those of names, in one table: a word is looked up once. Words are found in lower case with straight apostrophes.
/// </summary>
static class Lexicon
{
    static readonly WordTable Table = WordTable.Load();

    /// <summary>Number of forms (<see cref="WordForm"/>).</summary>
    public static int Forms => Table.Forms;

    /// <summary>The words that a list names, a form each, in the order of their forms.</summary>
    public static ReadOnlySpan<WordEntry> Listed => Table.Listed;

    /// <summary>Finds a word by its key; false where no list has it, or only those of names, which the entry tells then too.</summary>
    public static bool TryFind(WordKey key, out WordEntry entry) => Table.TryFind(key, out entry);

    /// <summary>Likewise any word.</summary>
    public static bool TryFind(ReadOnlySpan<char> word, out WordEntry entry) => Table.TryFind(word, out entry);

    /// <summary>The form of a word that a list names; for the tables of rules.</summary>
    /// <exception cref="ArgumentException">No list has the word.</exception>
    public static ushort FormOf(string word) =>
        TryFind(word, out var entry) && entry.Form != 0 ? entry.Form : throw new ArgumentException($"No word list has \"{word}\".", nameof(word));

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
