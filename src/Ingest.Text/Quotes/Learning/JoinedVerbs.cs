using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Ingest.Text.Tokens;

namespace Ingest.Text.Quotes.Learning;

/// <summary>
/// The reporting verbs behind a cue that may go on with its subject: <c>he said it was late and added …</c>, <c>…, adding that …</c>. A content
/// that goes on behind one of them takes in, most likely, what is the speaker's own doing. A bit for each word from the cue on, the cue lowest; the
/// word just behind the cue is not looked at.
/// </summary>
/// <param name="Alike">Words of the cue's own form (past, present, noun …) behind a conjunction or a comma.</param>
/// <param name="Gerunds">Gerunds behind one.</param>
/// <param name="Others">Words of the cue's own form elsewhere.</param>
readonly record struct JoinedVerbs(ulong Alike, ulong Gerunds, ulong Others)
{
    const int Reach = 60;

    /// <summary>Where there is nothing to look at: for a content on the cue's left.</summary>
    public const int None = 15;

    /// <summary>The verbs behind a cue, outside of quotation marks that the cue stands outside of.</summary>
    public static JoinedVerbs Of(in Passage p, in CueCandidate cue)
    {
        var i = cue.Index;
        var traits = Vector512.Create(MemoryMarshal.AsBytes(p.Traits.Slice(i, Vector512<byte>.Count)));
        var end = Math.Min(Reach, p.Tokens.Length - i);
        var reporting = ~Vector512.Equals(traits & Vector512.Create((byte)Traits.Reporting), Vector512<byte>.Zero).ExtractMostSignificantBits() & (1UL << end) - 1 & ~3UL;
        ulong alike = 0, gerunds = 0, others = 0;
        for (; reporting != 0; reporting &= reporting - 1)
        {
            var at = BitOperations.TrailingZeroCount(reporting);
            if (p.Inside[i + at] != p.Inside[i]) continue;
            ref readonly var verb = ref p.Tokens[i + at];
            var bit = 1UL << at;
            if (verb.Part == p.Tokens[i].Part)
            {
                if (IsJoined(p, i + at)) alike |= bit;
                else others |= bit;
            }
            else if (verb.Part == PartOfSpeech.VerbGerund && IsJoined(p, i + at)) gerunds |= bit;
        }
        return new(alike, gerunds, others);
    }

    /// <summary>Which of the three there are among so many words behind the cue, a bit a kind.</summary>
    public int Upto(int words)
    {
        var range = words >= 63 ? ulong.MaxValue : (2UL << words) - 1;
        return ((Alike & range) != 0 ? 1 : 0) | ((Gerunds & range) != 0 ? 2 : 0) | ((Others & range) != 0 ? 4 : 0);
    }

    // Behind a conjunction or a comma, with an adverb between them at most.
    static bool IsJoined(in Passage p, int verb)
    {
        const WordClass joins = WordClass.Conjunction | WordClass.Comma;
        ref readonly var before = ref p.Tokens[verb - 1];
        return before.Is(joins) || before.Is(WordClass.Adverb) && p.Tokens[verb - 2].Is(joins);
    }
}
