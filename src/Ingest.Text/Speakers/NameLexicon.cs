using Ingest.Text.Tokens;

namespace Ingest.Text.Speakers;

/// <summary>
/// The embedded lists of names, titles, places and organisations (Words/*.words.txt). What they say of a word is one of some dozens of sets of
/// <see cref="NameClass"/>, which are numbered, so that a token carries its set from the one look-up that it has.
/// </summary>
sealed class NameLexicon
{
    static readonly NameLexicon Shared = new();

    readonly Dictionary<string, NameClass> words = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, string> offices = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, NameClass>.AlternateLookup<ReadOnlySpan<char>> lookup;
    readonly NameClass[] sets;

    NameLexicon()
    {
        AddList("nationalities", NameClass.Nationality);
        AddList("organisation-words", NameClass.OrganisationWord);
        AddList("organisations", NameClass.Organisation);
        AddList("places", NameClass.Place);
        AddList("particles", NameClass.Particle);
        AddList("suffixes", NameClass.Suffix);
        AddList("surnames", NameClass.Surname);
        AddList("role-nouns", NameClass.Role);
        AddList("company-nouns", NameClass.CompanyNoun);
        foreach (var line in Lines("first-names"))
            foreach (var name in line.AsSpan(1))
                Add(name, line[0] switch { "m" => NameClass.Male, "f" => NameClass.Female, _ => NameClass.Unisex });
        AddTitles();
        lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        sets = [NameClass.None, .. words.Values.Distinct()];
    }

    /// <summary>Every word with the number of its set.</summary>
    public static IEnumerable<(string Word, ushort Set)> Words => Shared.words.Select(word => (word.Key, (ushort)Array.IndexOf(Shared.sets, word.Value)));

    /// <summary>What the lists say of a token.</summary>
    public static NameClass Of(in Token token) => Shared.sets[token.NameSet];

    /// <summary>What the lists say of what is no token: several words with hyphens between them, a word of a role.</summary>
    public static NameClass Find(ReadOnlySpan<char> word) => Shared.lookup.TryGetValue(word, out var found) ? found : NameClass.None;

    /// <summary>The office in full: <c>Senator</c> for <c>Sen.</c>; null where it is no abbreviation.</summary>
    public static string? Office(ReadOnlySpan<char> abbreviation) =>
        Shared.offices.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(abbreviation, out var office) ? office : null;

    static IEnumerable<string[]> Lines(string list) => WordList.Lines("Speakers.Words." + list).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    void AddTitles()
    {
        foreach (var line in Lines("honorifics"))
        {
            if (line[0] == "=")
            {
                offices[line[1]] = line[2];
                Add(line[1], NameClass.Office);
                continue;
            }
            var to = line[0] switch { "m" => NameClass.ToMan, "f" => NameClass.ToWoman, _ => NameClass.None };
            foreach (var word in line.AsSpan(1)) Add(word, NameClass.Honorific | to);
        }
    }

    void AddList(string list, NameClass classes)
    {
        foreach (var line in Lines(list))
            foreach (var name in line)
            {
                Add(name, classes);
                if (name.IndexOf('-', StringComparison.Ordinal) is > 0 and var hyphen) Add(name[..hyphen], NameClass.Opens);
            }
    }

    void Add(string word, NameClass classes) => words[word] = words.GetValueOrDefault(word) | classes;
}
