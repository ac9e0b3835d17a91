using Ingest.Text.Articles;
using Ingest.Text.Tokens;

namespace Ingest.Text.Speakers;

/// <summary>
/// Organisations by a common noun: with a name before it they are named (<c>the Clinton campaign</c>, <c>a Quinnipiac poll</c>); a
/// definite one without (<c>the company</c>) is the one named last.
/// </summary>
static class OrganisationRule
{
    /// <summary>The organisation that the phrase itself names; null where its head is no such noun or has no name before it.</summary>
    public static Speaker? Named(Scene scene, in SourcePhrase phrase)
    {
        var tokens = scene.Text.Tokens;
        if (phrase.CoreEnd - phrase.First < 2 || !tokens[phrase.Head].Is(WordClass.OrganisationNoun | WordClass.DocumentNoun) || IsPeople(tokens[phrase.Head])) return null;
        var first = phrase.First;
        while (first < phrase.Head && (!tokens[first].IsCapitalised || tokens[first].Is(WordClass.Determiner | WordClass.Possessive | WordClass.Preposition))) first++;
        if (first >= phrase.Head) return null;
        // Trump's campaign is the Trump campaign.
        var name = "";
        for (var i = first; i < phrase.CoreEnd; i++)
        {
            if (tokens[i].Kind == TokenKind.Clitic) continue;
            name += (name.Length > 0 && (tokens[i].Spaced || tokens[i - 1].Kind == TokenKind.Clitic) ? " " : "") + scene.Word(i).ToString();
        }
        name = Reading.Blanks.Fold(name);
        return name.Length == 0 ? null : new Speaker { Name = name, Slug = Slug.Of(name), Kind = SpeakerKind.Organisation };
    }

    /// <summary>The member meant by <c>the company</c>, <c>it</c>; -1 where the phrase is none such.</summary>
    public static int Definite(Scene scene, in SourcePhrase phrase)
    {
        var tokens = scene.Text.Tokens;
        if (phrase.CoreEnd - phrase.First != 2 || phrase.End != phrase.CoreEnd || scene.Word(phrase.First) is not ("the" or "The") || tokens[phrase.Head].Part == PartOfSpeech.Plural
            || (NameLexicon.Find(scene.Word(phrase.Head)) & NameClass.CompanyNoun) == NameClass.None) return -1;
        return PronounRule.Organisation(scene, phrase.First);
    }

    // Democrats, voters, officials: nouns of people that are in both lists.
    static bool IsPeople(in Token head) => head.Is(WordClass.PersonNoun) || head.Part == PartOfSpeech.Plural && !head.Is(WordClass.DocumentNoun);
}
