using Ingest.Text.Tokens;

namespace Ingest.Text.Quotes.Learning;

/// <summary>What tells whether words in quotation marks that no cue has are a quote.</summary>
static class FloatingFeatures
{
    public static void Add<TSink>(ref TSink sink, in Passage p, in FloatingQuote quote, Template template) where TSink : IFeatureSink, allows ref struct
    {
        int first = quote.First, last = quote.Last, index = p.SentenceOf(first);
        var sentence = p.Sentences[index];
        var opening = p.Quoted[quote.FirstSpan];
        var end = p.Sentences[p.SentenceOf(last)].End;
        int paragraphFirst = p.ParagraphFirst(index), paragraphEnd = p.ParagraphEnd(last);
        int previous = opening.First - 1;
        while (previous >= paragraphFirst && p.IsMark(previous)) previous--;
        int next = p.Quoted[quote.LastSpan].End;
        while (next < paragraphEnd && p.IsMark(next)) next++;
        int marksBefore = p.MarksBefore(first, paragraphFirst), marksAfter = p.MarksAfter(last, paragraphEnd);
        // Where it stands: 1 opens its paragraph, 2 opens its sentence, 4 ends its paragraph, 8 ends its sentence.
        var place = (previous < paragraphFirst ? 1 : 0) | (previous < sentence.First ? 2 : 0) | (next >= paragraphEnd ? 4 : 0) | (next >= end ? 8 : 0);
        var colon = paragraphFirst > 0 && p.Tokens[paragraphFirst - 1].Is(WordClass.Colon) && (place & 1) != 0 ? 1 : 0;
        int length = CueFeatures.Length(last - first + 1), verbs = Math.Min(2, p.Verbs[last + 1] - p.Verbs[first]);
        int codeBefore = p.Code(previous, paragraphFirst, paragraphEnd), formBefore = p.Form(previous, paragraphFirst, paragraphEnd);
        int codeAfter = p.Code(next, paragraphFirst, paragraphEnd), formAfter = p.Form(next, paragraphFirst, paragraphEnd);
        int code = p.Codes[first], capital = p.Tokens[first].IsCapitalised ? 1 : 0;
        int capitals = 0, persons = 0;
        for (var i = first; i <= last && i < first + 12; i++)
        {
            ref readonly var token = ref p.Tokens[i];
            if (token.IsCapitalised) capitals++;
            if (token.Is(WordClass.SubjectPronoun | WordClass.ObjectPronoun | WordClass.Possessive)) persons = 1;
        }
        var titled = capitals * 2 > Math.Min(last - first + 1, 12) ? 1 : 0;
        int reports = 0;
        for (var i = previous; i >= sentence.First && i > previous - 10; i--)
            if (p.Tokens[i].Is(WordClass.ReportingVerb | WordClass.ReportingNoun | WordClass.SpeechVerb)) reports |= 1;
        for (var i = next; i < end && i < next + 8; i++)
            if (p.Tokens[i].Is(WordClass.ReportingVerb)) reports |= 2;
        var near = quote.Before < 0 ? 0 : 1 + quote.Paragraphs * 2 + (quote.Follows ? 1 : 0);
        var distance = quote.Before < 0 ? 12 : CueFeatures.Length(quote.Distance);
        var shape = (length * 3 + verbs) * 2 + capital;
        var chain = quote.LastSpan > quote.FirstSpan ? 1 : p.Quoted[quote.LastSpan].Closed ? 0 : 2;
        sink.Add(
            Feature.Of(template),
            Feature.Of(template + 1, place, marksBefore, marksAfter),
            Feature.Of(template + 2, place, shape),
            Feature.Of(template + 3, near, place, colon),
            Feature.Of(template + 4, near, distance),
            Feature.Of(template + 5, codeBefore, marksBefore),
            Feature.Of(template + 6, formBefore, capital),
            Feature.Of(template + 7, codeAfter, marksAfter),
            Feature.Of(template + 8, formAfter, capital),
            Feature.Of(template + 9, shape, titled),
            Feature.Of(template + 10, titled, place, verbs),
            Feature.Of(template + 11, persons, verbs, place),
            Feature.Of(template + 12, reports, place, capital),
            Feature.Of(template + 13, code, place),
            Feature.Of(template + 14, codeBefore, code),
            Feature.Of(template + 15, chain, place & 5, near),
            Feature.Of(template + 16, colon, marksBefore, capital),
            Feature.Of(template + 17, p.Code(previous - 1, paragraphFirst, paragraphEnd), codeBefore),
            Feature.Of(template + 18, p.Sentences[index].Paragraph == 0 ? 1 : 0, place),
            Feature.Of(template + 19, length, marksAfter, marksBefore));
    }
}
