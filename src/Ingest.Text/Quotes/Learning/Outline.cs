using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Ingest.Text.Tokens;

namespace Ingest.Text.Quotes.Learning;

/// <summary>
/// The outline of a stretch of words: noun phrases, verbs, prepositions, conjunctions and marks as one symbol each, runs folded, adverbs left
/// out; a few symbols packed in a number. <c>, which the board rejected on</c> is comma, relative, noun phrase, verb, preposition.
/// </summary>
static class Outline
{
    const int Nominal = 1, Finite = 2, Preposition = 3, Conjunction = 4, Relative = 5, Gerund = 6, Comma = 7, Mark = 8, Quote = 9, Subordinator = 10,
        To = 11, Pronoun = 12, Reporting = 13, Participle = 14;

    // Behind the last symbol, where there are no more than were asked for.
    const int All = 15;

    const int Reach = 40;

    static readonly byte[] Symbols = Build();

    /// <summary>The symbol of a token; 0 where an outline leaves it out.</summary>
    public static byte SymbolOf(in Token token) => Symbols[token.Form];

    /// <summary>Up to <paramref name="count"/> symbols from a token on, up to <paramref name="end"/>.</summary>
    public static int After(in Passage p, int first, int end, int count)
    {
        var packed = 0;
        for (var shown = Shown(p, first, Math.Min(end, first + Reach)); shown != 0; shown &= shown - 1)
        {
            packed = packed * 16 + p.Symbols[first + BitOperations.TrailingZeroCount(shown)];
            if (--count == 0) return packed;
        }
        return packed * 16 + All;
    }

    /// <summary>Up to <paramref name="count"/> symbols that end before a token, the nearest first, down to <paramref name="floor"/>.</summary>
    public static int Before(in Passage p, int end, int floor, int count)
    {
        var packed = 0;
        floor = Math.Max(floor, end - Reach);
        for (var shown = Shown(p, floor, end); shown != 0;)
        {
            var last = BitOperations.Log2(shown);
            shown ^= 1UL << last;
            packed = packed * 16 + p.Symbols[floor + last];
            if (--count == 0) return packed;
        }
        return packed * 16 + All;
    }

    // A bit for each token from first on, the first lowest: whether an outline shows its symbol. Of nominal ones with nothing shown between them only the first is.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static ulong Shown(in Passage p, int first, int end)
    {
        if (first >= end) return 0;
        var symbols = Vector512.Create(p.Symbols.Slice(first, Vector512<byte>.Count));
        var range = (1UL << end - first) - 1;
        var hidden = Vector512.Equals(symbols, Vector512<byte>.Zero).ExtractMostSignificantBits() | ~range;
        var nominal = Vector512.Equals(symbols, Vector512.Create((byte)Nominal)).ExtractMostSignificantBits() & range;
        // A sum carries what stands behind a nominal one over all that is hidden there.
        var behind = nominal << 1;
        behind |= (behind & hidden) + hidden ^ hidden;
        return ~hidden & ~(nominal & behind);
    }

    static byte[] Build()
    {
        var symbols = new byte[Lexicon.Forms];
        for (var form = 1; form < WordForm.FirstKind; form++) symbols[form] = form switch { 4 => Comma, 12 or 13 => Quote, >= 30 => Nominal, _ => Mark };
        for (var form = WordForm.FirstKind; form < WordForm.FirstListed; form++) symbols[form] = OfPart(WordForm.PartOf(form));
        foreach (var entry in Lexicon.Listed) symbols[entry.Form] = OfEntry(entry);
        symbols[Lexicon.FormOf("to")] = To;
        return symbols;
    }

    static byte OfEntry(in WordEntry entry) => entry.Classes switch
    {
        var c when Has(c, WordClass.Auxiliary) => Finite,
        var c when Has(c, WordClass.SubjectPronoun | WordClass.ObjectPronoun) => Pronoun,
        var c when Has(c, WordClass.Possessive | WordClass.IndefinitePronoun) => Nominal,
        var c when Has(c, WordClass.Conjunction) => Conjunction,
        var c when Has(c, WordClass.Relative) => Relative,
        var c when Has(c, WordClass.Determiner) => Nominal,
        var c when Has(c, WordClass.Subordinator) => Subordinator,
        var c when Has(c, WordClass.Preposition) => Preposition,
        var c when Has(c, WordClass.CueWord) => Reporting,
        var c when Has(c, WordClass.ReportingVerb) && entry.Part is PartOfSpeech.VerbPast or PartOfSpeech.VerbPresent or PartOfSpeech.VerbBase => Reporting,
        var c when Has(c, WordClass.Negation | WordClass.Adverb) => 0,
        _ => OfPart(entry.Part),
    };

    static byte OfPart(PartOfSpeech part) => part switch
    {
        PartOfSpeech.Adverb => 0,
        PartOfSpeech.VerbBase or PartOfSpeech.VerbPresent or PartOfSpeech.VerbPast or PartOfSpeech.Modal => Finite,
        PartOfSpeech.VerbParticiple => Participle,
        PartOfSpeech.VerbGerund => Gerund,
        PartOfSpeech.Relative => Relative,
        PartOfSpeech.Preposition => Preposition,
        PartOfSpeech.Conjunction => Conjunction,
        PartOfSpeech.Pronoun => Pronoun,
        PartOfSpeech.Mark => Mark,
        _ => Nominal,
    };

    static bool Has(WordClass classes, WordClass wanted) => (classes & wanted) != WordClass.None;
}
