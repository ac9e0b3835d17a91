using Ingest.Text.Articles;
using Ingest.Text.Tokens;

namespace Ingest.Text.Speakers;

/// <summary>A source that the article leaves unnamed keeps its own words: <c>a senior official</c>, <c>people familiar with the matter</c>.</summary>
static class UnnamedRule
{
    /// <summary>No name of an unnamed source is longer, in characters.</summary>
    const int Longest = 100;

    /// <summary>After so many tokens a pronoun goes on with nobody unnamed.</summary>
    const int LongestBreak = 200;

    /// <summary>The source in its own words; the earlier one where it is taken up again (<c>the official</c>).</summary>
    public static Speaker Speaker(Scene scene, in SourcePhrase phrase)
    {
        var tokens = scene.Text.Tokens;
        if (scene.LastSpeaker is { Kind: SpeakerKind.Unnamed } last && (IsTakenUp(scene, phrase, last) || IsThey(scene, phrase))) return last;
        var end = phrase.CoreEnd;
        while (end < phrase.End && tokens[end].End - tokens[phrase.First].Start <= Longest && !tokens[end].Is(WordClass.Comma | WordClass.OpenBracket | WordClass.Dash | WordClass.DoubleMark)) end++;
        while (end > phrase.First + 1 && tokens[end - 1].Kind != TokenKind.Word && tokens[end - 1].Kind != TokenKind.Number) end--;
        var name = scene.Words(phrase.First, end);
        if (name.Length > Longest) name = name[..Math.Max(name.LastIndexOf(' ', Longest), Longest / 2)];
        return new Speaker { Name = name, Slug = Slug.Of(name), Kind = SpeakerKind.Unnamed };
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
        scene.LastSpeaker is { Kind: SpeakerKind.Unnamed } last && scene.LastHead >= 0 && scene.Word(scene.LastHead).Equals(scene.Word(phrase.Head), StringComparison.OrdinalIgnoreCase)
        && IsTakenUp(scene, phrase, last);

    static bool IsTakenUp(Scene scene, in SourcePhrase phrase, Speaker last) =>
        phrase.CoreEnd - phrase.First == 2 && phrase.End == phrase.CoreEnd && scene.Word(phrase.First) is "the" or "The"
        && last.Name.AsSpan().Contains(scene.Word(phrase.Head), StringComparison.OrdinalIgnoreCase);

    static bool IsThey(Scene scene, in SourcePhrase phrase) => phrase.End - phrase.First == 1 && scene.Text.Tokens[phrase.First].Is(WordClass.SubjectPronoun | WordClass.Possessive)
        && scene.Word(phrase.First) is "they" or "They" or "their" or "he" or "He" or "she" or "She" or "it" or "It";
}
