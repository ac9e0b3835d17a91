using Ingest.Text.Speakers;
using Ingest.Text.Tokens;

namespace Ingest.Text.Quotes;

/// <summary>
/// Where the phrase that was chosen for a source begins and ends in truth. Candidates are cut at words that may be verbs and at small words: what an article stands before,
/// what somebody owns and the rest of a name are added.
/// </summary>
static class SourceEdges
{
    const int LongestNoun = 4;
    const int LongestOwned = 6;

    const WordClass Never = WordClass.Auxiliary | WordClass.Adverb | WordClass.Preposition | WordClass.Conjunction | WordClass.Determiner | WordClass.SubjectPronoun | WordClass.Relative | WordClass.Subordinator;

    /// <summary>The whole phrase; null where only an article is there, which is the cue's, and nobody's name (<c>a report that …</c>).</summary>
    public static SourceCandidate? Whole(in Passage p, in Proposal content, SourceCandidate source)
    {
        var end = source.End;
        if (end - source.First > 2 && IsDoing(p, source, end - 1)) return source with { End = end - 1 };
        if (end - source.First == 1 && p.Tokens[source.First].Is(WordClass.Determiner) && p.Tokens[source.First].Of(p.Text) is "a" or "A" or "an" or "An" or "the" or "The")
        {
            end = NounsEnd(p, content, end, LongestNoun);
            return end > source.End ? source with { End = end } : null;
        }
        if (IsOwner(p, end - 1)) end = OwnedEnd(p, content, end, end);
        else if (end < p.Tokens.Length && end != content.Cue.Index && IsOwner(p, end)) end = OwnedEnd(p, content, end, end + 1);
        else end = NameEnd(p, content, end);
        return end > source.End ? source with { End = end } : source;
    }

    /// <summary>Tom Hale | points to figures: whether a verb stands behind a name, though it may be a noun elsewhere.</summary>
    public static bool IsVerbBehindName(ReadOnlySpan<Token> tokens, int at) => at > 0 && tokens[at].Shape == WordShape.Lower && tokens[at - 1].IsCapitalised
        && tokens[at].Is(WordClass.ReportingVerb | WordClass.BeliefVerb) && tokens[at].Is(WordClass.VerbPresent);

    // It is a noun in `the Hale claims`.
    static bool IsDoing(in Passage p, SourceCandidate source, int last) =>
        IsVerbBehindName(p.Tokens, last) && p.Tokens[last - 2].Kind == TokenKind.Word && !p.Tokens[source.First].Is(WordClass.Determiner | WordClass.Possessive);

    // An | update, the world's | leading scientists: through words that may be nouns, to the last that is one.
    static int NounsEnd(in Passage p, in Proposal content, int from, int longest)
    {
        var end = from;
        for (var i = from; i < from + longest && IsFree(p, content, i) && (p.Tokens[i].IsCapitalised || p.Tokens[i].Is(WordClass.Noun | WordClass.Adjective | WordClass.PersonNoun) || i == from && p.Tokens[i].Is(WordClass.VerbGerund | WordClass.VerbParticiple)) && !p.Tokens[i].Is(Never); i++)
        {
            // A delegate | supporting Hale.
            if (end > from && p.Tokens[i].Part == PartOfSpeech.VerbGerund) break;
            if (p.Tokens[i].IsCapitalised || p.Tokens[i].Is(WordClass.Noun | WordClass.PersonNoun)) end = i + 1;
        }
        return end;
    }

    // Hale's | sister; but the patronizing suggestion that Hale makes is the cue, and Hale's.
    static int OwnedEnd(in Passage p, in Proposal content, int end, int from)
    {
        var owned = NounsEnd(p, content, from, LongestOwned);
        if (owned == from) return end;
        ref readonly var last = ref p.Tokens[owned - 1];
        return owned == content.Cue.Index && p.Tokens[owned].Is(WordClass.ReportingNoun) && !last.IsCapitalised && !last.Is(WordClass.PersonNoun | WordClass.OrganisationNoun | WordClass.DocumentNoun) ? end : owned;
    }

    // Dominique | de Castel.
    static int NameEnd(in Passage p, in Proposal content, int from)
    {
        if (!p.Tokens[from - 1].IsCapitalised) return from;
        var at = from;
        while (at < from + 3 && IsFree(p, content, at) && p.Tokens[at].Shape == WordShape.Lower && p.Tokens[at].Is(NameClass.Particle)) at++;
        if (at == from || !IsFree(p, content, at) || !p.Tokens[at].IsCapitalised) return from;
        while (IsFree(p, content, at) && p.Tokens[at].IsCapitalised) at++;
        return at;
    }

    static bool IsOwner(in Passage p, int at) => p.Tokens[at].Kind == TokenKind.Clitic ? p.Tokens[at].Of(p.Text) is "'s" or "’s" && at > 0 && !p.Tokens[at - 1].Is(WordClass.SubjectPronoun | WordClass.Relative | WordClass.Determiner | WordClass.Adverb)
        : p.Tokens[at].Is(WordClass.SingleMark) && !p.Tokens[at].Spaced && at > 0 && p.Text[p.Tokens[at].Start - 1] is 's' or 'S';

    // A word outside the content and its marks, before the cue or behind it.
    static bool IsFree(in Passage p, in Proposal content, int at) => at < content.Cue.End && at != content.Cue.Index && p.Tokens[at].Kind == TokenKind.Word && p.Inside[at] == 0 && !content.Has(at);
}
