using Ingest.Text.Quotes;
using Ingest.Text.Tokens;

namespace Ingest.Text.Speakers;

/// <summary>
/// The phrase that a quote is attributed to: the tokens from <paramref name="First"/> up to <paramref name="End"/>, of which those up
/// to <paramref name="CoreEnd"/> come before any comma, bracket, preposition or relative clause, and the last of them is its head.
/// </summary>
readonly record struct SourcePhrase(int First, int CoreEnd, int End)
{
    const WordClass EndsCore = WordClass.Comma | WordClass.Stop | WordClass.Colon | WordClass.Semicolon | WordClass.Dash | WordClass.Ellipsis | WordClass.OpenBracket
        | WordClass.CloseBracket | WordClass.DoubleMark | WordClass.Relative | WordClass.Preposition | WordClass.Subordinator | WordClass.Auxiliary;

    const int LongestOwned = 8;

    /// <summary>Index of the head's token.</summary>
    public int Head => CoreEnd - 1;

    /// <summary>Reads a phrase; null where there is no word in it.</summary>
    public static SourcePhrase? Read(Scene scene, int first, int end)
    {
        var tokens = scene.Text.Tokens;
        end = WithOwned(scene, first, end);
        while (first < end && !IsWord(tokens[first], scene)) first++;
        if (end - first > 1 && tokens[first].Is(WordClass.Preposition) && !tokens[first].Is(WordClass.Title)) first++;
        while (end > first && tokens[end - 1].Kind is TokenKind.Mark or TokenKind.Clitic && !(tokens[end - 1].Is(WordClass.CloseBracket))) end--;
        // The administration last year.
        if (end - first > 2 && tokens[end - 1].Is(WordClass.Time | WordClass.Weekday | WordClass.Month) && scene.Word(end - 2) is "last" or "this" or "next") end -= 2;
        if (first >= end) return null;

        var mentions = scene.Cast.Mentions[scene.Cast.Within(first, end)];
        // Chiang sets, Aschoff further: what he does is not of the phrase.
        if (mentions.Length > 0 && mentions[^1].End == end - 1 && scene.Cast[mentions[^1].Member].Kind == NameKind.Person && IsDoing(tokens[end - 1])) end--;
        var next = 0;
        var core = first;
        while (core < end)
        {
            while (next < mentions.Length && mentions[next].First < core) next++;
            if (next < mentions.Length && mentions[next].First == core && mentions[next].End <= end)
            {
                core = mentions[next].End;
                // Trump and his aides, Ted Cruz and Marco Rubio: the first.
                if (core < end && tokens[core].Is(WordClass.Conjunction)) break;
                continue;
            }
            if (core > first && tokens[core].Kind != TokenKind.Clitic && tokens[core].Is(EndsCore) && !(tokens[core].IsCapitalised && tokens[core].Shape == WordShape.Upper)) break;
            core++;
        }
        if (core > first + 1 && tokens[core - 1].Kind is TokenKind.Clitic or TokenKind.Mark) core--;
        return new(first, core, end);
    }

    /// <summary>
    /// Who owns it is not who speaks: <c>Hale's | sister</c>, <c>the world's | leading scientists</c>, <c>the Liberals' | spokesman</c>. A phrase that ends with an owner
    /// goes on through what is owned.
    /// </summary>
    static int WithOwned(Scene scene, int first, int end)
    {
        var tokens = scene.Text.Tokens;
        var at = end;
        if (end - first < 2 || !IsPossessive(scene, end - 1))
        {
            if (end >= tokens.Length || !IsPossessive(scene, end)) return end;
            at++;
        }
        // Here's, that's: is.
        if (end - first == 1 && tokens[first].Is(WordClass.SubjectPronoun | WordClass.Relative | WordClass.IndefinitePronoun | WordClass.Determiner | WordClass.Adverb)) return end;
        var limit = Math.Min(tokens.Length, at + LongestOwned);
        if (scene.Attributions[scene.Current].Cue is { } cue && scene.TokensIn(cue).First is var said && said >= at) limit = Math.Min(limit, said);
        var last = -1;
        // UBS' Tom Hale points.
        for (; at < limit && IsOwned(tokens[at]) && !SourceEdges.IsVerbBehindName(tokens, at); at++)
            if (tokens[at].IsCapitalised || tokens[at].Is(WordClass.Noun | WordClass.PersonNoun | WordClass.OrganisationNoun | WordClass.DocumentNoun) || tokens[at].Part is PartOfSpeech.Noun or PartOfSpeech.Plural) last = at;
        return last < 0 ? end : last + 1;
    }

    static bool IsPossessive(Scene scene, int at)
    {
        ref readonly var token = ref scene.Text.Tokens[at];
        return token.Kind == TokenKind.Clitic ? scene.Word(at) is "'s" or "’s"
            : scene.Word(at) is "'" or "’" && !token.Spaced && at > 0 && scene.Text.Text[token.Start - 1] is 's' or 'S';
    }

    static bool IsOwned(in Token token) => token.Kind == TokenKind.Clitic
        || token.Kind == TokenKind.Word && !token.Is(WordClass.Auxiliary | WordClass.Preposition | WordClass.Conjunction | WordClass.Subordinator | WordClass.Relative | WordClass.Determiner | WordClass.SubjectPronoun)
        && (token.IsCapitalised || token.Part is not (PartOfSpeech.VerbPast or PartOfSpeech.VerbPresent or PartOfSpeech.Adverb));

    static bool IsDoing(in Token token) => token.Kind == TokenKind.Word && token.Shape == WordShape.Lower
        && !token.Is(WordClass.PersonNoun | WordClass.OrganisationNoun | WordClass.DocumentNoun) && (token.Is(WordClass.Verb) && !token.Is(WordClass.ReportingNoun) || token.Part == PartOfSpeech.Adverb);

    static bool IsWord(in Token token, Scene scene) => token.Kind is TokenKind.Word or TokenKind.Number || scene.Text.Text[token.Start] is '@' or '#';
}
