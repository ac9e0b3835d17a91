using Ingest.Text.Articles;
using Ingest.Text.Tokens;

namespace Ingest.Text.Speakers;

/// <summary>
/// <c>Q:</c> and <c>A:</c> are no names: who asks has none, and who answers is the one person whom the article names outside the turns, if it is one.
/// </summary>
static class TurnRule
{
    /// <summary>An article of more mentions names too many to tell; and each turn would look through all of them.</summary>
    const int MostMentions = 400;

    /// <summary>Whether a phrase is the letter of a turn.</summary>
    public static bool IsLetter(Scene scene, in SourcePhrase phrase) =>
        phrase.End - phrase.First == 1 && scene.Word(phrase.First) is "Q" or "A" && phrase.End < scene.Text.Tokens.Length && scene.Text.Tokens[phrase.End].Is(WordClass.Colon);

    /// <summary>The member who answers; -1 for a question, and where nobody or several may.</summary>
    public static int Member(Scene scene, in SourcePhrase phrase)
    {
        if (scene.Word(phrase.First) is "Q" || scene.Cast.Mentions.Length > MostMentions) return -1;
        var only = -1;
        foreach (ref var mention in scene.Cast.Mentions)
        {
            if (mention.InContent != 0 || mention.Member == only || scene.Word(mention.First) is "Q" or "A" || KindRule.Guess(scene, mention.Member) != NameKind.Person || scene.Cast[mention.Member].Words < 2) continue;
            if (only >= 0) return -1;
            only = mention.Member;
        }
        return only;
    }

    /// <summary>The letter itself, without a name.</summary>
    public static Speaker Unnamed(Scene scene, in SourcePhrase phrase) => Speaker.Of(scene.Word(phrase.First).ToString(), SpeakerKind.Unnamed);
}
