using Ingest.Text.Tokens;

namespace Ingest.Text.Speakers;

/// <summary>
/// A phrase whose head is a name means whom the name means (<c>Mr. Stoltenberg</c>, <c>Russian Deputy Foreign Minister Sergey
/// Ryabkov</c>), and so does one with the name in apposition (<c>his lawyer, Jane Roe,</c>).
/// </summary>
static class NamedRule
{
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

        foreach (ref var mention in mentions)
            if (mention.End > phrase.End && !RoleReader.IsHead(scene, mention.First) && GoesOn(scene.Text.Tokens[phrase.End])) return mention.Member;
        return AppositionRule.Member(scene, phrase);
    }

    // The phrase ends inside the name: Dominique | de Vries, the Department | for Transport, Robert Hale | Jr.; but Citron | Says is a headline.
    static bool GoesOn(in Token next) => !next.IsCapitalised || next.Is(NameClass.Suffix | NameClass.OrganisationWord);
}
