using Ingest.Text.Tokens;

namespace Ingest.Text.Speakers;

/// <summary>
/// The role that an article gives a person, before the name (<c>Russian Deputy Foreign Minister Sergey Ryabkov</c>, <c>analyst
/// Ed Low</c>) or in apposition after it (<c>Jens Stoltenberg, the alliance's secretary general,</c>).
/// </summary>
static class RoleReader
{
    /// <summary>So many mentions of a person are asked for a role.</summary>
    const int MostMentions = 12;

    const int MostWordsBefore = 8;

    /// <summary>No role is longer, in characters.</summary>
    const int LongestRole = 120;

    const int MostWordsAfter = 16;

    const WordClass EndsPhrase = WordClass.Comma | WordClass.Stop | WordClass.Colon | WordClass.Semicolon | WordClass.Dash | WordClass.Ellipsis
        | WordClass.OpenBracket | WordClass.CloseBracket | WordClass.DoubleMark | WordClass.Relative | WordClass.Subordinator;

    const WordClass NoModifier = WordClass.Determiner | WordClass.SubjectPronoun | WordClass.ObjectPronoun | WordClass.IndefinitePronoun | WordClass.Possessive
        | WordClass.Relative | WordClass.Preposition | WordClass.Conjunction | WordClass.Subordinator | WordClass.Auxiliary | WordClass.Negation
        | WordClass.Weekday | WordClass.Month | WordClass.Adverb;

    const WordClass NeverHead = WordClass.Determiner | WordClass.SubjectPronoun | WordClass.ObjectPronoun | WordClass.Possessive | WordClass.Relative | WordClass.Preposition
        | WordClass.Conjunction | WordClass.Auxiliary | WordClass.Weekday | WordClass.Month | WordClass.ReportingVerb;

    /// <summary>The role of a member in the article's words, abbreviations written out; empty where it has none.</summary>
    public static string Of(Scene scene, int member)
    {
        ref var person = ref scene.Cast[member];
        if (person.Role is { } known) return known;
        var role = "";
        var next = person.First;
        for (var seen = 0; next >= 0 && seen < MostMentions && role.Length == 0; seen++)
        {
            var mention = scene.Cast.Mentions[next];
            if (Before(scene, mention) is { } before) role = before;
            else if (After(scene, mention) is { } after) role = after;
            next = mention.Later;
        }
        return scene.Cast[member].Role = role;
    }

    /// <summary>
    /// All roles by which a definite phrase may mean a member: besides what <see cref="Of"/> reads, those of his other mentions, what somebody
    /// is to somebody (<c>his lawyer, Ann Low,</c>) and what he is said to be (<c>Ann Low is a farmer</c>).
    /// </summary>
    public static string[] All(Scene scene, int member)
    {
        if (scene.Cast[member].Roles is { } known) return known;
        List<string>? roles = null;
        var next = scene.Cast[member].First;
        for (var seen = 0; next >= 0 && seen < MostMentions; seen++)
        {
            var mention = scene.Cast.Mentions[next];
            if (Before(scene, mention, anybodys: true) is { Length: > 0 } before && roles?.Contains(before) != true) (roles ??= []).Add(before);
            if ((After(scene, mention) ?? Predicate(scene, mention)) is { Length: > 0 } after && roles?.Contains(after) != true) (roles ??= []).Add(after);
            next = mention.Later;
        }
        return scene.Cast[member].Roles = roles?.ToArray() ?? [];
    }

    /// <summary><c>Ann Low is a farmer</c>, <c>Ann Low, who became director of the institute</c>.</summary>
    static string? Predicate(Scene scene, in NameMention mention)
    {
        var tokens = scene.Text.Tokens;
        var limit = scene.Text.Sentences[mention.Sentence].End;
        var at = mention.End;
        if (at + 1 < limit && tokens[at].Is(WordClass.Comma) && scene.Word(at + 1) is "who") at += 2;
        if (at + 2 >= limit || scene.Word(at) is not ("is" or "was" or "became" or "becomes")) return null;
        at++;
        return scene.Word(at) is "a" or "an" or "the" || IsHead(scene, at) ? Apposition(scene, at, limit) : null;
    }

    /// <summary>Whether a token is the noun of a role.</summary>
    public static bool IsHead(Scene scene, int token)
    {
        ref readonly var word = ref scene.Text.Tokens[token];
        if (word.Kind != TokenKind.Word) return false;
        if (word.Is(WordClass.Title | WordClass.PersonNoun)) return true;
        if (word.Is(NeverHead)) return false;
        if (scene.Word(token) is "master") return true;
        var classes = NameLexicon.Of(word);
        return classes.Has(NameClass.Role | NameClass.Office);
    }

    static bool IsGroup(Scene scene, int token) => scene.Word(token) is "Republicans" or "Democrats" or "Officials" or "Leaders" or "Lawmakers" or "Friends" or "Members" or "Supporters";

    static bool IsRival(ReadOnlySpan<char> head) => head is "friend" or "rival" or "supporter" or "opponent" or "critic" or "wife" or "husband" or "rivals" or "friends";

    // Nouns that say how somebody stands to somebody else, not what they are.
    static bool IsRelation(ReadOnlySpan<char> head) => head is "rival" or "friend" or "supporter" or "opponent" or "critic" or "people" or "person" or "man" or "woman"
        or "wife" or "husband" or "son" or "daughter" or "brother" or "sister" or "mother" or "father" or "partner" or "member" or "boss" or "source" or "one" or "winner" or "runner" or "user"
        or "guard" or "guest" or "ally" or "resident" or "fellow" or "driver" or "head" or "witness" or "ruler" or "king" or "queen" or "hunter";

    static bool IsHonorific(Scene scene, int token)
    {
        var classes = NameLexicon.Of(scene.Text.Tokens[token]);
        return classes.Has(NameClass.Honorific) && !classes.Has(NameClass.Office | NameClass.Role);
    }

    static string? Before(Scene scene, in NameMention mention, bool anybodys = false)
    {
        var tokens = scene.Text.Tokens;
        var start = scene.Text.Sentences[mention.Sentence].First;
        var last = mention.First - 1;
        // The chairman, Ed Low, said.
        var comma = last > start && tokens[last].Is(WordClass.Comma);
        if (comma) last--;
        while (last >= start && IsHonorific(scene, last)) last--;
        if (last < start) return null;

        var head = last;
        if (!IsHead(scene, head) && (head = HeadBeforeOf(scene, last, start)) < 0) return null;
        var first = head;
        while (first > start && head - first < MostWordsBefore && IsModifier(scene, first - 1, start)) first--;
        while (first < head && (tokens[first].Kind != TokenKind.Word || !IsModifier(scene, first, start))) first++;
        if (first > mention.TitleFirst && scene.Word(first - 1) is "of" or "for" or "and") first = mention.TitleFirst;
        if (comma && (!IsIntroduced(scene, ref first, head, start, anybodys) || tokens[head].Part == PartOfSpeech.Plural || !ClosesAfter(scene, mention.End))) return null;
        if (IsOnlyPlural(scene, head) || IsGroup(scene, head)) return null;
        if (IsRival(scene.Word(head)) || (first == head && IsRelation(scene.Word(head)) && !tokens[head].IsCapitalised)) return null;
        return Write(scene, first, last + 1);
    }

    /// <summary>The chairman, its chairman, Norland's chairman, Ed Low: whether an article or an owner goes before; the owner is left out.</summary>
    static bool IsIntroduced(Scene scene, ref int first, int head, int start, bool anybodys)
    {
        var tokens = scene.Text.Tokens;
        for (var at = head - 1; at > first; at--)
        {
            if (tokens[at].Kind != TokenKind.Clitic) continue;
            first = at + 1;
            return true;
        }
        if (first == start) return false;
        return tokens[first - 1].Is(WordClass.Determiner) || scene.Word(first - 1) is "its" or "Its" or "their" or "Their" || tokens[first - 1].Kind == TokenKind.Clitic && tokens[first - 1].Length > 1
            || anybodys && tokens[first - 1].Is(WordClass.Possessive);
    }

    static bool ClosesAfter(Scene scene, int end) => end < scene.Text.Tokens.Length && scene.Text.Tokens[end].Is(WordClass.Comma | WordClass.Stop | WordClass.Dash);

    static bool IsOnlyPlural(Scene scene, int token) => scene.Text.Tokens[token].Part == PartOfSpeech.Plural && scene.Text.Tokens[token].Shape == WordShape.Lower;

    /// <summary>The role's noun before <c>of</c>, <c>to</c> or <c>for</c> and a name: <c>Secretary of State</c>; -1 where there is none.</summary>
    static int HeadBeforeOf(Scene scene, int last, int start)
    {
        var tokens = scene.Text.Tokens;
        for (var at = last; at > start && last - at < MostWordsBefore; at--)
        {
            if (at < last && tokens[at].Kind == TokenKind.Word && scene.Word(at) is "of" or "to" or "for" or "at")
            {
                if (IsHead(scene, at - 1)) return at - 1;
            }
            else if (!tokens[at].IsCapitalised && scene.Word(at) is not ("the" or "and" or "&")) return -1;
        }
        return -1;
    }

    static bool IsModifier(Scene scene, int at, int sentenceStart)
    {
        var tokens = scene.Text.Tokens;
        ref readonly var token = ref tokens[at];
        if (token.Kind == TokenKind.Clitic) return at > sentenceStart && tokens[at - 1].IsCapitalised && scene.Word(at) is "'s" or "’s";
        if (token.Kind == TokenKind.Mark) return scene.Word(at) is "&" or "-" or "/";
        if (token.Kind != TokenKind.Word) return false;
        if (scene.Word(at) is "and") return at > sentenceStart && IsHead(scene, at - 1) && tokens[at - 1].Part != PartOfSpeech.Plural;
        if (scene.Word(at) is "then" or "vice" or "former" or "Former" or "senior" or "chief" or "deputy") return true;
        if (token.Is(NoModifier) && !(token.Shape == WordShape.Upper && token.Length > 1)) return false;
        if (token.IsCapitalised)
            return at > sentenceStart || !token.Is(WordClass.Verb | WordClass.Adverb | WordClass.Time) || token.Is(WordClass.Title | WordClass.PersonNoun)
                || token.Is(WordClass.Noun) && !token.Is(WordClass.ReportingVerb | WordClass.VerbGerund | WordClass.Adverb | WordClass.Time);
        if (token.Part is PartOfSpeech.VerbPast or PartOfSpeech.VerbPresent or PartOfSpeech.VerbBase or PartOfSpeech.Modal or PartOfSpeech.Adverb) return IsHead(scene, at);
        if (token.Is(WordClass.ReportingVerb | WordClass.BeliefVerb) && !token.Is(WordClass.Noun)) return false;
        return token.Is(WordClass.Noun | WordClass.Adjective) || token.Part is PartOfSpeech.Noun or PartOfSpeech.Adjective;
    }

    static string? After(Scene scene, in NameMention mention)
    {
        var tokens = scene.Text.Tokens;
        var limit = scene.Text.Sentences[mention.Sentence].End;
        var at = mention.End;
        if (at < limit && tokens[at].Is(WordClass.OpenBracket))
        {
            while (at < limit && at - mention.End < 8 && !tokens[at].Is(WordClass.CloseBracket)) at++;
            at++;
        }
        if (at >= limit || !tokens[at].Is(WordClass.Comma)) return null;
        at++;
        if (at + 1 < limit && tokens[at].Kind == TokenKind.Number && tokens[at].Length <= 2 && tokens[at + 1].Is(WordClass.Comma)) at += 2;
        return at < limit ? Apposition(scene, at, limit) : null;
    }

    static string? Apposition(Scene scene, int first, int limit)
    {
        var tokens = scene.Text.Tokens;
        ref readonly var opener = ref tokens[first];
        if (opener.Kind != TokenKind.Word || scene.Word(first) is "unlike" or "like" or "including" or "especially" or "along" or "formerly" or "previously" or "once" || opener.Is(WordClass.Preposition | WordClass.Conjunction | WordClass.Possessive | WordClass.Weekday | WordClass.Adverb)) return null;
        var article = opener.Is(WordClass.Determiner) && scene.Word(first) is "a" or "an" or "the" or "one";
        if (opener.Is(WordClass.Determiner | WordClass.SubjectPronoun | WordClass.IndefinitePronoun) && !article) return null;
        var indefinite = article && scene.Word(first) is "a" or "an";
        if (article) first++;

        var (end, head, preposition) = (first, -1, false);
        for (; end < limit && end - first < MostWordsAfter && !tokens[end].Is(EndsPhrase); end++)
        {
            ref readonly var token = ref tokens[end];
            if ((token.Is(WordClass.Auxiliary) && token.Kind != TokenKind.Clitic) || (token.Is(WordClass.ReportingVerb) && token.Part is PartOfSpeech.VerbPast or PartOfSpeech.VerbPresent)) break;
            // In Leeds, the candidate visited a bakery: what follows is no apposition.
            if (!preposition && head >= 0 && token.Kind == TokenKind.Word && token.Part is PartOfSpeech.VerbPast or PartOfSpeech.VerbPresent && !token.Is(WordClass.Noun | WordClass.Adjective)) return null;
            if (token.Is(WordClass.Preposition)) preposition = true;
            else if (!preposition && IsHead(scene, end) && tokens[end].Part != PartOfSpeech.Plural) head = end;
        }
        if (end == first || end - first == MostWordsAfter || head == end - 1 && article && !indefinite && end < limit && !tokens[end].Is(EndsPhrase)) return null;
        if (end < limit && tokens[end].Is(WordClass.Colon | WordClass.DoubleMark | WordClass.OpenBracket)) return null;
        if (head < 0)
        {
            if (!indefinite || tokens[first].Is(NoModifier) || tokens[first].Part is PartOfSpeech.Adverb or PartOfSpeech.Adjective or PartOfSpeech.Number) return null;
            head = first;
        }
        // ", the mayor's office", and ", analyst Ed Low and": about somebody else.
        if (head + 1 < end && (tokens[head + 1].Kind == TokenKind.Clitic || tokens[head + 1].IsCapitalised && !tokens[head].IsCapitalised)) return null;
        if (scene.Cast.Within(first, end) is var range && NamesSomebody(scene, range, head)) return null;
        for (var at = first; at < head; at++)
            if (tokens[at].Kind == TokenKind.Clitic && at > first && tokens[at - 1].Shape == WordShape.Lower) first = at + 1;
        while (end > first && (tokens[end - 1].Is(WordClass.Preposition | WordClass.Adverb | WordClass.Conjunction | WordClass.Determiner | WordClass.Possessive) || scene.Word(end - 1) is "such")) end--;
        if (IsRival(scene.Word(head)) || (IsRelation(scene.Word(head)) && end == head + 1)) return null;
        return end > first ? Write(scene, first, end) : null;
    }

    static bool NamesSomebody(Scene scene, Range range, int head)
    {
        foreach (ref var mention in scene.Cast.Mentions[range])
            if (mention.Titled && mention.First > head && mention.First <= head + 2) return true;
        return false;
    }

    // Senators Ann Roe and Jon Doe.
    static ReadOnlySpan<char> Singular(ReadOnlySpan<char> plural) => plural is "Secretaries" ? "Secretary" : plural is "Congressmen" ? "Congressman" : plural is "Congresswomen" ? "Congresswoman" : plural[..^1];

    static string? Write(Scene scene, int first, int end)
    {
        if (end - first > 14) return null;
        Span<char> role = stackalloc char[LongestRole];
        var length = 0;
        var tokens = scene.Text.Tokens;
        for (var i = first; i < end; i++)
        {
            var word = scene.Word(i);
            if (NameLexicon.Office(word) is { } office) word = office;
            else if (word is "Senators" or "Presidents" or "Ministers" or "Representatives" or "Governors" or "Secretaries" or "Congressmen" or "Congresswomen") word = Singular(word);
            var blank = length > 0 && tokens[i].Spaced ? 1 : 0;
            if (length + blank + word.Length > role.Length) return null;
            if (blank > 0) role[length++] = ' ';
            word.CopyTo(role[length..]);
            length += word.Length;
        }
        return Blanks.Fold(role[..length]);
    }
}
