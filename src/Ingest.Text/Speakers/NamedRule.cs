using Ingest.Text.Tokens;

namespace Ingest.Text.Speakers;

/// <summary>
/// A phrase whose head is a name means whom the name means (<c>Mr. Stoltenberg</c>, <c>Russian Deputy Foreign Minister Sergey
/// Ryabkov</c>), and so does one with the name in apposition (<c>his lawyer, Jane Roe,</c>).
/// </summary>
static class NamedRule
{
    /// <summary>The name between commas that follows: the leader of the league, Jane Roe, warned.</summary>
    static int Apposition(Scene scene, in SourcePhrase phrase)
    {
        var tokens = scene.Text.Tokens;
        if (phrase.End + 2 >= tokens.Length || !tokens[phrase.End].Is(WordClass.Comma) || !RoleReader.IsHead(scene, phrase.Head)) return -1;
        foreach (ref var mention in scene.Cast.Mentions[scene.Cast.Within(phrase.End + 1, phrase.End + 2)])
            if (IsPerson(scene, mention) && mention.End < tokens.Length && tokens[mention.End].Is(WordClass.Comma)) return mention.Member;
        return -1;
    }

    // A name of several words that no list knows is a person's where a role's noun is before it.
    static bool IsPerson(Scene scene, in NameMention mention) =>
        mention.Kind == NameKind.Person || mention.Kind == NameKind.Unknown && mention.End - mention.First > 1 && KindRule.Guess(scene, mention.Member) == NameKind.Person;

    /// <summary>The member named; -1 where the head is no name.</summary>
    public static int Member(Scene scene, in SourcePhrase phrase)
    {
        var mentions = scene.Cast.Mentions[scene.Cast.Within(phrase.First, phrase.End)];
        foreach (ref var mention in mentions)
            if (mention.End == phrase.CoreEnd) return mention.Member;
        // The phrase was taken for the title alone: Russian Ambassador to the United Nations Vassily Nebenzia.
        var after = scene.Cast.Within(phrase.Head, Math.Min(phrase.Head + 10, scene.Text.Tokens.Length));
        foreach (ref var mention in scene.Cast.Mentions[after])
            if (mention.TitleFirst <= phrase.Head && mention.First > phrase.Head) return mention.Member;

        var tokens = scene.Text.Tokens;
        if (Apposition(scene, phrase) is >= 0 and var apposition) return apposition;
        if (phrase.CoreEnd >= phrase.End || !tokens[phrase.CoreEnd].Is(WordClass.Comma) || !RoleReader.IsHead(scene, phrase.Head)) return -1;
        foreach (ref var mention in mentions)
            if (mention.First > phrase.CoreEnd && mention.First <= phrase.CoreEnd + 3 && IsPerson(scene, mention)) return mention.Member;
        return -1;
    }
}
