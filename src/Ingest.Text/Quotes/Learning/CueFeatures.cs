using Ingest.Text.Tokens;

namespace Ingest.Text.Quotes.Learning;

/// <summary>What tells whether a word reports speech: itself, its neighbours, and where it stands.</summary>
static class CueFeatures
{
    /// <summary>The few that tell most: enough to leave out words that are no cue.</summary>
    public static void AddFew<TSink>(ref TSink sink, in Passage p, in CueView cue, Template template) where TSink : IFeatureSink, allows ref struct
    {
        int i = cue.Index, s = cue.First, e = cue.End, lemma = cue.Lemma, form = p.Tokens[i].Form, code = cue.Code;
        int before = p.Code(i - 1, s, e), after = p.Code(i + 1, s, e);
        int formBefore = p.Form(i - 1, s, e), formAfter = p.Form(i + 1, s, e);
        int inside = p.Inside[i] != 0 ? 1 : 0, place = (i == s ? 1 : 0) | (i + 1 >= e - 1 ? 2 : 0) | (p.Sentences[cue.SentenceIndex].Paragraph == 0 ? 4 : 0);
        var quotes = QuoteState(p, cue);
        sink.Add(
            Feature.Of(template, inside),
            Feature.Of(template + 1, form),
            Feature.Of(template + 2, lemma, inside),
            Feature.Of(template + 3, lemma, formBefore),
            Feature.Of(template + 4, lemma, formAfter),
            Feature.Of(template + 5, code, formBefore),
            Feature.Of(template + 6, code, formAfter),
            Feature.Of(template + 7, code, p.Code(i - 2, s, e), before),
            Feature.Of(template + 8, code, after, p.Code(i + 2, s, e)),
            Feature.Of(template + 9, code, before, after),
            Feature.Of(template + 10, lemma, before, after),
            Feature.Of(template + 11, quotes, lemma),
            Feature.Of(template + 12, quotes, before, after),
            Feature.Of(template + 13, place, code, (int)p.Tokens[i].Shape));
    }

    /// <summary>All.</summary>
    /// <param name="template">The first of 40 template numbers.</param>
    public static void Add<TSink>(ref TSink sink, in Passage p, in CueView cue, Template template) where TSink : IFeatureSink, allows ref struct
    {
        int i = cue.Index, s = cue.First, e = cue.End, lemma = cue.Lemma, form = p.Tokens[i].Form, code = cue.Code;
        int before = p.Code(i - 1, s, e), before2 = p.Code(i - 2, s, e), after = p.Code(i + 1, s, e), after2 = p.Code(i + 2, s, e);
        int formBefore = p.Form(i - 1, s, e), formAfter = p.Form(i + 1, s, e);
        var shape = (int)p.Tokens[i].Shape;
        var inside = p.Inside[i] != 0 ? 1 : 0;

        // The nearest auxiliary, subject and quotation marks on the left.
        int auxiliary = 0, subject = 0, distance = 0;
        for (var j = i - 1; j >= s && i - j <= 12; j--)
        {
            ref readonly var token = ref p.Tokens[j];
            if (auxiliary == 0 && i - j <= 4 && token.Is(WordClass.Auxiliary)) auxiliary = token.Form;
            if (token.Is(WordClass.SubjectPronoun) || token.IsCapitalised || token.Is(WordClass.PersonNoun | WordClass.OrganisationNoun))
            {
                subject = TokenCode.Of(token);
                distance = Math.Min(i - j, 6);
                break;
            }
        }

        var quotes = QuoteState(p, cue);

        // Whether a clause follows: `that`, a verb with tense; and other cues about.
        int clause = 0, others = 0;
        for (var j = i + 1; j < e && j <= i + 12; j++)
        {
            if ((p.Traits[j] & (Traits.Relative | Traits.Verb | Traits.Reporting)) == Traits.None) continue;
            ref readonly var token = ref p.Tokens[j];
            if (token.Is(WordClass.Relative)) clause |= 1;
            if (token.Is(WordClass.Auxiliary)) clause |= 2;
            if (token.Is(WordClass.FiniteVerb)) clause |= 4;
            if (token.Is(WordClass.ReportingVerb) && token.Part is PartOfSpeech.VerbPast or PartOfSpeech.VerbPresent) others |= 1;
        }
        for (var j = i - 1; j >= s && j >= i - 12; j--)
            if ((p.Traits[j] & Traits.Reporting) != Traits.None && p.Tokens[j].Part is PartOfSpeech.VerbPast or PartOfSpeech.VerbPresent) others |= 2;
        var place = (i == s ? 1 : 0) | (i + 1 >= e - 1 ? 2 : 0) | (cue.ParagraphFirst == s ? 4 : 0);
        var headline = p.Sentences[cue.SentenceIndex].Paragraph == 0 ? 1 : 0;
        int right = Outline.After(p, i + 1, e, 4), left = Outline.Before(p, i, s, 3);
        sink.Add(
            Feature.Of(template),
            Feature.Of(template + 1, form),
            Feature.Of(template + 2, lemma),
            Feature.Of(template + 3, lemma, formBefore),
            Feature.Of(template + 4, lemma, formAfter),
            Feature.Of(template + 5, code, formBefore),
            Feature.Of(template + 6, code, formAfter),
            Feature.Of(template + 7, code, before2, before),
            Feature.Of(template + 8, code, after, after2),
            Feature.Of(template + 9, code, before, after),
            Feature.Of(template + 10, lemma, before, after),
            Feature.Of(template + 11, form, before2, before),
            Feature.Of(template + 12, form, after, after2),
            Feature.Of(template + 13, inside, code),
            Feature.Of(template + 14, inside, lemma),
            Feature.Of(template + 15, code, auxiliary),
            Feature.Of(template + 16, lemma, auxiliary),
            Feature.Of(template + 17, code, subject, distance),
            Feature.Of(template + 18, lemma, subject),
            Feature.Of(template + 19, quotes, code),
            Feature.Of(template + 20, quotes, lemma),
            Feature.Of(template + 21, quotes, before, after),
            Feature.Of(template + 22, clause, code),
            Feature.Of(template + 23, clause, lemma),
            Feature.Of(template + 24, others, code),
            Feature.Of(template + 25, others, lemma),
            Feature.Of(template + 26, place, code),
            Feature.Of(template + 27, shape, code),
            Feature.Of(template + 28, p.Form(i + 2, s, e), lemma),
            Feature.Of(template + 29, p.Form(i - 2, s, e), lemma),
            Feature.Of(template + 30, Length(e - s), code),
            Feature.Of(template + 31, formBefore, formAfter),
            Feature.Of(template + 32, headline, code),
            Feature.Of(template + 33, headline, code, before),
            Feature.Of(template + 34, code, right),
            Feature.Of(template + 35, code, left),
            Feature.Of(template + 36, lemma, left),
            Feature.Of(template + 37, lemma, Outline.After(p, i + 1, e, 3)),
            Feature.Of(template + 38, left, right));
    }

    /// <summary>Where words in quotation marks stand about the cue: bits for close on the left, close on the right, in the sentence, next sentence.</summary>
    public static int QuoteState(in Passage p, in CueView cue)
    {
        var bits = cue.Quoted ? 1 : 0;
        for (var j = cue.Index - 1; j >= cue.First - 1 && j >= 0 && j >= cue.Index - 8; j--)
            if (p.Tokens[j].Is(WordClass.DoubleMark | WordClass.SingleMark) && (j == 0 || p.Inside[Math.Max(0, j - 1)] != 0))
            {
                bits |= 2;
                break;
            }
        for (var j = cue.Index + 1; j < p.Tokens.Length && j <= cue.Index + 8; j++)
            if (p.Inside[j] != 0)
            {
                bits |= j <= cue.Index + 2 ? 4 : 8;
                break;
            }
        return bits;
    }

    /// <summary>A length in tokens as one of a few classes.</summary>
    public static int Length(int count) => (uint)count < (uint)LengthClasses.Length ? LengthClasses[count] : count < 0 ? count : 11;

    static ReadOnlySpan<byte> LengthClasses =>
    [
        0, 1, 2, 3, 4, 4, 5, 5, 5, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9,
        10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10,
    ];
}
