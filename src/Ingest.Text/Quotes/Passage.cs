using Ingest.Text.Tokens;

namespace Ingest.Text.Quotes;

/// <summary>All that the rules look at: the tokens, sentences and quotation marks of an article.</summary>
readonly ref struct Passage
{
    // So many marks in a row are looked through, so that a text of nothing but marks takes no longer than another.
    const int LongestRun = 12;

    /// <param name="verbs">Room for <see cref="Verbs"/>: one more than there are tokens.</param>
    public Passage(TokenizedText text, QuotationMarks marks, Span<int> verbs)
    {
        Text = text.Text;
        Tokens = text.Tokens;
        Sentences = text.Sentences;
        Inside = marks.Inside;
        Quoted = marks.Spans;
        verbs[0] = 0;
        for (var i = 0; i < Tokens.Length; i++) verbs[i + 1] = verbs[i] + (IsFinite(Tokens[i]) ? 1 : 0);
        Verbs = verbs;
    }

    public readonly string Text;
    public readonly ReadOnlySpan<Token> Tokens;
    public readonly ReadOnlySpan<Sentence> Sentences;

    /// <summary>As <see cref="QuotationMarks.Inside"/>.</summary>
    public readonly ReadOnlySpan<int> Inside;

    /// <summary>As <see cref="QuotationMarks.Spans"/>.</summary>
    public readonly ReadOnlySpan<QuotedSpan> Quoted;

    /// <summary>How many verbs with tense stand before each token.</summary>
    public readonly ReadOnlySpan<int> Verbs;

    static bool IsFinite(in Token token) =>
        token.Is(WordClass.Auxiliary) || token.Part is PartOfSpeech.VerbPast or PartOfSpeech.VerbPresent or PartOfSpeech.VerbBase && token.Is(WordClass.FiniteVerb);

    /// <summary>The code of a token; <see cref="TokenCode.None"/> outside [<paramref name="first"/>, <paramref name="end"/>).</summary>
    public int Code(int index, int first, int end) => index < first || index >= end ? TokenCode.None : TokenCode.Of(Tokens[index]);

    /// <summary>The form of a token; 0 outside.</summary>
    public int Form(int index, int first, int end) => index < first || index >= end ? 0 : Tokens[index].Form;

    /// <summary>Whether a token is a mark that belongs to no content: not a currency sign and the like.</summary>
    public bool IsMark(int index) => Tokens[index].Kind == TokenKind.Mark && Tokens[index].Classes != WordClass.None;

    /// <summary>The marks between a word and the word before it, a bit a kind (<see cref="MarkBits"/>).</summary>
    public int MarksBefore(int index, int first)
    {
        var bits = 0;
        for (var i = index - 1; i >= first && i >= index - LongestRun && IsMark(i); i--) bits |= MarkBits(Tokens[i].Classes);
        return bits;
    }

    /// <summary>The marks between a word and the word after it.</summary>
    public int MarksAfter(int index, int end)
    {
        var bits = 0;
        for (var i = index + 1; i < end && i <= index + LongestRun && IsMark(i); i++) bits |= MarkBits(Tokens[i].Classes);
        return bits;
    }

    /// <summary>1 comma, 2 stop or dots, 4 colon, 8 semicolon, 16 dash, 32 quotation mark, 64 bracket.</summary>
    static int MarkBits(WordClass mark) => mark switch
    {
        _ when (mark & WordClass.Comma) != WordClass.None => 1,
        _ when (mark & (WordClass.Stop | WordClass.Ellipsis)) != WordClass.None => 2,
        _ when (mark & WordClass.Colon) != WordClass.None => 4,
        _ when (mark & WordClass.Semicolon) != WordClass.None => 8,
        _ when (mark & WordClass.Dash) != WordClass.None => 16,
        _ when (mark & (WordClass.DoubleMark | WordClass.SingleMark)) != WordClass.None => 32,
        _ => 64,
    };

    /// <summary>The sentence that a token is in.</summary>
    public int SentenceOf(int token)
    {
        int low = 0, high = Sentences.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Sentences[middle].First <= token) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    /// <summary>One past the last token of the paragraph that a token is in.</summary>
    public int ParagraphEnd(int token)
    {
        int low = SentenceOf(token), high = Sentences.Length - 1, paragraph = Sentences[low].Paragraph;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Sentences[middle].Paragraph == paragraph) low = middle;
            else high = middle - 1;
        }
        return Sentences[low].End;
    }

    /// <summary>The first word of a quoted span, its opening dots left out.</summary>
    public int FirstWord(int first, int end)
    {
        for (var run = 0; run < LongestRun && first < end - 1 && IsMark(first); run++) first++;
        return first;
    }

    /// <summary>The last word before <paramref name="end"/>, from <paramref name="first"/> on.</summary>
    public int LastWord(int first, int end)
    {
        end--;
        for (var run = 0; run < LongestRun && end > first && IsMark(end); run++) end--;
        return end;
    }
}
