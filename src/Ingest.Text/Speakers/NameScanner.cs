using Ingest.Text.Tokens;

namespace Ingest.Text.Speakers;

/// <summary>
/// Finds the names in a sentence: runs of capitalised words with the small words that names have inside (<c>van der</c>,
/// <c>University of</c>), cut into title and name.
/// </summary>
readonly ref struct NameScanner(TokenizedText text, Cast cast)
{
    const int MostWords = 12;

    const int LongestHeading = 40;
    const int ShortestLong = 4;

    // LinkedIn is a name.
    const int ShortestOpening = 3;
    const int ShortestName = 5;

    const WordClass NeverInName = WordClass.Determiner | WordClass.SubjectPronoun | WordClass.ObjectPronoun | WordClass.IndefinitePronoun
        | WordClass.Possessive | WordClass.Relative | WordClass.Preposition | WordClass.Conjunction | WordClass.Subordinator | WordClass.Be
        | WordClass.Have | WordClass.Do | WordClass.Modal | WordClass.Negation | WordClass.Weekday | WordClass.Month;

    const WordClass Common = WordClass.Noun | WordClass.Adjective | WordClass.Verb | WordClass.Adverb | WordClass.Time | WordClass.NumberWord;

    const WordClass OpensSentence = WordClass.Stop | WordClass.DoubleMark | WordClass.Colon | WordClass.OpenBracket | WordClass.Ellipsis;

    readonly ReadOnlySpan<Token> tokens = text.Tokens;
    readonly string text = text.Text;
    readonly Cast cast = cast;

    /// <summary>Adds the names of sentence number <paramref name="index"/> to the cast.</summary>
    public void Read(in Sentence sentence, int index)
    {
        var headline = sentence.Paragraph == 0 || IsHeading(sentence);
        for (var at = sentence.First; at < sentence.End;)
        {
            if (!Begins(at, sentence.First, headline))
            {
                at++;
                continue;
            }
            var end = RunEnd(at, sentence.End, headline);
            // Los | Angeles-based: no name either.
            if (end == sentence.End || !Compound.Is(tokens[end], text)) Cut(at, end, sentence.First, index, headline);
            at = end;
        }
    }

    // A headline among the paragraphs: no full stop, and its long words are capitalised, some of them such as are no names.
    bool IsHeading(in Sentence sentence)
    {
        if (sentence.End - sentence.First > LongestHeading || text[tokens[sentence.End - 1].Start] == '.') return false;
        int high = 0, low = 0, common = 0;
        for (var at = sentence.First + 1; at < sentence.End; at++)
        {
            ref readonly var token = ref tokens[at];
            if (token.Kind != TokenKind.Word || token.Length < ShortestLong) continue;
            if (token.IsCapitalised)
            {
                high++;
                if (token.Is(WordClass.Verb | WordClass.Adjective | WordClass.Adverb)) common++;
            }
            else if (++low > 2) return false;
        }
        return high >= 3 && high >= low * 4 && common > 0;
    }

    ReadOnlySpan<char> Word(int index) => tokens[index].Of(text);

    bool Begins(int at, int sentenceStart, bool headline)
    {
        ref readonly var token = ref tokens[at];
        if (token.Kind != TokenKind.Word || token.Shape == WordShape.Lower) return false;
        if (IsGlued(at) || Compound.Is(token, text) || IsSays(at)) return false;
        if (token.Length <= 8 && (IsInterjection(Word(at)) || IsPeriod(Word(at)) || IsMeasure(Word(at)))) return false;
        var opens = at == sentenceStart || tokens[at - 1].Is(OpensSentence) || headline;
        if (token.Is(NeverInName))
        {
            if (token.Shape == WordShape.Upper && token.Length is 2 or 3 && !headline && token.Is(WordClass.ObjectPronoun | WordClass.Relative)) return true;
            return IsFirstName(at) && IsCapitalisedName(at + 1) && !tokens[at + 1].Is(WordClass.Verb) && tokens[at + 1].Spaced || !headline && IsSurnameOfMonth(at, sentenceStart);
        }
        // Said Comey, "…"
        if (opens && !headline && token.Shape == WordShape.Capitalised && token.Is(WordClass.ReportingVerb) && token.Is(WordClass.VerbPast)) return false;
        if (!opens || !token.Is(Common) || token.Shape == WordShape.Upper && !headline) return true;
        if (token.Is(WordClass.Title | WordClass.PersonNoun)) return true;
        if (token.Length <= 10 && at + 2 < tokens.Length && Word(at) is "Bank" or "University" or "Ministry" or "Department" or "Institute" && Word(at + 1) is "of" && IsCapitalisedName(at + 2)) return true;
        const NameClass named = NameClass.First | NameClass.Surname | NameClass.Place | NameClass.Organisation | NameClass.Nationality | NameClass.Office | NameClass.Honorific | NameClass.Opens;
        return (NameLexicon.Of(tokens[at]) & named) != NameClass.None || cast.Knows(tokens[at], text)
            || (!headline && IsOrganisationWord(at + 1) && tokens[at].Is(WordClass.Noun | WordClass.Adjective));
    }

    // May said, said May, once Theresa May was named; but not "in May", "last May", "May 5".
    bool IsSurnameOfMonth(int at, int sentenceStart) => tokens[at].Is(WordClass.Month) && cast.Knows(tokens[at], text) && !IsDay(at + 1)
        && (at == sentenceStart || tokens[at - 1].Is(OpensSentence | WordClass.Comma | WordClass.Conjunction | WordClass.ReportingVerb)
            || at + 1 < tokens.Length && (tokens[at + 1].Kind == TokenKind.Clitic || tokens[at + 1].Is(WordClass.ReportingVerb) && !tokens[at - 1].Is(WordClass.Preposition | WordClass.Determiner | WordClass.Adjective)));

    bool IsDay(int at) => at < tokens.Length && tokens[at].Kind == TokenKind.Number;

    // DealMeanwhile, RecoveryThe: a scrape glued the word that opens a sentence to the last one of a heading.
    bool IsGlued(int at)
    {
        if (tokens[at].Shape != WordShape.Mixed) return false;
        var word = Word(at);
        var second = word.LastIndexOfAnyInRange('A', 'Z');
        if (second < 2 || !char.IsLower(word[second - 1]) || word.Length - second < ShortestOpening) return false;
        var opening = word[second..];
        if (opening is "Meanwhile" or "However" or "Based" or "About" or "After" or "From" or "According") return true;
        if (Lexicon.TryFind(opening, out var found))
        {
            if ((found.Classes & (WordClass.Determiner | WordClass.Subordinator)) != WordClass.None) return true;
            if ((found.Classes & WordClass.PersonNoun) != WordClass.None && found.Part == PartOfSpeech.Plural && opening is not ("Fans" or "Users" or "Players" or "Friends")) return true;
        }
        // AllianceNorland: the name that a paragraph begins with, behind a heading.
        return opening.Length >= ShortestName && (NameLexicon.Find(opening) & NameClass.OrganisationWord) == NameClass.None && cast.Knows(opening);
    }

    // Norland Says It Will: a headline among the paragraphs.
    bool IsSays(int at) => tokens[at].Part == PartOfSpeech.VerbPresent && tokens[at].Is(WordClass.ReportingVerb) && (!tokens[at].Is(WordClass.Noun) || Word(at) is "Says") || Word(at) is "Say";

    // Q3, H1, FY21: nobody's name, however often a report on a company begins with it.
    static bool IsPeriod(ReadOnlySpan<char> word) => word is ['Q' or 'H', >= '1' and <= '4'] || word is ['F', 'Y', _, ..] && !word[2..].ContainsAnyExceptInRange('0', '9');

    // What is counted, and by what: EPS rose.
    static bool IsMeasure(ReadOnlySpan<char> word) => word is "EPS" or "FCF" or "CAGR" or "AUM" or "GAAP" or "non-GAAP" or "EBITDA" or "GDP" or "CPI" or "IPO" or "IPOs" or "ETF" or "ETFs" or "YoY" or "SUV" or "SUVs" or "COVID-19" or "Covid-19" or "COVID";

    static bool IsInterjection(ReadOnlySpan<char> word) => word is "Yes" or "No" or "Oh" or "Hey" or "Well" or "Ok" or "OK" or "Okay" or "Hi" or "Hello" or "Thanks" or "Yeah" or "Wow"
        or "Please" or "Sorry" or "Look" or "Ah" or "Um" or "Soon" or "Here" or "There" or "Now" or "Then" or "Just" or "Even" or "Again" or "Still" or "Yet" or "Today" or "Also" or "Once";

    bool IsOrganisationWord(int at) => IsCapitalisedName(at) && (NameLexicon.Of(tokens[at]) & NameClass.OrganisationWord) != NameClass.None;

    bool IsFirstName(int at) => (NameLexicon.Of(tokens[at]) & NameClass.First) != NameClass.None;

    bool IsCapitalisedName(int at) => at < tokens.Length && tokens[at].IsCapitalised && !tokens[at].Is(NeverInName);

    int RunEnd(int start, int limit, bool headline)
    {
        var linked = false;
        limit = Math.Min(limit, start + MostWords);
        var at = start;
        while (at < limit)
        {
            at++;
            if (at >= limit) break;
            ref readonly var token = ref tokens[at];
            if (token.IsCapitalised)
            {
                if (!token.Spaced || IsGlued(at) || Compound.Is(token, text) || IsSays(at) || (headline && IsHeadlineVerb(at))) break;
                // Norland Corp. | Bloomberg News: the form of a company ends its name.
                if (IsCompanyForm(Word(at - 1)) && !IsRoleWord(at) && !IsTail(at) && (NameLexicon.Of(token) & NameClass.OrganisationWord) == NameClass.None) break;
                if (!token.Is(NeverInName)) continue;
                // Theresa May, Kanye West's will; but not "Trump In Ohio".
                if (token.Is(WordClass.Month | WordClass.Modal) && IsFirstName(at - 1) && (at - start == 1 || token.Is(WordClass.Month))) continue;
                // Mrs. May, Nurse May Castel; in a headline, whose verbs have capitals, only with a name behind.
                if (token.Is(WordClass.Month) && IsRoleWord(at - 1) && !IsDay(at + 1)
                    && (!headline || IsCapitalisedName(at + 1) && tokens[at + 1].Spaced && !tokens[at + 1].Is(WordClass.Verb))) continue;
                break;
            }
            var next = at + 1;
            if (next >= limit) break;
            if (token.Kind == TokenKind.Word)
            {
                if (Links(at))
                {
                    if (Word(next) is "the" && next + 1 < limit) next++;
                    if (!IsCapitalisedName(next) || (headline && !IsOrganisationWord(next - 1))) break;
                    linked = true;
                    at = next;
                    continue;
                }
                if (Word(at) is "and" && linked && IsCapitalisedName(next) && !IsFirstName(next))
                {
                    at = next;
                    continue;
                }
                var particle = at;
                while (particle < limit && tokens[particle].Kind == TokenKind.Word && (NameLexicon.Of(tokens[particle]) & NameClass.Particle) != NameClass.None) particle++;
                if (particle == at || particle - at > 2 || particle >= limit || !IsCapitalisedName(particle) || IsRoleWord(at - 1)) break;
                at = particle;
                continue;
            }
            // The Dockworkers' Union.
            if (Word(at) is "'" or "’" && !token.Spaced && text[token.Start - 1] == 's' && IsCapitalisedName(next) && tokens[next].Spaced
                && (IsOrganisationWord(next) || next + 1 < limit && IsCapitalisedName(next + 1) && tokens[next + 1].Spaced && IsOrganisationWord(next + 1)))
            {
                at = next;
                continue;
            }
            if (Word(at) is "&" && IsCapitalisedName(next))
            {
                at = next;
                continue;
            }
            if (token.Is(WordClass.Comma) && tokens[next].IsCapitalised && IsTail(next))
            {
                at = next;
                continue;
            }
            break;
        }
        return at;
    }

    // Ambassador to …, Institute of …, Center on …; but Norland Corp. for …, headquarters to … are about two.
    bool Links(int at)
    {
        if (Word(at) is not ("of" or "for" or "to" or "on")) return false;
        if (Word(at) is "on") return Word(at - 1) is "Center" or "Centre" or "Council" or "Committee" or "Commission" or "Conference";
        return IsRoleWord(at - 1) || Word(at) is not "to" && (NameLexicon.Of(tokens[at - 1]) & NameClass.OrganisationWord) != NameClass.None && !IsCompanyForm(Word(at - 1));
    }

    static bool IsCompanyForm(ReadOnlySpan<char> word) => word.TrimEnd('.') is "Inc" or "Corp" or "Ltd" or "Co" or "Plc" or "PLC" or "LLC" or "LP" or "LLP";

    bool IsTail(int at) => (NameLexicon.Of(tokens[at]) & NameClass.Suffix) != NameClass.None || Word(at) is "Inc." or "Inc" or "LLC" or "Ltd." or "LLP" or "Ltd";

    // A headline capitalises its verbs: "Trump Says", "Clinton Accuses".
    bool IsHeadlineVerb(int at) => tokens[at].Is(WordClass.ReportingVerb | WordClass.BeliefVerb)
        || (tokens[at].Is(WordClass.Verb) && !tokens[at].Is(WordClass.Noun) && (NameLexicon.Of(tokens[at]) & (NameClass.First | NameClass.Surname)) == NameClass.None);

    bool IsRoleWord(int at) => tokens[at].Is(WordClass.Title | WordClass.PersonNoun) || (NameLexicon.Of(tokens[at]) & (NameClass.Role | NameClass.Office)) != NameClass.None;

    /// <summary>Takes title and modifiers off a run and adds what is left to the cast.</summary>
    void Cut(int start, int end, int sentenceStart, int sentence, bool headline)
    {
        Span<NameClass> classes = stackalloc NameClass[MostWords];
        classes = classes[..(end - start)];
        for (var i = 0; i < classes.Length; i++) classes[i] = tokens[start + i].Kind == TokenKind.Word ? NameLexicon.Of(tokens[start + i]) : NameClass.None;

        var name = AfterTitle(start, classes, out var gender, out var titled);
        if (name < 0) name = titled ? 0 : AfterModifiers(start, classes);
        if (name >= classes.Length) return;
        if (IsAllTitle(start + (titled ? 0 : name), end)) return;
        if (!titled && classes.Length - name == 1 && IsRoleWord(start + name) && (classes[^1] & (NameClass.First | NameClass.Surname)) == NameClass.None) return;

        // Norland CEO | Pledges: of whom the office is.
        if (!titled && classes.Length - name > 1 && tokens[end - 1].Shape == WordShape.Upper && IsRoleWord(end - 1)) classes = classes[..(--end - start)];
        var words = classes[name..];
        // The Texas Republican, Democrats: people, but no name.
        if (!titled && (words[^1] & NameClass.Nationality) != NameClass.None && (words[^1] & (NameClass.First | NameClass.Surname)) == NameClass.None) return;
        if (words is [NameClass.OrganisationWord] && start == sentenceStart && !cast.Knows(tokens[start], text)) return;
        var kind = titled ? NameKind.Person : KindOf(start + name, end, words);
        if (titled && (words[^1] & NameClass.OrganisationWord) != NameClass.None && words.Length > 1 && (words[0] & NameClass.First) == NameClass.None) kind = NameKind.Organisation;
        if (kind == NameKind.Unknown && words.Length == 1 && (words[0] & (NameClass.Nationality | NameClass.Honorific | NameClass.Office | NameClass.Role)) != NameClass.None
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
            if (!IsRoleWord(at) || (NameLexicon.Of(tokens[at]) & (NameClass.First | NameClass.Surname)) != NameClass.None) return false;
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
            var title = (classes[i] & (NameClass.Honorific | NameClass.Office | NameClass.Role)) != NameClass.None || token.Is(WordClass.Title | WordClass.PersonNoun);
            if (!title || !token.IsCapitalised) continue;
            // Dean Smith: a first name that is an office too, with nothing before it.
            if ((classes[i] & NameClass.First) != NameClass.None && (classes[i + 1] & NameClass.First) == NameClass.None && i == 0 && !Word(start + i).EndsWith(".")) continue;
            if (i > 0 && (classes[i - 1] & NameClass.First) != NameClass.None && (classes[i] & (NameClass.Honorific | NameClass.Office)) == NameClass.None) continue;
            var name = i + 1;
            if (!tokens[start + name].IsCapitalised)
            {
                // Ambassador to the United Nations Vassily Nebenzia.
                while (name < classes.Length - 1 && ((classes[name] & NameClass.First) == NameClass.None || name < i + 3)) name++;
                // Secretary of State Clinton.
                if (name == classes.Length - 1 && (name < i + 3 || (classes[name] & NameClass.Surname) == NameClass.None)) return -1;
            }
            else if (classes.Length - name == 1 && (classes[name] & NameClass.OrganisationWord) != NameClass.None) return -1;
            titled = true;
            gender = (classes[i] & NameClass.ToMan) != NameClass.None ? Gender.Male
                : (classes[i] & NameClass.ToWoman) != NameClass.None || Word(start + i).EndsWith("woman", StringComparison.OrdinalIgnoreCase) ? Gender.Female : Gender.Unknown;
            // Senate Majority Leader Mitch McConnell; and General Motors is none.
            if ((classes[i] & NameClass.Opens) != NameClass.None && Joined(start + i, start + i + 2, NameClass.Organisation | NameClass.Place))
            {
                titled = false;
                gender = Gender.Unknown;
                continue;
            }
            return name;
        }
        return -1;
    }

    /// <summary>Where the name begins after nationality, place or organisation: <c>Texas Republican Ted Cruz</c>, <c>United Nations</c> …</summary>
    int AfterModifiers(int start, ReadOnlySpan<NameClass> classes)
    {
        if ((classes[0] & NameClass.First) != NameClass.None && (classes[0] & (NameClass.Place | NameClass.Nationality)) == NameClass.None) return 0;
        for (var i = 1; i + 1 < classes.Length; i++)
        {
            if ((classes[i] & NameClass.First) == NameClass.None || (classes[i + 1] & NameClass.OrganisationWord) != NameClass.None) continue;
            if (!tokens[start + i - 1].IsCapitalised) return 0;
            const NameClass modifier = NameClass.Nationality | NameClass.Place | NameClass.Organisation | NameClass.OrganisationWord | NameClass.Role;
            if ((classes[i - 1] & modifier) != NameClass.None || (classes[0] & (NameClass.Nationality | NameClass.Place | NameClass.OrganisationWord | NameClass.Organisation)) != NameClass.None || Joined(start, start + i, NameClass.Place | NameClass.Organisation)) return i;
            return 0;
        }
        return 0;
    }

    NameKind KindOf(int first, int end, ReadOnlySpan<NameClass> words)
    {
        if (words.Length > 1 && (words[0] & NameClass.Opens) != NameClass.None)
        {
            if (Joined(first, end, NameClass.Place)) return NameKind.Place;
            if (Joined(first, end, NameClass.Organisation)) return NameKind.Organisation;
        }
        if (words.Length == 1)
        {
            return (words[0] & NameClass.Surname) != NameClass.None ? NameKind.Person
                : (words[0] & NameClass.Place) != NameClass.None ? NameKind.Place
                : (words[0] & (NameClass.Organisation | NameClass.OrganisationWord)) != NameClass.None ? NameKind.Organisation
                : NameKind.Unknown;
        }
        var organisation = false;
        for (var i = 0; i < words.Length; i++)
        {
            organisation |= (words[i] & NameClass.OrganisationWord) != NameClass.None || !tokens[first + i].IsCapitalised && Word(first + i) is "of" or "for" or "&";
        }
        var given = (words[0] & NameClass.First) != NameClass.None && (words[0] & (NameClass.Place | NameClass.Nationality | NameClass.OrganisationWord)) == NameClass.None;
        if (given && words.Length is 2 or 3 && organisation && IsSurnameToo(end - 1) && (words[0] & NameClass.Surname) == NameClass.None) return NameKind.Person;
        if (organisation) return NameKind.Organisation;
        if ((words[0] & NameClass.Organisation) != NameClass.None && !given) return NameKind.Organisation;
        if (given && words.Length <= 5) return NameKind.Person;
        if (IsInitial(first) && words.Length <= 4) return NameKind.Person;
        if (words.Length is 2 or 3 && (words[^1] & (NameClass.Surname | NameClass.Suffix)) != NameClass.None && (words[0] & (NameClass.Place | NameClass.Nationality)) == NameClass.None) return NameKind.Person;
        return NameKind.Unknown;
    }

    bool IsInitial(int at) => tokens[at].Length <= 4 && text[tokens[at].End - 1] == '.' && tokens[at].Shape is WordShape.Upper or WordShape.Capitalised
        && (NameLexicon.Of(tokens[at]) & (NameClass.Place | NameClass.Office | NameClass.Honorific)) == NameClass.None;

    bool IsSurnameToo(int at) => Word(at) is "Church" or "House" or "Post" or "Power" or "Hall" or "Wells" or "Brothers" or "Labor" or "Watch" or "Force" or "Board" or "Clubb" or "Banks"
        || (NameLexicon.Of(tokens[at]) & NameClass.Surname) != NameClass.None;

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
        return (NameLexicon.Find(joined[..length]) & classes) != NameClass.None;
    }

    static Gender GenderOf(NameClass first) => (first & NameClass.Male) != NameClass.None && (first & (NameClass.Female | NameClass.Unisex)) == NameClass.None ? Gender.Male
        : (first & NameClass.Female) != NameClass.None && (first & (NameClass.Male | NameClass.Unisex)) == NameClass.None ? Gender.Female : Gender.Unknown;
}
