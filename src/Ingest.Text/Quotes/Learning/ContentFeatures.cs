namespace Ingest.Text.Quotes.Learning;

/// <summary>What tells where a content begins and ends.</summary>
static class ContentFeatures
{
    /// <summary>On which side of the cue a content stands.</summary>
    public static void AddLayout<TSink>(ref TSink sink, in CueCandidate cue, in Surroundings about, Layout side, Template template) where TSink : IFeatureSink, allows ref struct
    {
        int layout = (int)side, lemma = cue.Lemma * 4 + layout, code = cue.Code * 4 + layout;
        int toEnd = CueFeatures.Length(cue.End - cue.Index), toStart = CueFeatures.Length(cue.Index - cue.First);
        sink.Add(
            Feature.Of(template, layout),
            Feature.Of(template + 1, lemma),
            Feature.Of(template + 2, code, about.Quotes),
            Feature.Of(template + 3, layout, about.FormAfter),
            Feature.Of(template + 4, layout, about.Commas),
            Feature.Of(template + 5, layout, about.Rest, toEnd),
            Feature.Of(template + 6, layout, toStart, about.Quotes & 3),
            Feature.Of(template + 7, code, about.Opening),
            Feature.Of(template + 8, layout, about.Left),
            Feature.Of(template + 9, layout, about.Next, about.Quotes & 7),
            Feature.Of(template + 10, code, about.Next),
            Feature.Of(template + 11, layout, about.FirstForm),
            Feature.Of(template + 12, layout, about.FirstForm, about.SecondForm),
            Feature.Of(template + 13, layout, about.AfterComma, about.BeforeComma),
            Feature.Of(template + 14, layout, about.FormAfterComma),
            Feature.Of(template + 15, layout, about.Quotations),
            Feature.Of(template + 16, code, about.Quotations));
    }

    static int CommasBetween(in Passage p, int from, int to) => from < to ? Math.Min(3, p.Commas[Math.Min(to, from + 60)] - p.Commas[from]) : 0;

    /// <summary>The cue of a content, for a <see cref="HiddenLayer"/>.</summary>
    public static void AddCue<TSink>(ref TSink observed, in Passage p, in CueCandidate cue, in Surroundings about) where TSink : IFeatureSink, allows ref struct
    {
        int i = cue.Index, s = cue.First, e = cue.End;
        var template = Templates.ObservedCue;
        observed.Add(
            Feature.Of(template, cue.Lemma),
            Feature.Of(template + 1, p.Tokens[i].Form),
            Feature.Of(template + 2, cue.Code),
            Feature.Of(template + 3, about.FormBefore),
            Feature.Of(template + 4, about.FormAfter),
            Feature.Of(template + 5, about.Before),
            Feature.Of(template + 6, about.After),
            Feature.Of(template + 7, about.After2),
            Feature.Of(template + 8, p.Code(i - 2, s, e)),
            Feature.Of(template + 9, about.Quotes),
            Feature.Of(template + 10, about.Commas),
            Feature.Of(template + 11, about.Rest),
            Feature.Of(template + 12, about.Next),
            Feature.Of(template + 13, about.Clause),
            Feature.Of(template + 14, about.Tense),
            Feature.Of(template + 15, CueFeatures.Length(e - i)),
            Feature.Of(template + 16, CueFeatures.Length(i - s)),
            Feature.Of(template + 17, about.Right),
            Feature.Of(template + 18, about.LeftShort),
            Feature.Of(template + 19, p.Inside[i] != 0 ? 1 : 0, (int)p.Tokens[i].Shape),
            Feature.Of(template + 20, about.Quotations));
    }

    /// <summary>The first word of a content, as features and as observations.</summary>
    public static void AddStart<TSink, TObserved>(ref TSink sink, ref TObserved observed, in Passage p, in CueCandidate cue, in Surroundings about, int word, int region, SideTemplates templates)
        where TSink : IFeatureSink, allows ref struct
        where TObserved : IFeatureSink, allows ref struct
    {
        int first = cue.ParagraphFirst, end = region == 0 ? cue.End : p.Tokens.Length, i = cue.Index;
        if (region != 0 && word > i) first = word;
        var form = p.Tokens[word].Form;
        var code = p.Codes[word];
        var marks = p.MarksBefore(word, region == 1 && word > i ? cue.Index : first);
        var previous = word - 1;
        while (previous >= first && p.IsMark(previous)) previous--;
        int codeBefore = p.Code(previous, first, end), formBefore = p.Form(previous, first, end), formAfter = p.Form(word + 1, first, end);
        var distance = word > i ? Math.Min(CueFeatures.Length(word - i), 8) : 9 + Math.Min(CueFeatures.Length(Math.Max(0, word - cue.First)), 8);
        var opening = (word == cue.First ? 1 : 0) | (word == cue.ParagraphFirst ? 2 : 0) | region << 2;
        var quote = QuoteAtStart(p, word);
        var from = word > i ? i + 1 : Math.Max(cue.First, word - 12);
        var gap = Gap(p.TraitsOf(from, Math.Min(word, from + 16)), Traits.Preposition, Traits.Subject | Traits.ObjectPronoun);
        var quoted = cue.Quoted ? 1 : 0;
        var clause = Clauses.At(p, word, end);
        var before = word > i ? Outline.After(p, i + 1, word, 5) : Outline.Before(p, word, cue.First, 3);
        var skipped = word > i ? Math.Min(2, p.Verbs[word] - p.Verbs[Math.Min(word, i + 1)]) : 3 + Math.Min(2, p.Verbs[word] - p.Verbs[Math.Min(word, cue.First)]);
        var owner = OwnerSigns.At(p, word, i);
        var template = templates.Start;
        sink.Add(
            Feature.Of(template, form, marks),
            Feature.Of(template + 1, formBefore, marks),
            Feature.Of(template + 2, codeBefore, code, marks),
            Feature.Of(template + 3, distance, marks, quote),
            Feature.Of(template + 4, cue.Lemma, form),
            Feature.Of(template + 5, cue.Lemma, marks, distance),
            Feature.Of(template + 6, cue.Lemma, codeBefore, marks),
            Feature.Of(template + 7, quote, marks, quoted),
            Feature.Of(template + 8, gap, distance),
            Feature.Of(template + 9, gap, code, marks),
            Feature.Of(template + 10, distance, p.Code(i + 1, cue.First, cue.End), p.Code(i + 2, cue.First, cue.End)),
            Feature.Of(template + 11, form, formAfter),
            Feature.Of(template + 12, formBefore, form),
            Feature.Of(template + 13, opening, quote, quoted),
            Feature.Of(template + 14, cue.Lemma, distance),
            Feature.Of(template + 15, before, marks),
            Feature.Of(template + 16, about.Clause, distance, skipped),
            Feature.Of(template + 17, clause, skipped, codeBefore),
            Feature.Of(template + 18, owner, quote, distance),
            Feature.Of(template + 19, owner, marks, quote));
        template = templates.ObservedStart;
        observed.Add(
            Feature.Of(template, form),
            Feature.Of(template + 1, code),
            Feature.Of(template + 2, formAfter),
            Feature.Of(template + 3, p.Code(word + 1, first, end)),
            Feature.Of(template + 4, formBefore),
            Feature.Of(template + 5, codeBefore),
            Feature.Of(template + 6, marks),
            Feature.Of(template + 7, distance),
            Feature.Of(template + 8, opening),
            Feature.Of(template + 9, quote),
            Feature.Of(template + 10, gap),
            Feature.Of(template + 11, skipped),
            Feature.Of(template + 12, clause),
            Feature.Of(template + 13, Outline.After(p, word, end, 3)),
            Feature.Of(template + 14, before),
            Feature.Of(template + 15, owner, quote));
    }

    /// <summary>The last word of a content, likewise.</summary>
    public static void AddEnd<TSink, TObserved>(ref TSink sink, ref TObserved observed, in Passage p, in CueCandidate cue, in Surroundings about, int word, int region, SideTemplates templates)
        where TSink : IFeatureSink, allows ref struct
        where TObserved : IFeatureSink, allows ref struct
    {
        int i = cue.Index, end = region == 0 ? cue.End : p.Tokens.Length, first = cue.ParagraphFirst;
        var form = p.Tokens[word].Form;
        var code = p.Codes[word];
        var marks = p.MarksAfter(word, word < i ? i : end);
        var next = word + 1;
        while (next < end && p.IsMark(next)) next++;
        int codeNext = p.Code(next, first, end), formNext = p.Form(next, first, end), codeAfter = p.Code(next + 1, first, end), formAfter = p.Form(next + 1, first, end);
        var last = region == 0 && next >= end ? 1 : 0;
        var to = word < i ? i : Math.Min(cue.End, next + 16);
        var gap = Gap(p.TraitsOf(next, Math.Min(to, next + 20)), Traits.Reporting, Traits.Subject | Traits.PersonNoun);
        var length = word < i ? Math.Min(CueFeatures.Length(i - next), 9) : Math.Min(CueFeatures.Length(Math.Max(0, cue.End - next)), 8);
        var quote = QuoteAtEnd(p, word);
        var quoted = cue.Quoted ? 1 : 0;
        var outline = Outline.After(p, next, word < i ? i : end, 4);
        int verbs = word > i ? Math.Min(2, p.Verbs[word + 1] - p.Verbs[i + 1]) : 3 + Math.Min(2, p.Verbs[word + 1] - p.Verbs[Math.Min(word, cue.First)]);
        var left = word > i ? Math.Min(2, p.Verbs[Math.Max(next, cue.End)] - p.Verbs[next]) : 3;
        var commas = word > i ? CommasBetween(p, i + 1, word) : 4;
        var before = Outline.Before(p, word + 1, word < i ? cue.First : i + 1, 3);
        var owner = OwnerSigns.At(p, word, i);
        var joined = word > i ? about.Joined.Upto(word - i) : JoinedVerbs.None;
        var template = templates.End;
        sink.Add(
            Feature.Of(template, form, marks),
            Feature.Of(template + 1, code, marks, last),
            Feature.Of(template + 2, formNext, marks),
            Feature.Of(template + 3, codeNext, codeAfter, marks),
            Feature.Of(template + 4, marks, last, quote),
            Feature.Of(template + 5, length, marks, codeNext),
            Feature.Of(template + 6, cue.Lemma, marks, last),
            Feature.Of(template + 7, formNext, formAfter),
            Feature.Of(template + 8, quote, quoted, marks),
            Feature.Of(template + 9, cue.Code, codeNext, codeAfter),
            Feature.Of(template + 10, gap, length),
            Feature.Of(template + 11, region, quote, marks),
            Feature.Of(template + 12, gap, marks, cue.Code),
            Feature.Of(template + 13, formNext, codeAfter, marks),
            Feature.Of(template + 14, outline, marks),
            Feature.Of(template + 15, about.Clause, codeNext, marks),
            Feature.Of(template + 16, verbs, codeNext, marks),
            Feature.Of(template + 17, left * 8 + commas, codeNext, marks),
            Feature.Of(template + 18, owner, quote, marks),
            Feature.Of(template + 19, owner, quote, codeNext),
            Feature.Of(template + 20, joined, marks, quote),
            Feature.Of(template + 21, joined, cue.Code));
        template = templates.ObservedEnd;
        observed.Add(
            Feature.Of(template, form),
            Feature.Of(template + 1, code),
            Feature.Of(template + 2, formNext),
            Feature.Of(template + 3, codeNext),
            Feature.Of(template + 4, formAfter),
            Feature.Of(template + 5, codeAfter),
            Feature.Of(template + 6, marks),
            Feature.Of(template + 7, length),
            Feature.Of(template + 8, last, region),
            Feature.Of(template + 9, quote),
            Feature.Of(template + 10, gap),
            Feature.Of(template + 11, verbs),
            Feature.Of(template + 12, left),
            Feature.Of(template + 13, commas),
            Feature.Of(template + 14, word > i ? Clauses.At(p, next, cue.End) : 31),
            Feature.Of(template + 15, word > i ? about.Tense * 4 + Clauses.Tense(p, next, Math.Min(cue.End, next + 14)) : 63),
            Feature.Of(template + 16, outline & 0xFFF),
            Feature.Of(template + 17, before),
            Feature.Of(template + 18, owner, quote),
            Feature.Of(template + 19, joined));
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
