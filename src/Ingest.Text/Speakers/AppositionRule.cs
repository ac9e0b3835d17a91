using Ingest.Text.Tokens;
using static Ingest.Text.Speakers.Caseless;

namespace Ingest.Text.Speakers;

/// <summary>
/// The name behind a comma that says who the phrase before it is: <c>the leader of the league, Tom Hale,</c>, <c>her partner, the drummer Tom Hale,</c>,
/// <c>his publisher, Norland Press,</c>.
/// </summary>
static class AppositionRule
{
    const int LongestTail = 8;
    const int LongestTitle = 6;

    const WordClass NeverInTitle = WordClass.Preposition | WordClass.Conjunction | WordClass.Subordinator | WordClass.Relative | WordClass.SubjectPronoun | WordClass.Auxiliary
        | WordClass.Weekday | WordClass.Month | WordClass.Negation;

    /// <summary>The member named; -1 where no name stands in apposition.</summary>
    public static int Member(Scene scene, in SourcePhrase phrase)
    {
        var tokens = scene.Text.Tokens;
        var body = tokens[phrase.Head].Is(WordClass.OrganisationNoun) || tokens[phrase.Head].Is(NameClass.CompanyNoun);
        var one = IsOneOfThem(scene, phrase);
        var person = RoleReader.IsHead(scene, phrase.Head) || one;
        if (!body && !person || tokens[phrase.Head].Part == PartOfSpeech.Plural && !one && !IsOneOf(scene, phrase.First)) return -1;
        var sentence = scene.Text.Sentences[scene.SentenceOf(phrase.Head)].End;
        var comma = Comma(scene, phrase, sentence);
        if (comma < 0) return -1;
        foreach (ref var mention in scene.Cast.Mentions[scene.Cast.Within(comma + 1, Math.Min(sentence, comma + 2 + LongestTitle))])
        {
            if (!IsTitle(scene, comma + 1, Math.Min(mention.TitleFirst, mention.First)) || !Closes(scene, mention.End, sentence)) return -1;
            var kind = scene.Cast[mention.Member].Kind == NameKind.Unknown ? mention.Kind : scene.Cast[mention.Member].Kind;
            if (kind == NameKind.Unknown) kind = body && !person ? NameKind.Organisation : KindRule.Guess(scene, mention.Member);
            return kind == NameKind.Person ? person ? mention.Member : -1 : kind == NameKind.Organisation && body ? mention.Member : -1;
        }
        return -1;
    }

    /// <summary>The comma that the name stands behind: at the phrase's core (<c>his lawyer, Ann Low,</c>), or behind it and what it is of or for.</summary>
    static int Comma(Scene scene, in SourcePhrase phrase, int limit)
    {
        var tokens = scene.Text.Tokens;
        for (var at = phrase.CoreEnd; at < limit && at - phrase.CoreEnd <= LongestTail; at++)
        {
            if (tokens[at].Is(WordClass.Comma)) return at;
            if (at == phrase.CoreEnd && !tokens[at].Is(WordClass.Preposition)) return -1;
            if (tokens[at].Kind == TokenKind.Mark || tokens[at].Kind == TokenKind.Word && tokens[at].Is(WordClass.Auxiliary | WordClass.Relative | WordClass.Subordinator)
                || tokens[at].Is(WordClass.ReportingVerb) && tokens[at].Part is PartOfSpeech.VerbPast or PartOfSpeech.VerbPresent) return -1;
        }
        return -1;
    }

    // The drummer Tom Hale, retired plumber Tom Hale.
    static bool IsTitle(Scene scene, int first, int end)
    {
        if (end - first > LongestTitle) return false;
        for (var at = first; at < end; at++)
            if (scene.Text.Tokens[at].Kind != TokenKind.Word || scene.Text.Tokens[at].Is(NeverInTitle)) return false;
        return end == first || RoleReader.IsHead(scene, end - 1) || end - first == 1 && scene.Text.Tokens[first].Is(WordClass.Determiner);
    }

    static bool Closes(Scene scene, int at, int sentence) => at >= sentence || scene.Text.Tokens[at].Is(WordClass.Comma | WordClass.Stop | WordClass.Dash | WordClass.OpenBracket);

    // One of the authors, Tom Hale,: the phrase is without the first words, at times.
    static bool IsOneOf(Scene scene, int first) => first > 1 && scene.Word(first - 1) is "of" && Is(scene.Word(first - 2), "one");

    static bool IsOneOfThem(Scene scene, in SourcePhrase phrase) => phrase.CoreEnd - phrase.First == 1 && (Is(scene.Word(phrase.First), "one") || Is(scene.Word(phrase.First), "another"));
}
