using Ingest.Text.Tokens;
using static Ingest.Text.Speakers.Caseless;

namespace Ingest.Text.Speakers;

/// <summary>What a relative pronoun takes up (<c>a White House official who …</c>), and the document that <c>it</c> does: a phrase of the article that has no name, or somebody named.</summary>
static class AntecedentRule
{
    /// <summary>The phrase that a pronoun takes up; null where it takes up none, or a name.</summary>
    public static SourcePhrase? Phrase(Scene scene, int pronoun) => IsRelative(scene.Word(pronoun)) ? BeforeRelative(scene, pronoun)
        : scene.Word(pronoun) is "it" or "It" ? DocumentBefore(scene, pronoun) : null;

    /// <summary>Whether a word may be a relative pronoun.</summary>
    public static bool IsRelative(ReadOnlySpan<char> word) => Is(word, "who") || Is(word, "that") || Is(word, "which");

    /// <summary>Whom a relative pronoun takes up: the name just before it, or the last person named in the sentence so far.</summary>
    public static int Member(Scene scene, int at)
    {
        var sentence = scene.Text.Sentences[scene.SentenceOf(at)].First;
        var mentions = scene.Cast.Mentions[scene.Cast.Within(sentence, at)];
        var which = Is(scene.Word(at), "which");
        for (var i = mentions.Length - 1; i >= 0; i--)
        {
            ref var member = ref scene.Cast[mentions[i].Member];
            if (at != mentions[i].End)
            {
                if (!scene.Text.Tokens[at - 1].Is(WordClass.Comma | WordClass.CloseBracket)) continue;
                // Norland, which has said so: just before the comma, and nobody who is a person for sure.
                if (which ? at - 1 > mentions[i].End || member.Kind == NameKind.Person && (member.Words > 1 || member.Gender != Gender.Unknown)
                    : member.Kind != NameKind.Person && (at - 1 > mentions[i].End || member.Kind != NameKind.Unknown || KindRule.Guess(scene, mentions[i].Member) != NameKind.Person) || at - mentions[i].End > 12) continue;
            }
            if (which && member is { Kind: NameKind.Unknown, Gender: Gender.Unknown }) member.Kind = NameKind.Organisation;
            return mentions[i].Member;
        }
        return -1;
    }

    /// <summary>The noun phrase that a relative pronoun takes up: <c>a White House official who …</c>; null where a name stands just before it.</summary>
    static SourcePhrase? BeforeRelative(Scene scene, int at)
    {
        var tokens = scene.Text.Tokens;
        var start = scene.Text.Sentences[scene.SentenceOf(at)].First;
        var end = at > start && tokens[at - 1].Is(WordClass.Comma) ? at - 1 : at;
        if (end == start || tokens[end - 1].Kind != TokenKind.Word || tokens[end - 1].IsCapitalised || !(tokens[end - 1].Is(WordClass.Noun) || RoleReader.IsHead(scene, end - 1))) return null;
        var first = end - 1;
        while (first > start && end - first < 6 && !tokens[first].Is(WordClass.Determiner)
            && (tokens[first - 1].IsCapitalised || tokens[first - 1].Is(WordClass.Noun | WordClass.Adjective | WordClass.Determiner)) && !tokens[first - 1].Is(WordClass.Preposition)) first--;
        return SourcePhrase.Read(scene, first, end);
    }

    /// <summary><c>A statement was read. "…," it said.</c>: the document that the sentence before is about, where nobody has spoken since.</summary>
    static SourcePhrase? DocumentBefore(Scene scene, int at)
    {
        var sentences = scene.Text.Sentences;
        var here = scene.SentenceOf(at);
        // The quote's own sentences go before.
        if (scene.Attributions[scene.Current].Content is [var content, ..] && content.Start < scene.Text.Tokens[at].Start) here = Math.Min(here, scene.SentenceOf(scene.TokensIn(content).First));
        if (here == 0 || sentences[here - 1].Paragraph != sentences[here].Paragraph || sentences[here - 1].Paragraph == 0) return null;
        var (first, end, _) = sentences[here - 1];
        if (scene.LastSource >= first) return null;
        var tokens = scene.Text.Tokens;
        if (!tokens[first].Is(WordClass.Determiner)) return null;
        var last = first;
        while (last + 1 < end && last - first < 6 && tokens[last + 1].Kind == TokenKind.Word && (tokens[last + 1].Is(WordClass.Noun | WordClass.Adjective | WordClass.DocumentNoun) || tokens[last + 1].IsCapitalised)
            && !tokens[last + 1].Is(WordClass.Preposition | WordClass.Auxiliary)) last++;
        return last > first && tokens[last].Is(WordClass.DocumentNoun) && !tokens[last].Is(WordClass.OrganisationNoun) && tokens[last].Part != PartOfSpeech.Plural ? SourcePhrase.Read(scene, first, last + 1) : null;
    }
}
