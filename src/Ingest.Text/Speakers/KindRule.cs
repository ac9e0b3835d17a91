using Ingest.Text.Tokens;

namespace Ingest.Text.Speakers;

/// <summary>
/// Whether a name that no list knows is a person's or an organisation's, by the words about its mentions: <c>who</c>, <c>he</c>,
/// <c>his</c> against <c>which</c>, <c>it</c>, a stock ticker; and by how it is written.
/// </summary>
static class KindRule
{
    const int MostMentions = 16;

    const int Near = 14;

    /// <summary>Person or organisation; from now on it is that.</summary>
    public static NameKind Of(Scene scene, int index) => scene.Cast[index].Kind = Guess(scene, index);

    /// <summary>Person or organisation, as far as it can be told by now.</summary>
    public static NameKind Guess(Scene scene, int index)
    {
        ref var member = ref scene.Cast[index];
        if (member.Kind != NameKind.Unknown) return member.Kind;
        if (member.Gender != Gender.Unknown) return NameKind.Person;
        var votes = 0;
        var next = member.First;
        for (var seen = 0; next >= 0 && seen < MostMentions; seen++)
        {
            var mention = scene.Cast.Mentions[next];
            votes += Vote(scene, mention);
            next = mention.Later;
        }
        if (votes == 0) votes = ByShape(scene, member);
        return votes >= 0 ? NameKind.Person : NameKind.Organisation;
    }

    static int Vote(Scene scene, in NameMention mention)
    {
        var tokens = scene.Text.Tokens;
        var sentence = scene.Text.Sentences[mention.Sentence];
        var at = mention.End;
        var votes = 0;
        if (at + 1 < tokens.Length && tokens[at].Is(WordClass.OpenBracket) && tokens[at + 1].Shape == WordShape.Upper && at + 2 < tokens.Length
            && tokens[at + 2].Is(WordClass.CloseBracket | WordClass.Colon)) votes -= 3;
        if (at + 1 < tokens.Length && tokens[at].Is(WordClass.Comma)) at++;
        if (at < sentence.End)
        {
            if (scene.Word(at) is "who") votes += 3;
            else if (scene.Word(at) is "which" or "shares" or "stock") votes -= 3;
        }
        var limit = Math.Min(tokens.Length, mention.End + Near);
        for (; at < limit; at++)
        {
            const WordClass pronoun = WordClass.SubjectPronoun | WordClass.ObjectPronoun | WordClass.Possessive;
            if (!tokens[at].Is(pronoun))
            {
                if (tokens[at].IsCapitalised) break;
                continue;
            }
            if (scene.Word(at) is "he" or "she" or "his" or "her" or "He" or "She" or "His" or "Her") votes++;
            else if (scene.Word(at) is "its" or "Its") votes--;
        }
        return votes;
    }

    // Western Journalism, Sparkling Water: words that no first name or surname is among.
    static bool IsOfCommonWords(Scene scene, in NameMention mention)
    {
        for (var i = mention.First; i < mention.End; i++)
        {
            ref readonly var token = ref scene.Text.Tokens[i];
            if (!token.Is(WordClass.Noun | WordClass.Adjective | WordClass.VerbGerund) || token.Is(NameClass.First | NameClass.Surname)) return false;
        }
        return true;
    }

    static int ByShape(Scene scene, in CastMember member)
    {
        var fullest = scene.Cast.Mentions[member.Fullest];
        var words = fullest.End - fullest.First;
        ref readonly var first = ref scene.Text.Tokens[fullest.First];
        if (words > 3) return -1;
        if (words > 1 && IsOfCommonWords(scene, fullest)) return -1;
        if (words == 1) return first.Shape is WordShape.Upper or WordShape.Mixed && !scene.Word(fullest.First).StartsWith("Mc") && !scene.Word(fullest.First).Contains('\'') && !scene.Word(fullest.First).Contains('’') ? -1 : 1;
        for (var i = fullest.First; i < fullest.End; i++)
            if (scene.Text.Tokens[i].Shape == WordShape.Upper && scene.Text.Tokens[i].Length < 4 && !scene.Word(i).EndsWith(".") || scene.Text.Tokens[i].Is(WordClass.OrganisationNoun | WordClass.DocumentNoun)) return -1;
        return 1;
    }
}
