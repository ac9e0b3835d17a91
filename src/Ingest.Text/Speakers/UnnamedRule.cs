using Ingest.Text.Articles;
using Ingest.Text.Tokens;

namespace Ingest.Text.Speakers;

/// <summary>A source that the article leaves unnamed keeps its own words: <c>a senior official</c>, <c>people familiar with the matter</c>.</summary>
static class UnnamedRule
{
    /// <summary>No name of an unnamed source is longer, in characters.</summary>
    const int Longest = 100;

    const int LongestTail = 12;

    /// <summary>After so many tokens a pronoun goes on with nobody unnamed.</summary>
    const int LongestBreak = 200;

    /// <summary>The source in its own words; the earlier one where it is taken up again (<c>the official</c>).</summary>
    public static Speaker Speaker(Scene scene, in SourcePhrase phrase)
    {
        var tokens = scene.Text.Tokens;
        if (scene.LastSpeaker is { Kind: SpeakerKind.Unnamed } last && (IsTakenUp(scene, phrase, last) || IsThey(scene, phrase))) return last;
        var end = phrase.CoreEnd;
        while (end < phrase.End && tokens[end].End - tokens[phrase.First].Start <= Longest && !tokens[end].Is(WordClass.Comma | WordClass.OpenBracket | WordClass.Dash | WordClass.DoubleMark)) end++;
        if (end == phrase.End) end = WithTail(scene, phrase);
        while (end > phrase.First + 1 && tokens[end - 1].Kind != TokenKind.Word && tokens[end - 1].Kind != TokenKind.Number) end--;
        var name = scene.Words(phrase.First, end);
        return Articles.Speaker.Of(DisplayName.Cut(name, Longest), SpeakerKind.Unnamed);
    }

    /// <summary>
    /// <c>a spokesman | for the ministry</c>, <c>people | with knowledge of the matter</c>: of whom or for whom somebody speaks tells him from others. The mention
    /// ends before that; the name goes on to the cue, or to where the phrase must end.
    /// </summary>
    static int WithTail(Scene scene, in SourcePhrase phrase)
    {
        var tokens = scene.Text.Tokens;
        if (!RoleReader.IsHead(scene, phrase.Head) && !tokens[phrase.Head].Is(WordClass.PersonNoun)) return phrase.End;
        var at = phrase.End;
        var limit = Math.Min(scene.Text.Sentences[scene.SentenceOf(phrase.Head)].End, at + LongestTail);
        if (scene.Attributions[scene.Current].Cue is { } cue && scene.TokensIn(cue).First is var said && said >= at) limit = Math.Min(limit, said);
        if (at >= limit || scene.Word(at) is not ("for" or "of" or "at" or "with" or "from" or "familiar" or "close" or "briefed")
            || scene.Word(at) is "from" && (at + 1 == limit || !tokens[at + 1].IsCapitalised)) return phrase.End;
        for (; at < limit; at++)
        {
            ref readonly var token = ref tokens[at];
            if (token.Kind == TokenKind.Mark && scene.Word(at) is not ("&" or "-")) break;
            if (at > phrase.End && token.Kind == TokenKind.Word && token.Shape == WordShape.Lower && token.Part is PartOfSpeech.VerbPast or PartOfSpeech.VerbPresent
                && (token.Is(WordClass.ReportingVerb) || !token.Is(WordClass.Noun | WordClass.Adjective))) break;
            if (token.Kind == TokenKind.Word && token.Is(WordClass.Auxiliary | WordClass.Relative | WordClass.Subordinator | WordClass.Weekday | WordClass.SubjectPronoun)) break;
        }
        while (at > phrase.End && tokens[at - 1].Is(WordClass.Preposition | WordClass.Adverb | WordClass.Conjunction | WordClass.Determiner)) at--;
        return tokens[at - 1].End - tokens[phrase.First].Start <= Longest ? at : phrase.End;
    }

    /// <summary>
    /// Whether a pronoun goes on with one unnamed who spoke in the same paragraph (<c>A driver said he had to wait. "…," he said.</c>): one brought in by <c>a</c>, a single
    /// person, of that gender where the noun tells, and nobody has been named since whom the pronoun fits.
    /// </summary>
    public static bool GoesOn(Scene scene, int at, Gender gender)
    {
        if (scene.LastSpeaker is not { Kind: SpeakerKind.Unnamed } || scene.LastHead < 0 || scene.LastSource >= at || at - scene.LastHead > LongestBreak) return false;
        if (scene.LastHead <= scene.LastSource || scene.Word(scene.LastSource) is not ("a" or "A" or "an" or "An" or "one" or "One" or "another" or "Another")) return false;
        var tokens = scene.Text.Tokens;
        var sentences = scene.Text.Sentences;
        if (sentences[scene.SentenceOf(scene.LastSource)].Paragraph != sentences[scene.SentenceOf(at)].Paragraph) return false;
        var noun = scene.Word(scene.LastHead);
        if (!RoleReader.IsHead(scene, scene.LastHead) || tokens[scene.LastHead].Part == PartOfSpeech.Plural || noun is "people" or "police" || noun.EndsWith("s")) return false;
        if (gender == Gender.Male ? noun.EndsWith("woman") : noun.EndsWith("man") && !noun.EndsWith("woman")) return false;
        foreach (ref var mention in scene.Cast.Mentions[scene.Cast.Within(scene.LastHead, at)])
        {
            ref var member = ref scene.Cast[mention.Member];
            if (mention.InContent == 0 && member.Kind == NameKind.Person && (member.Gender == Gender.Unknown || member.Gender == gender)) return false;
        }
        return true;
    }

    /// <summary>Whether <c>the executive</c> takes up the unnamed one who spoke last: <c>an executive</c>.</summary>
    public static bool TakesUp(Scene scene, in SourcePhrase phrase) =>
        scene.LastSpeaker is { Kind: SpeakerKind.Unnamed } last && scene.LastHead >= 0 && Caseless.Is(scene.Word(scene.LastHead), scene.Word(phrase.Head))
        && IsTakenUp(scene, phrase, last);

    static bool IsTakenUp(Scene scene, in SourcePhrase phrase, Speaker last) =>
        phrase.CoreEnd - phrase.First == 2 && phrase.End == phrase.CoreEnd && scene.Word(phrase.First) is "the" or "The"
        && last.Name.AsSpan().Contains(scene.Word(phrase.Head), StringComparison.OrdinalIgnoreCase);

    static bool IsThey(Scene scene, in SourcePhrase phrase) => phrase.End - phrase.First == 1 && scene.Text.Tokens[phrase.First].Is(WordClass.SubjectPronoun | WordClass.Possessive)
        && scene.Word(phrase.First) is "they" or "They" or "their" or "he" or "He" or "she" or "She" or "it" or "It";
}
