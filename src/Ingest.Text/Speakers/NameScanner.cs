using Ingest.Text.Tokens;

namespace Ingest.Text.Speakers;

/// <summary>
/// Finds the names in a sentence: runs of capitalised words with the small words that names have inside (<c>van der</c>,
/// <c>University of</c>); <see cref="NameCutter"/> cuts them into title and name.
/// </summary>
readonly ref struct NameScanner(TokenizedText text, Cast cast)
{
    /// <summary>No run has more words.</summary>
    public const int MostWords = 12;

    const int LongestHeading = 40;
    const int ShortestLong = 4;

    // LinkedIn is a name.
    const int ShortestOpening = 3;
    const int ShortestName = 5;
    const int ShortestUnlisted = 8;

    // Corp.
    const int LongestForm = 5;

    const WordClass NeverInName = WordClass.Determiner | WordClass.SubjectPronoun | WordClass.ObjectPronoun | WordClass.IndefinitePronoun
        | WordClass.Possessive | WordClass.Relative | WordClass.Preposition | WordClass.Conjunction | WordClass.Subordinator | WordClass.Be
        | WordClass.Have | WordClass.Do | WordClass.Modal | WordClass.Negation | WordClass.Weekday | WordClass.Month;

    const WordClass Common = WordClass.Noun | WordClass.Adjective | WordClass.Verb | WordClass.Adverb | WordClass.Time | WordClass.NumberWord;

    const WordClass OpensSentence = WordClass.Stop | WordClass.DoubleMark | WordClass.Colon | WordClass.OpenBracket | WordClass.Ellipsis;

    readonly ReadOnlySpan<Token> tokens = text.Tokens;
    readonly string text = text.Text;
    readonly Cast cast = cast;
    readonly NameCutter cutter = new(text, cast);

    /// <summary>Adds the names of sentence number <paramref name="index"/> to the cast.</summary>
    public void Read(in Sentence sentence, int index)
    {
        var headline = sentence.Paragraph == 0 || IsHeading(sentence);
        for (var at = sentence.First; at < sentence.End;)
        {
            // Most words are in small letters.
            if (tokens[at].Shape == WordShape.Lower || !Begins(at, sentence.First, headline))
            {
                at++;
                continue;
            }
            var end = RunEnd(at, sentence.End, headline);
            // Los | Angeles-based: no name either.
            if (end == sentence.End || !Compound.Is(tokens[end], text)) cutter.Add(at, end, sentence.First, index, headline);
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
        if (token.Kind != TokenKind.Word) return false;
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
        if (opens && !headline && IsUnlisted(at)) return false;
        if (!opens || !token.Is(Common) || token.Shape == WordShape.Upper && !headline) return true;
        if (token.Is(WordClass.Title | WordClass.PersonNoun)) return true;
        if (token.Length <= 10 && at + 2 < tokens.Length && Word(at) is "Bank" or "University" or "Ministry" or "Department" or "Institute" && Word(at + 1) is "of" && IsCapitalisedName(at + 2)) return true;
        const NameClass named = NameClass.First | NameClass.Surname | NameClass.Place | NameClass.Organisation | NameClass.Nationality | NameClass.Office | NameClass.Honorific | NameClass.Opens;
        return tokens[at].Is(named) || cast.Knows(tokens[at], text)
            || (!headline && IsOrganisationWord(at + 1) && tokens[at].Is(WordClass.Noun | WordClass.Adjective));
    }

    // May said, said May, once Theresa May was named; but not "in May", "last May", "May 5".
    bool IsSurnameOfMonth(int at, int sentenceStart) => tokens[at].Is(WordClass.Month) && cast.Knows(tokens[at], text) && !IsDay(at + 1)
        && (at == sentenceStart || tokens[at - 1].Is(OpensSentence | WordClass.Comma | WordClass.Conjunction | WordClass.ReportingVerb)
            || at + 1 < tokens.Length && (tokens[at + 1].Kind == TokenKind.Clitic || tokens[at + 1].Is(WordClass.ReportingVerb) && !tokens[at - 1].Is(WordClass.Preposition | WordClass.Determiner | WordClass.Adjective)));

    bool IsDay(int at) => at < tokens.Length && tokens[at].Kind == TokenKind.Number;

    // Unsurprisingly, it …; Proponents say …: an adverb or a plural that no list has, at a sentence's start, and nobody known so far.
    bool IsUnlisted(int at)
    {
        if (tokens[at].Length < ShortestUnlisted || tokens[at].Shape != WordShape.Capitalised || at + 1 >= tokens.Length || tokens[at].Is(Common) || NameLexicon.Of(tokens[at]) != NameClass.None) return false;
        var word = Word(at);
        ref readonly var next = ref tokens[at + 1];
        if (next.Is(WordClass.Comma)) return word.EndsWith("ly");
        return word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') && next.Shape == WordShape.Lower && next.Part is PartOfSpeech.VerbBase or PartOfSpeech.VerbPast or PartOfSpeech.Modal && !cast.Knows(tokens[at], text);
    }

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
        return opening.Length >= ShortestName && !NameLexicon.Find(opening).Has(NameClass.OrganisationWord) && cast.Knows(opening);
    }

    // Norland Says It Will: a headline among the paragraphs.
    bool IsSays(int at) => tokens[at].Part == PartOfSpeech.VerbPresent && tokens[at].Is(WordClass.ReportingVerb) && (!tokens[at].Is(WordClass.Noun) || Word(at) is "Says") || Word(at) is "Say";

    // Q3, H1, FY21: nobody's name, however often a report on a company begins with it.
    static bool IsPeriod(ReadOnlySpan<char> word) => word is ['Q' or 'H', >= '1' and <= '4'] || word is ['F', 'Y', _, ..] && !word[2..].ContainsAnyExceptInRange('0', '9');

    // What is counted, and by what: EPS rose.
    static bool IsMeasure(ReadOnlySpan<char> word) => word is "EPS" or "FCF" or "CAGR" or "AUM" or "GAAP" or "non-GAAP" or "EBITDA" or "GDP" or "CPI" or "IPO" or "IPOs" or "ETF" or "ETFs" or "YoY" or "SUV" or "SUVs" or "COVID-19" or "Covid-19" or "COVID";

    static bool IsInterjection(ReadOnlySpan<char> word) => word is "Yes" or "No" or "Oh" or "Hey" or "Well" or "Ok" or "OK" or "Okay" or "Hi" or "Hello" or "Thanks" or "Yeah" or "Wow"
        or "Please" or "Sorry" or "Look" or "Ah" or "Um" or "Soon" or "Here" or "There" or "Now" or "Then" or "Just" or "Even" or "Again" or "Still" or "Yet" or "Today" or "Also" or "Once" or "Click";

    bool IsOrganisationWord(int at) => IsCapitalisedName(at) && tokens[at].Is(NameClass.OrganisationWord);

    bool IsFirstName(int at) => tokens[at].Is(NameClass.First);

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
                if (tokens[at - 1].Length <= LongestForm && IsCompanyForm(Word(at - 1)) && !tokens[at].IsRoleWord() && !IsTail(at) && !token.Is(NameClass.OrganisationWord)) break;
                if (!token.Is(NeverInName)) continue;
                // Theresa May, Kanye West's will; but not "Trump In Ohio".
                if (token.Is(WordClass.Month | WordClass.Modal) && IsFirstName(at - 1) && (at - start == 1 || token.Is(WordClass.Month))) continue;
                // Mrs. May, Nurse May Castel; in a headline, whose verbs have capitals, only with a name behind.
                if (token.Is(WordClass.Month) && tokens[at - 1].IsRoleWord() && !IsDay(at + 1)
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
                while (particle < limit && tokens[particle].Kind == TokenKind.Word && tokens[particle].Is(NameClass.Particle)) particle++;
                if (particle == at || particle - at > 2 || particle >= limit || !IsCapitalisedName(particle) || tokens[at - 1].IsRoleWord()) break;
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
        return tokens[at - 1].IsRoleWord() || Word(at) is not "to" && tokens[at - 1].Is(NameClass.OrganisationWord) && !IsCompanyForm(Word(at - 1));
    }

    static bool IsCompanyForm(ReadOnlySpan<char> word) => word.TrimEnd('.') is "Inc" or "Corp" or "Ltd" or "Co" or "Plc" or "PLC" or "LLC" or "LP" or "LLP";

    bool IsTail(int at) => tokens[at].Is(NameClass.Suffix) || Word(at) is "Inc." or "Inc" or "LLC" or "Ltd." or "LLP" or "Ltd";

    // A headline capitalises its verbs: "Trump Says", "Clinton Accuses".
    bool IsHeadlineVerb(int at) => tokens[at].Is(WordClass.ReportingVerb | WordClass.BeliefVerb)
        || (tokens[at].Is(WordClass.Verb) && !tokens[at].Is(WordClass.Noun) && !tokens[at].Is(NameClass.First | NameClass.Surname));
}
