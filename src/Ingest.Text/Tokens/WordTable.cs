using Ingest.Text.Speakers;

namespace Ingest.Text.Tokens;

/// <summary>The table behind <see cref="Lexicon"/>, built once from the embedded lists.</summary>
sealed class WordTable
{
    readonly WordEntry[] listed;
    readonly ushort[] lemmas;
    readonly KeyTable<WordEntry> keys;

    // The few that are too long for a key.
    readonly Dictionary<string, WordEntry> others = [];
    readonly Dictionary<string, WordEntry>.AlternateLookup<ReadOnlySpan<char>> lookup;
    readonly int longest;

    WordTable(Dictionary<string, Draft> drafts)
    {
        // The order of the words is the order of the forms, which the model's weights were trained with.
        var named = drafts.Where(d => d.Value.Listed).OrderBy(d => d.Key, StringComparer.Ordinal).ToList();
        var common = drafts.Where(d => !d.Value.Listed).OrderBy(d => d.Key, StringComparer.Ordinal);
        var forms = named.Select((d, i) => (d.Key, Form: (ushort)(WordForm.FirstListed + i))).ToDictionary(x => x.Key, x => x.Form);
        listed = new WordEntry[named.Count];
        Forms = WordForm.FirstListed + named.Count;
        lemmas = new ushort[Forms];
        for (var i = 0; i < Forms; i++) lemmas[i] = (ushort)i;
        var keyed = new List<KeyValuePair<WordKey, WordEntry>>(drafts.Count);
        foreach (var (word, draft) in named.Concat(common))
        {
            var form = draft.Listed ? forms[word] : (ushort)0;
            var lemma = draft.Lemma is { } l ? forms[l] : form;
            var entry = new WordEntry(draft.Classes, draft.Part, form, draft.NameSet);
            if (draft.Listed) (lemmas[form], listed[form - WordForm.FirstListed]) = (lemma, entry);
            longest = Math.Max(longest, word.Length);
            if (WordKey.TryOf(word, out var key)) keyed.Add(new(key, entry));
            else others.Add(word, entry);
        }
        keys = new(keyed);
        lookup = others.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public int Forms { get; }

    public ReadOnlySpan<WordEntry> Listed => listed;

    public ushort Lemma(ushort form) => lemmas[form];

    public bool TryFind(WordKey key, out WordEntry entry) => keys.TryFind(key, out entry) && entry.Part != PartOfSpeech.Mark;

    public bool TryFind(ReadOnlySpan<char> word, out WordEntry entry)
    {
        if (WordKey.TryOf(word, out var key)) return TryFind(key, out entry);
        entry = default;
        if (word.Length > longest) return false;
        Span<char> folded = stackalloc char[word.Length];
        for (var i = 0; i < word.Length; i++) folded[i] = (char)Lexicon.Fold(word[i]);
        return lookup.TryGetValue(folded, out entry) && entry.Part != PartOfSpeech.Mark;
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
        foreach (var (name, set) in NameLexicon.Words) Draft.Of(drafts, Folded(name)).NameSet = set;
        return new WordTable(drafts);
    }

    static string Folded(string word) => string.Create(word.Length, word, static (folded, word) =>
    {
        for (var i = 0; i < word.Length; i++) folded[i] = (char)Lexicon.Fold(word[i]);
    });

    sealed class Draft
    {
        public bool Listed { get; private set; }

        public WordClass Classes { get; private set; }

        public PartOfSpeech Part { get; private set; }

        public string? Lemma { get; private set; }

        public ushort NameSet { get; set; }

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
