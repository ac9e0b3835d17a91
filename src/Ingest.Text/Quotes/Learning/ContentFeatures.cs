using Ingest.Text.Tokens;

namespace Ingest.Text.Quotes.Learning;

/// <summary>What tells where a content begins and ends.</summary>
static class ContentFeatures
{
    /// <summary>What the three layouts of a cue have in common, looked up once.</summary>
    public readonly struct Surroundings
    {
        public Surroundings(in Passage p, in CueView cue)
        {
            int i = cue.Index, s = cue.First, e = cue.End;
            Before = p.Code(i - 1, s, e);
            After = p.Code(i + 1, s, e);
            After2 = p.Code(i + 2, s, e);
            FormBefore = p.Form(i - 1, s, e);
            FormAfter = p.Form(i + 1, s, e);
            Opening = p.Code(s, s, e);
            Quotes = CueFeatures.QuoteState(p, cue);
            var words = 0;
            for (var j = i - 1; j >= s && Commas == 0 && words < 20; j--, words++)
                if ((p.Traits[j] & Traits.Comma) != Traits.None) Commas = Math.Min(words, 6) + 1;
            for (var j = i + 1; j < e && j < i + 16; j++)
                if ((p.Traits[j] & Traits.Verb) != Traits.None) Rest |= p.Tokens[j].Is(WordClass.Auxiliary) ? 1 : 2;
            Right = Outline.After(p, i + 1, e, 4);
            RightShort = Outline.After(p, i + 1, e, 2);
            Left = Outline.Before(p, i, s, 4);
            LeftShort = Outline.Before(p, i, s, 2);
            Next = NextSentence(p, cue);
            Clause = ClauseOf(p, cue);
            Tense = Tenses.Of(p.Tokens[cue.Index]) * 4 + Clauses.Tense(p, cue.Index + 1, cue.End);
        }

        public readonly int Before, After, After2, FormBefore, FormAfter, Opening, Quotes, Commas, Rest, Right, RightShort, Left, LeftShort, Next, Clause, Tense;
    }

    /// <summary>On which side of the cue a content stands.</summary>
    public static void AddLayout<TSink>(ref TSink sink, in CueView cue, in Surroundings about, Layout side, Template template) where TSink : IFeatureSink, allows ref struct
    {
        int layout = (int)side, lemma = cue.Lemma * 4 + layout, code = cue.Code * 4 + layout;
        int toEnd = CueFeatures.Length(cue.End - cue.Index), toStart = CueFeatures.Length(cue.Index - cue.First);
        sink.Add(
            Feature.Of(template, layout),
            Feature.Of(template + 1, lemma),
            Feature.Of(template + 2, lemma, about.After),
            Feature.Of(template + 3, code, about.Before, about.After),
            Feature.Of(template + 4, code, about.After, about.After2),
            Feature.Of(template + 5, code, about.Quotes),
            Feature.Of(template + 6, lemma, about.Quotes),
            Feature.Of(template + 7, layout, about.FormAfter),
            Feature.Of(template + 8, layout, about.Commas),
            Feature.Of(template + 9, layout, about.Commas, about.After),
            Feature.Of(template + 10, layout, about.Rest, toEnd),
            Feature.Of(template + 11, layout, toStart, about.Quotes & 3),
            Feature.Of(template + 12, code, about.Opening),
            Feature.Of(template + 13, code, about.FormBefore),
            Feature.Of(template + 14, layout, about.Right),
            Feature.Of(template + 15, layout, about.Left),
            Feature.Of(template + 16, layout, about.RightShort, about.LeftShort),
            Feature.Of(template + 17, layout, about.Next, about.Quotes & 7),
            Feature.Of(template + 18, layout, about.Next, toEnd),
            Feature.Of(template + 19, code, about.Next));
    }

    // In what clause the cue stands: its own form, what opened the clause, whether a comma closed another one before.
    static int ClauseOf(in Passage p, in CueView cue)
    {
        ref readonly var token = ref p.Tokens[cue.Index];
        var kind = token.Kind == TokenKind.Mark ? 0 : token.Part switch
        {
            PartOfSpeech.VerbGerund => 1,
            PartOfSpeech.VerbPast => 2,
            PartOfSpeech.VerbPresent => 3,
            PartOfSpeech.VerbBase => 4,
            PartOfSpeech.VerbParticiple => 5,
            _ => 6,
        };
        int opener = 0, commas = 0;
        var i = cue.Index - 1;
        for (; i >= cue.First && i >= cue.Index - 24; i--)
        {
            ref readonly var t = ref p.Tokens[i];
            if (t.Is(WordClass.Comma | WordClass.Dash | WordClass.Semicolon))
            {
                commas = 1;
                break;
            }
            if (t.Is(WordClass.Relative)) opener = 1;
            else if (t.Is(WordClass.Subordinator)) opener = 2;
            else if (t.Is(WordClass.Conjunction) && opener == 0) opener = 3;
            else if (t.Form == To && i == cue.Index - 1) opener = 4;
            else continue;
            break;
        }
        var start = i <= cue.First ? 1 : 0;
        return ((kind * 5 + opener) * 2 + commas) * 2 + start;
    }

    static readonly int To = Lexicon.FormOf("to");

    static int CommasBetween(in Passage p, int from, int to) => from < to ? Math.Min(3, p.Commas[Math.Min(to, from + 60)] - p.Commas[from]) : 0;

    // Whether the sentence after the cue's opens with words in quotation marks, and whether those have a cue of their own.
    static int NextSentence(in Passage p, in CueView cue)
    {
        if (cue.SentenceIndex + 1 >= p.Sentences.Length) return 0;
        var next = p.Sentences[cue.SentenceIndex + 1];
        var bits = next.Paragraph == p.Sentences[cue.SentenceIndex].Paragraph ? 1 : 2;
        var first = p.FirstWord(next.First, next.End);
        if (p.Inside[first] == 0 || p.Inside[cue.Index] == p.Inside[first]) return bits;
        var span = p.Quoted[p.Inside[first] - 1];
        if (span.First < next.First) return bits | 4;
        bits |= 8;
        for (var i = span.End; i < p.Tokens.Length && i < span.End + 14 && p.Inside[i] == 0; i++)
        {
            if (p.Tokens[i].Is(WordClass.ReportingVerb)) return bits | 16;
            if (p.Tokens[i].Is(WordClass.Stop) && i > span.End + 1) break;
        }
        return bits;
    }

    /// <summary>The first word of a content.</summary>
    public static void AddStart<TSink>(ref TSink sink, in Passage p, in CueView cue, in Surroundings about, int word, int region, Template template) where TSink : IFeatureSink, allows ref struct
    {
        int first = cue.ParagraphFirst, end = region == 0 ? cue.End : p.Tokens.Length, i = cue.Index;
        if (region != 0 && word > i) first = word;
        var form = p.Tokens[word].Form;
        var code = p.Codes[word];
        var marks = p.MarksBefore(word, region == 1 && word > i ? cue.Index : first);
        var previous = word - 1;
        while (previous >= first && p.IsMark(previous)) previous--;
        int codeBefore = p.Code(previous, first, end), formBefore = p.Form(previous, first, end), codeAfter = p.Code(word + 1, first, end);
        var distance = word > i ? Math.Min(CueFeatures.Length(word - i), 8) : 9 + Math.Min(CueFeatures.Length(Math.Max(0, word - cue.First)), 8);
        var opening = (word == cue.First ? 1 : 0) | (word == cue.ParagraphFirst ? 2 : 0) | region << 2;
        var quote = QuoteAtStart(p, word);
        var from = word > i ? i + 1 : Math.Max(cue.First, word - 12);
        var gap = Gap(p.TraitsOf(from, Math.Min(word, from + 16)), Traits.Preposition, Traits.Subject | Traits.ObjectPronoun);
        var quoted = cue.Quoted ? 1 : 0;
        var outline = Outline.After(p, word, end, 4);
        var before = word > i ? Outline.After(p, i + 1, word, 5) : Outline.Before(p, word, cue.First, 3);
        var skipped = word > i ? Math.Min(2, p.Verbs[word] - p.Verbs[Math.Min(word, i + 1)]) : 3 + Math.Min(2, p.Verbs[word] - p.Verbs[Math.Min(word, cue.First)]);
        sink.Add(
            Feature.Of(template, form, marks),
            Feature.Of(template + 1, code, marks, quoted),
            Feature.Of(template + 2, formBefore, marks),
            Feature.Of(template + 3, codeBefore, code, marks),
            Feature.Of(template + 4, code, codeAfter, marks),
            Feature.Of(template + 5, distance, marks, quote),
            Feature.Of(template + 6, cue.Lemma, form),
            Feature.Of(template + 7, cue.Lemma, marks, distance),
            Feature.Of(template + 8, cue.Code, code, distance),
            Feature.Of(template + 9, cue.Lemma, codeBefore, marks),
            Feature.Of(template + 10, quote, marks, quoted),
            Feature.Of(template + 11, opening, marks, code),
            Feature.Of(template + 12, gap, distance),
            Feature.Of(template + 13, gap, code, marks),
            Feature.Of(template + 14, distance, p.Code(i + 1, cue.First, cue.End), p.Code(i + 2, cue.First, cue.End)),
            Feature.Of(template + 15, form, p.Form(word + 1, first, end)),
            Feature.Of(template + 16, cue.Code, code, codeAfter),
            Feature.Of(template + 17, formBefore, form),
            Feature.Of(template + 18, opening, quote, quoted),
            Feature.Of(template + 19, cue.Lemma, distance),
            Feature.Of(template + 20, outline, marks),
            Feature.Of(template + 21, outline, distance),
            Feature.Of(template + 22, before, marks),
            Feature.Of(template + 23, before, code),
            Feature.Of(template + 24, before, outline & 0xFF, cue.Code),
            Feature.Of(template + 25, about.Clause, code, marks),
            Feature.Of(template + 26, about.Clause, distance, skipped),
            Feature.Of(template + 27, skipped, code, marks),
            Feature.Of(template + 28, Clauses.At(p, word, end), skipped, codeBefore));
    }

    /// <summary>The last word of a content.</summary>
    public static void AddEnd<TSink>(ref TSink sink, in Passage p, in CueView cue, in Surroundings about, int word, int region, Template template) where TSink : IFeatureSink, allows ref struct
    {
        int i = cue.Index, end = region == 0 ? cue.End : p.Tokens.Length, first = cue.ParagraphFirst;
        var code = p.Codes[word];
        var marks = p.MarksAfter(word, word < i ? i : end);
        var next = word + 1;
        while (next < end && p.IsMark(next)) next++;
        int codeNext = p.Code(next, first, end), formNext = p.Form(next, first, end), codeAfter = p.Code(next + 1, first, end);
        var last = region == 0 && next >= end ? 1 : 0;
        var rest = word < i ? 0 : Math.Min(CueFeatures.Length(Math.Max(0, cue.End - next)), 8);
        var to = word < i ? i : Math.Min(cue.End, next + 16);
        var gap = Gap(p.TraitsOf(next, Math.Min(to, next + 20)), Traits.Reporting, Traits.Subject | Traits.PersonNoun);
        var length = word < i ? Math.Min(CueFeatures.Length(i - next), 9) : rest;
        var quote = QuoteAtEnd(p, word);
        var quoted = cue.Quoted ? 1 : 0;
        var outline = Outline.After(p, next, word < i ? i : end, 4);
        int verbs = word > i ? Math.Min(2, p.Verbs[word + 1] - p.Verbs[i + 1]) : 3 + Math.Min(2, p.Verbs[word + 1] - p.Verbs[Math.Min(word, cue.First)]);
        var left = word > i ? Math.Min(2, p.Verbs[Math.Max(next, cue.End)] - p.Verbs[next]) : 3;
        var commas = word > i ? CommasBetween(p, i + 1, word) : 4;
        var clause = word > i ? Clauses.At(p, next, cue.End) : 31;
        var tenses = word > i ? about.Tense * 4 + Clauses.Tense(p, next, Math.Min(cue.End, next + 14)) : 63;
        sink.Add(
            Feature.Of(template, p.Tokens[word].Form, marks),
            Feature.Of(template + 1, code, marks, last),
            Feature.Of(template + 2, formNext, marks),
            Feature.Of(template + 3, code, codeNext, marks),
            Feature.Of(template + 4, codeNext, codeAfter, marks),
            Feature.Of(template + 5, marks, last, quote),
            Feature.Of(template + 6, length, marks, codeNext),
            Feature.Of(template + 7, cue.Lemma, marks, last),
            Feature.Of(template + 8, formNext, p.Form(next + 1, first, end)),
            Feature.Of(template + 9, quote, quoted, marks),
            Feature.Of(template + 10, cue.Lemma, codeNext),
            Feature.Of(template + 11, cue.Code, codeNext, codeAfter),
            Feature.Of(template + 12, gap, length),
            Feature.Of(template + 13, gap, codeNext, marks),
            Feature.Of(template + 14, region, quote, marks),
            Feature.Of(template + 15, gap, marks, cue.Code),
            Feature.Of(template + 16, cue.Lemma, formNext),
            Feature.Of(template + 17, formNext, codeAfter, marks),
            Feature.Of(template + 18, outline, marks),
            Feature.Of(template + 19, outline, marks, cue.Code),
            Feature.Of(template + 20, outline, formNext),
            Feature.Of(template + 21, Outline.Before(p, word + 1, word < i ? cue.First : i + 1, 3), outline & 0xFFF, marks),
            Feature.Of(template + 22, about.Clause, codeNext, marks),
            Feature.Of(template + 23, about.Clause, outline & 0xFFF, marks),
            Feature.Of(template + 24, verbs, codeNext, marks),
            Feature.Of(template + 25, left * 8 + commas, codeNext, marks),
            Feature.Of(template + 26, clause, codeNext, marks),
            Feature.Of(template + 27, (clause * 8 + commas) * 8 + verbs, about.Clause, marks),
            Feature.Of(template + 28, clause, formNext, marks),
            Feature.Of(template + 29, tenses, codeNext, marks),
            Feature.Of(template + 30, tenses, clause, marks));
    }

    /// <summary>A boundary as <see cref="AddSpan"/> sees it, read once for all contents that it has.</summary>
    /// <param name="Word">The first or the last word.</param>
    /// <param name="Code">Its <see cref="TokenCode"/>.</param>
    /// <param name="Quote">0 outside quotation marks, 1 the first or last word in them, 2 another.</param>
    /// <param name="Inside">As <see cref="QuotationMarks.Inside"/>.</param>
    /// <param name="Verbs">Verbs with tense before the content's first word, or up to its last.</param>
    /// <param name="Form">The first word's form; 0 for a last one.</param>
    /// <param name="Next">The code of the word behind a last word; 0 for a first one.</param>
    /// <param name="Marks">The marks between the two.</param>
    public readonly record struct Edge(int Word, int Code, int Quote, int Inside, int Verbs, int Form, int Next, int Marks)
    {
        /// <summary>A content's first word.</summary>
        public static Edge First(in Passage p, int word) => new(word, p.Codes[word], QuoteAtStart(p, word), p.Inside[word], p.Verbs[word], p.Tokens[word].Form, 0, 0);

        /// <summary>A content's last word.</summary>
        public static Edge Last(in Passage p, in CueView cue, int word)
        {
            int end = word < cue.Index ? cue.Index : Math.Max(cue.End, word + 1), next = word + 1;
            while (next < end && p.IsMark(next)) next++;
            return new(word, p.Codes[word], QuoteAtEnd(p, word), p.Inside[word], p.Verbs[word + 1], 0, p.Code(next, cue.First, end), p.MarksAfter(word, end));
        }
    }

    /// <summary>A content as a whole.</summary>
    public static void AddSpan<TSink>(ref TSink sink, in CueView cue, in Edge first, in Edge last, int region, Template template) where TSink : IFeatureSink, allows ref struct
    {
        var quote = first.Quote * 6 + last.Quote * 2 + (first.Inside == last.Inside ? 1 : 0);
        var length = CueFeatures.Length(last.Word - first.Word + 1);
        var verbs = Math.Min(2, last.Verbs - first.Verbs);
        sink.Add(
            Feature.Of(template, quote, region),
            Feature.Of(template + 1, length, cue.Code),
            Feature.Of(template + 2, length, cue.Lemma),
            Feature.Of(template + 3, verbs, first.Code),
            Feature.Of(template + 4, verbs, cue.Lemma),
            Feature.Of(template + 5, quote, verbs, Math.Min(length, 5)),
            Feature.Of(template + 6, first.Code, last.Code, verbs),
            Feature.Of(template + 7, first.Code, last.Next, last.Marks),
            Feature.Of(template + 8, first.Form, last.Next, last.Marks),
            Feature.Of(template + 9, verbs * 16 + length, last.Marks, last.Next));
    }

    // What stands between a boundary and the cue, a bit a kind.
    static int Gap(Traits traits, Traits third, Traits person) =>
        (int)(traits & (Traits.Comma | Traits.Verb | Traits.Relative)) | ((traits & third) != Traits.None ? 4 : 0) | ((traits & person) != Traits.None ? 16 : 0);

    // 0 outside quotation marks, 1 the first word in them, 2 a later one.
    static int QuoteAtStart(in Passage p, int word)
    {
        if (p.Inside[word] == 0) return 0;
        var span = p.Quoted[p.Inside[word] - 1];
        return p.FirstWord(span.First, span.End) == word ? 1 : 2;
    }

    static int QuoteAtEnd(in Passage p, int word)
    {
        if (p.Inside[word] == 0) return 0;
        var span = p.Quoted[p.Inside[word] - 1];
        return p.LastWord(span.First, span.End) == word ? 1 : 2;
    }
}
