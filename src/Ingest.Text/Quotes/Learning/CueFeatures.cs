using Ingest.Text.Tokens;

namespace Ingest.Text.Quotes.Learning;

/// <summary>What tells whether a word reports speech: itself, its neighbours, and where it stands.</summary>
static class CueFeatures
{
    /// <summary>The few that tell most: enough to leave out words that are no cue.</summary>
    public static void AddFew<TSink>(ref TSink sink, in Passage p, in CueCandidate cue, Template template) where TSink : IFeatureSink, allows ref struct
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
    /// <param name="quotes">The cue's <see cref="QuoteState"/>.</param>
    public static void Add<TSink>(ref TSink sink, in Passage p, in CueCandidate cue, int quotes, Template template) where TSink : IFeatureSink, allows ref struct
    {
        int i = cue.Index, s = cue.First, e = cue.End, lemma = cue.Lemma, code = cue.Code;

        // The nearest auxiliary and subject on the left.
        int auxiliary = 0, subject = 0;
        for (var j = i - 1; j >= s && i - j <= 12; j--)
        {
            ref readonly var token = ref p.Tokens[j];
            if (auxiliary == 0 && i - j <= 4 && token.Is(WordClass.Auxiliary)) auxiliary = token.Form;
            if (token.Is(WordClass.SubjectPronoun) || token.IsCapitalised || token.Is(WordClass.PersonNoun | WordClass.OrganisationNoun))
            {
                subject = TokenCode.Of(token);
                break;
            }
        }

        // Other cues about.
        var others = 0;
        for (var j = i + 1; j < e && j <= i + 12; j++)
            if (IsReporting(p, j)) others |= 1;
        for (var j = i - 1; j >= s && j >= i - 12; j--)
            if (IsReporting(p, j)) others |= 2;
        var place = (i == s ? 1 : 0) | (i + 1 >= e - 1 ? 2 : 0) | (cue.ParagraphFirst == s ? 4 : 0);
        var headline = p.Sentences[cue.SentenceIndex].Paragraph == 0 ? 1 : 0;
        var left = Outline.Before(p, i, s, 3);
        sink.Add(
            Feature.Of(template),
            Feature.Of(template + 1, lemma),
            Feature.Of(template + 2, code, p.Form(i - 1, s, e)),
            Feature.Of(template + 3, p.Inside[i] != 0 ? 1 : 0, code),
            Feature.Of(template + 4, code, auxiliary),
            Feature.Of(template + 5, lemma, subject),
            Feature.Of(template + 6, quotes, code),
            Feature.Of(template + 7, others, code),
            Feature.Of(template + 8, others, lemma),
            Feature.Of(template + 9, place, code),
            Feature.Of(template + 10, (int)p.Tokens[i].Shape, code),
            Feature.Of(template + 11, Length(e - s), code),
            Feature.Of(template + 12, headline, code),
            Feature.Of(template + 13, code, left),
            Feature.Of(template + 14, lemma, left),
            Feature.Of(template + 15, left, Outline.After(p, i + 1, e, 4)));
    }

    static bool IsReporting(in Passage p, int token) => (p.Traits[token] & Traits.Reporting) != Traits.None && p.Tokens[token].Part is PartOfSpeech.VerbPast or PartOfSpeech.VerbPresent;

    /// <summary>Where words in quotation marks stand about the cue: bits for close on the left, close on the right, in the sentence, next sentence.</summary>
    public static int QuoteState(in Passage p, in CueCandidate cue)
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
