using System.Numerics;
using System.Runtime.Intrinsics;
using Ingest.Text.Tokens;

namespace Ingest.Text.Quotes.Learning;

/// <summary>
/// A clause as features see it: what its first verb with tense is, and whether something that may be its subject goes before it. Each token is
/// one step on the way there, and has its tense noted beside.
/// </summary>
static class Clauses
{
    // Steps: nothing, a noun, a pronoun as subject; from 8 on what the search ends at.
    const int Noun = 1, Pronoun = 2, Ends = 8;
    const int Modal = Ends | 1, Auxiliary = Ends | 2, Reporting = Ends | 3, Past = Ends | 4, Finite = Ends | 5, Comma = Ends | 6;
    const int Nothing = 7;
    const int TenseShift = 4;
    const int TenseMask = 3;

    const int Reach = 14;
    const int TenseReach = 30;

    /// <summary>The step that a token is, in four bits, and its tense (<see cref="Tenses"/>) in two above; two are left for <see cref="CueCandidate.HintOf"/>.</summary>
    public static byte StepOf(in Token token) => (byte)(Step(token) | Tenses.Of(token) << TenseShift);

    /// <summary>The same step of a word with a capital (1, otherwise 0), which may be a name.</summary>
    public static byte Capitalised(byte step, int capital) => (byte)(step | capital * ((step & 15) == 0 ? Noun : 0));

    /// <summary>The clause that begins at a token: subject and verb in five bits.</summary>
    public static int At(in Passage p, int first, int end)
    {
        end = Math.Min(end, first + Reach);
        if (first >= end) return Nothing;
        var steps = Vector128.Create(p.Steps.Slice(first, Vector128<byte>.Count)) & Vector128.Create((byte)15);
        var range = (1u << end - first) - 1;
        var ends = Vector128.GreaterThanOrEqual(steps, Vector128.Create((byte)Ends)).ExtractMostSignificantBits() & range;
        var before = ends - 1 & ~ends & range;
        var subject = (Vector128.Equals(steps, Vector128.Create((byte)Pronoun)).ExtractMostSignificantBits() & before) != 0 ? Pronoun
            : (Vector128.Equals(steps, Vector128.Create((byte)Noun)).ExtractMostSignificantBits() & before) != 0 ? Noun : 0;
        return subject * 8 + (ends == 0 ? Nothing : p.Steps[first + BitOperations.TrailingZeroCount(ends)] & 7);
    }

    /// <summary>The tense of the first verb that has one in [<paramref name="first"/>, <paramref name="end"/>); 0 where there is none.</summary>
    public static int Tense(in Passage p, int first, int end)
    {
        end = Math.Min(end, first + TenseReach);
        if (first >= end) return 0;
        var tenses = Vector256.Create(p.Steps.Slice(first, Vector256<byte>.Count)) & Vector256.Create((byte)(TenseMask << TenseShift));
        var verbs = ~Vector256.Equals(tenses, Vector256<byte>.Zero).ExtractMostSignificantBits() & ((1u << end - first) - 1);
        return verbs == 0 ? 0 : p.Steps[first + BitOperations.TrailingZeroCount(verbs)] >> TenseShift & TenseMask;
    }

    static int Step(in Token token)
    {
        if (token.Is(WordClass.Auxiliary)) return token.Is(WordClass.Modal) ? Modal : Auxiliary;
        if (token.Kind == TokenKind.Word && token.Is(WordClass.FiniteVerb) && token.Part is PartOfSpeech.VerbPast or PartOfSpeech.VerbPresent or PartOfSpeech.VerbBase)
            return token.Is(WordClass.ReportingVerb) ? Reporting : token.Part == PartOfSpeech.VerbPast ? Past : Finite;
        if (token.Is(WordClass.Comma)) return Comma;
        if (token.Is(WordClass.SubjectPronoun)) return Pronoun;
        return token.Part is PartOfSpeech.Noun or PartOfSpeech.Plural or PartOfSpeech.Name ? Noun : 0;
    }
}
