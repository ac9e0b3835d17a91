using Ingest.Text.Tokens;

namespace Ingest.Text.Speakers;

/// <summary>Cuts a run of capitalised words (<see cref="NameScanner"/>) into title and name, and tells by the words what the name is the name of.</summary>
readonly ref struct NameCutter(TokenizedText text, Cast cast)
{
    readonly ReadOnlySpan<Token> tokens = text.Tokens;
    readonly string text = text.Text;
    readonly Cast cast = cast;

    ReadOnlySpan<char> Word(int index) => tokens[index].Of(text);

    /// <summary>Takes title and modifiers off the run from token <paramref name="start"/> up to <paramref name="end"/> and adds what is left to the cast, if it is a name.</summary>
    /// <param name="sentenceStart">First token of the sentence.</param>
    /// <param name="sentence">Index of the sentence.</param>
    /// <param name="headline">Whether the sentence is a headline.</param>
    public void Add(int start, int end, int sentenceStart, int sentence, bool headline)
    {
        Span<NameClass> classes = stackalloc NameClass[NameScanner.MostWords];
        classes = classes[..(end - start)];
        for (var i = 0; i < classes.Length; i++) classes[i] = tokens[start + i].Kind == TokenKind.Word ? NameLexicon.Of(tokens[start + i]) : NameClass.None;

        var name = AfterTitle(start, classes, out var gender, out var titled);
        if (name < 0) name = titled ? 0 : AfterModifiers(start, classes);
        if (name >= classes.Length) return;
        if (IsAllTitle(start + (titled ? 0 : name), end)) return;
        if (!titled && classes.Length - name == 1 && tokens[start + name].IsRoleWord() && !classes[^1].Has(NameClass.First | NameClass.Surname)) return;

        // Norland CEO | Pledges: of whom the office is.
        if (!titled && classes.Length - name > 1 && tokens[end - 1].Shape == WordShape.Upper && tokens[end - 1].IsRoleWord()) classes = classes[..(--end - start)];
        var words = classes[name..];
        // The Texas Republican, Democrats: people, but no name.
        if (!titled && words[^1].Has(NameClass.Nationality) && !words[^1].Has(NameClass.First | NameClass.Surname)) return;
        if (words is [NameClass.OrganisationWord] && start == sentenceStart && !cast.Knows(tokens[start], text)) return;
        var kind = titled ? NameKind.Person : KindOf(start + name, end, words);
        if (titled && words[^1].Has(NameClass.OrganisationWord) && words.Length > 1 && !words[0].Has(NameClass.First)) kind = NameKind.Organisation;
        if (kind == NameKind.Unknown && words.Length == 1 && words[0].Has(NameClass.Nationality | NameClass.Honorific | NameClass.Office | NameClass.Role)
            && !cast.Knows(tokens[start + name], text)) return;
        if (kind == NameKind.Unknown && start + name > 0 && tokens[start + name - 1].Is(WordClass.Determiner) && !tokens[start + name - 1].Is(WordClass.Possessive)
            && start + name > sentenceStart && Word(start + name - 1) is "the" or "The" && (end >= tokens.Length || !IsModifier(end))) kind = NameKind.Organisation;
        if (gender == Gender.Unknown && kind == NameKind.Person && words.Length > 1) gender = GenderOf(words[0]);
        cast.Add(new NameMention(start + name, end, -1, sentence, -1) { TitleFirst = start, Kind = kind, Gender = gender, Titled = titled, InHeading = headline });
    }

    // Chief Minister, Attorney General: an office, and nobody's name.
    bool IsAllTitle(int first, int end)
    {
        if (end - first < 2) return false;
        for (var at = first; at < end; at++)
            if (!tokens[at].IsRoleWord() || tokens[at].Is(NameClass.First | NameClass.Surname)) return false;
        return true;
    }

    // Words before a noun are about something else: "the Trump campaign".
    bool IsModifier(int after) => tokens[after].Kind == TokenKind.Word && tokens[after].Shape == WordShape.Lower && tokens[after].Is(WordClass.Noun) && !tokens[after].Is(WordClass.FiniteVerb);

    /// <summary>Where the name begins after the last title of the run; -1 where there is no title before a name.</summary>
    int AfterTitle(int start, ReadOnlySpan<NameClass> classes, out Gender gender, out bool titled)
    {
        gender = Gender.Unknown;
        titled = false;
        for (var i = classes.Length - 2; i >= 0; i--)
        {
            ref readonly var token = ref tokens[start + i];
            var title = classes[i].Has(NameClass.Honorific | NameClass.Office | NameClass.Role) || token.Is(WordClass.Title | WordClass.PersonNoun);
            if (!title || !token.IsCapitalised) continue;
            // Dean Smith: a first name that is an office too, with nothing before it.
            if (classes[i].Has(NameClass.First) && !classes[i + 1].Has(NameClass.First) && i == 0 && !Word(start + i).EndsWith(".")) continue;
            if (i > 0 && classes[i - 1].Has(NameClass.First) && !classes[i].Has(NameClass.Honorific | NameClass.Office) && !IsOfPlace(start + i)) continue;
            var name = i + 1;
            if (!tokens[start + name].IsCapitalised)
            {
                // Ambassador to the United Nations Vassily Nebenzia.
                while (name < classes.Length - 1 && (!classes[name].Has(NameClass.First) || name < i + 3)) name++;
                // Secretary of State Clinton.
                if (name == classes.Length - 1 && (name < i + 3 || !classes[name].Has(NameClass.Surname))) return -1;
            }
            else if (classes.Length - name == 1 && classes[name].Has(NameClass.OrganisationWord)) return -1;
            titled = true;
            gender = classes[i].Has(NameClass.ToMan) ? Gender.Male
                : classes[i].Has(NameClass.ToWoman) || Word(start + i).EndsWith("woman", StringComparison.OrdinalIgnoreCase) ? Gender.Female : Gender.Unknown;
            // Senate Majority Leader Mitch McConnell; and General Motors is none.
            if (classes[i].Has(NameClass.Opens) && Joined(start + i, start + i + 2, NameClass.Organisation | NameClass.Place))
            {
                titled = false;
                gender = Gender.Unknown;
                continue;
            }
            return name;
        }
        return -1;
    }

    // Austin Mayor Tom Hale: nobody's second name.
    bool IsOfPlace(int at) => Word(at) is "President" or "Chairman" or "Chairwoman" or "Director" or "Governor" or "Senator" or "Mayor" or "Ambassador" or "Spokesman" or "Spokeswoman" or "CEO" or "CFO" or "Secretary" or "Minister";

    /// <summary>Where the name begins after nationality, place or organisation: <c>Texas Republican Ted Cruz</c>, <c>United Nations</c> …</summary>
    int AfterModifiers(int start, ReadOnlySpan<NameClass> classes)
    {
        if (classes[0].Has(NameClass.First) && !classes[0].Has(NameClass.Place | NameClass.Nationality)) return 0;
        for (var i = 1; i + 1 < classes.Length; i++)
        {
            if (!classes[i].Has(NameClass.First) || classes[i + 1].Has(NameClass.OrganisationWord)) continue;
            if (!tokens[start + i - 1].IsCapitalised) return 0;
            const NameClass modifier = NameClass.Nationality | NameClass.Place | NameClass.Organisation | NameClass.OrganisationWord | NameClass.Role;
            if (classes[i - 1].Has(modifier) || classes[0].Has(NameClass.Nationality | NameClass.Place | NameClass.OrganisationWord | NameClass.Organisation) || Joined(start, start + i, NameClass.Place | NameClass.Organisation)) return i;
            return 0;
        }
        return 0;
    }

    NameKind KindOf(int first, int end, ReadOnlySpan<NameClass> words)
    {
        if (words.Length > 1 && words[0].Has(NameClass.Opens))
        {
            if (Joined(first, end, NameClass.Place)) return NameKind.Place;
            if (Joined(first, end, NameClass.Organisation)) return NameKind.Organisation;
        }
        if (words.Length == 1)
        {
            return words[0].Has(NameClass.Surname) ? NameKind.Person
                : words[0].Has(NameClass.Place) ? NameKind.Place
                : words[0].Has(NameClass.Organisation | NameClass.OrganisationWord) ? NameKind.Organisation
                : NameKind.Unknown;
        }
        var organisation = false;
        for (var i = 0; i < words.Length; i++)
        {
            organisation |= words[i].Has(NameClass.OrganisationWord) || !tokens[first + i].IsCapitalised && Word(first + i) is "of" or "for" or "&";
        }
        var given = words[0].Has(NameClass.First) && !words[0].Has(NameClass.Place | NameClass.Nationality | NameClass.OrganisationWord);
        if (given && words.Length is 2 or 3 && organisation && IsSurnameToo(end - 1) && !words[0].Has(NameClass.Surname)) return NameKind.Person;
        if (organisation) return NameKind.Organisation;
        if (words[0].Has(NameClass.Organisation) && !given) return NameKind.Organisation;
        if (given && words.Length <= 5) return NameKind.Person;
        if (IsInitial(first) && words.Length <= 4) return NameKind.Person;
        if (words.Length is 2 or 3 && words[^1].Has(NameClass.Surname | NameClass.Suffix) && !words[0].Has(NameClass.Place | NameClass.Nationality)) return NameKind.Person;
        return NameKind.Unknown;
    }

    bool IsInitial(int at) => tokens[at].Length <= 4 && text[tokens[at].End - 1] == '.' && tokens[at].Shape is WordShape.Upper or WordShape.Capitalised
        && !tokens[at].Is(NameClass.Place | NameClass.Office | NameClass.Honorific);

    bool IsSurnameToo(int at) => Word(at) is "Church" or "House" or "Post" or "Power" or "Hall" or "Wells" or "Brothers" or "Labor" or "Watch" or "Force" or "Board" or "Clubb" or "Banks"
        || tokens[at].Is(NameClass.Surname);

    /// <summary>Whether the words with hyphens between them are a known name.</summary>
    bool Joined(int first, int end, NameClass classes)
    {
        Span<char> joined = stackalloc char[40];
        var length = 0;
        for (var i = first; i < end; i++)
        {
            var word = Word(i);
            if (length + word.Length + 1 > joined.Length) return false;
            if (length > 0) joined[length++] = '-';
            word.CopyTo(joined[length..]);
            length += word.Length;
        }
        return NameLexicon.Find(joined[..length]).Has(classes);
    }

    static Gender GenderOf(NameClass first) => first.Has(NameClass.Male) && !first.Has(NameClass.Female | NameClass.Unisex) ? Gender.Male
        : first.Has(NameClass.Female) && !first.Has(NameClass.Male | NameClass.Unisex) ? Gender.Female : Gender.Unknown;
}
