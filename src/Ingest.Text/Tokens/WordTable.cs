using System.Numerics;

namespace Ingest.Text.Tokens;

/// <summary>The table behind <see cref="Lexicon"/>, built once from the embedded lists.</summary>
sealed class WordTable
{
    readonly uint[] hashes;
    readonly ushort[] slots;
    readonly string[] words;
    readonly WordEntry[] entries;
    readonly ushort[] lemmas;
    readonly int mask;

    WordTable(Dictionary<string, Draft> drafts)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)drafts.Count * 4);
        mask = size - 1;
        hashes = new uint[size];
        slots = new ushort[size];
        words = new string[drafts.Count];
        entries = new WordEntry[drafts.Count];

        // The order of the words is the order of the forms, which the model's weights were trained with.
        var listed = drafts.Where(d => d.Value.Listed).OrderBy(d => d.Key, StringComparer.Ordinal).ToList();
        var common = drafts.Where(d => !d.Value.Listed).OrderBy(d => d.Key, StringComparer.Ordinal);
        var forms = listed.Select((d, i) => (d.Key, Form: (ushort)(Lexicon.FirstEntry + i))).ToDictionary(x => x.Key, x => x.Form);
        Forms = Lexicon.FirstEntry + listed.Count;
        lemmas = new ushort[Forms];
        for (var i = 0; i < Forms; i++) lemmas[i] = (ushort)i;
        var index = 0;
        foreach (var (word, draft) in listed.Concat(common))
        {
            var form = draft.Listed ? forms[word] : (ushort)0;
            var lemma = draft.Lemma is { } l ? forms[l] : form;
            if (draft.Listed) lemmas[form] = lemma;
            Add(index++, word, new WordEntry(draft.Classes, draft.Part, form, lemma));
        }
    }

    public int Forms { get; }

    public ReadOnlySpan<WordEntry> Entries => entries;

    public ushort Lemma(ushort form) => lemmas[form];

    public bool TryFind(ReadOnlySpan<char> word, uint hash, out WordEntry entry)
    {
        for (var slot = (int)(hash * 0x9E3779B1 >> 8) & mask; slots[slot] != 0; slot = (slot + 1) & mask)
            if (hashes[slot] == hash && Same(words[slots[slot] - 1], word))
            {
                entry = entries[slots[slot] - 1];
                return true;
            }
        entry = default;
        return false;
    }

    static bool Same(string word, ReadOnlySpan<char> text)
    {
        if (word.Length != text.Length) return false;
        for (var i = 0; i < word.Length; i++)
            if (word[i] != Lexicon.Fold(text[i])) return false;
        return true;
    }

    void Add(int index, string word, WordEntry entry)
    {
        words[index] = word;
        entries[index] = entry;
        var hash = Lexicon.HashSeed;
        foreach (var c in word) hash = Lexicon.Hash(hash, c);
        var slot = (int)(hash * 0x9E3779B1 >> 8) & mask;
        while (slots[slot] != 0) slot = (slot + 1) & mask;
        slots[slot] = (ushort)(index + 1);
        hashes[slot] = hash;
    }

    public static WordTable Load()
    {
        var drafts = new Dictionary<string, Draft>();
        foreach (var (list, lines) in WordLists.All())
            foreach (var line in lines)
                foreach (var (word, position) in line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((w, i) => (w, i)))
                    if (list == WordLists.Common)
                    {
                        if (position == 0) Draft.Of(drafts, word).AddTags(line.Split(' ').AsSpan(1));
                    }
                    else Draft.Of(drafts, word).AddList(list, position, line.Split(' ')[0]);
        return new WordTable(drafts);
    }

    sealed class Draft
    {
        public bool Listed { get; private set; }

        public WordClass Classes { get; private set; }

        public PartOfSpeech Part { get; private set; }

        public string? Lemma { get; private set; }

        public static Draft Of(Dictionary<string, Draft> drafts, string word)
        {
            if (!drafts.TryGetValue(word, out var draft)) drafts[word] = draft = new Draft();
            return draft;
        }

        public void AddList(string list, int position, string first)
        {
            Listed = true;
            Classes |= WordLists.ClassOf(list);
            var part = WordLists.PartOf(list, position);
            Classes |= WordLists.ClassOf(part);
            if (WordLists.IsVerbs(list))
            {
                Lemma ??= first;
                // A past that has no participle of its own is one.
                if (part == PartOfSpeech.VerbPast) Classes |= WordClass.VerbParticiple;
            }
            if (Part == PartOfSpeech.Mark) Part = part;
        }

        public void AddTags(ReadOnlySpan<string> tags)
        {
            Part = WordLists.PartOf(tags[0]);
            foreach (var tag in tags) Classes |= WordLists.ClassOf(WordLists.PartOf(tag));
        }
    }
}
