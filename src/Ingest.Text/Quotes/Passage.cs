using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Ingest.Text.Tokens;

namespace Ingest.Text.Quotes;

/// <summary>All that the rules look at: the tokens, sentences and quotation marks of an article.</summary>
readonly ref struct Passage
{
    // So many marks in a row are looked through, so that a text of nothing but marks takes no longer than another.
    const int LongestRun = 12;

    /// <summary>The four belong to one text.</summary>
    public Passage(TokenizedText text, QuotationMarks marks, WordNotes notes, SpanNotes spans)
    {
        Text = text.Text;
        Tokens = text.Tokens;
        Sentences = text.Sentences;
        Inside = marks.Inside;
        Quoted = marks.Spans;
        Verbs = notes.Verbs;
        Commas = notes.Commas;
        Symbols = notes.Symbols;
        Steps = notes.Steps;
        Codes = notes.Codes;
        Traits = notes.Traits;
        SpanNotes = spans.Notes;
    }

    public readonly string Text;
    public readonly ReadOnlySpan<Token> Tokens;
    public readonly ReadOnlySpan<Sentence> Sentences;

    /// <summary>As <see cref="QuotationMarks.Inside"/>.</summary>
    public readonly ReadOnlySpan<int> Inside;

    /// <summary>As <see cref="QuotationMarks.Spans"/>.</summary>
    public readonly ReadOnlySpan<QuotedSpan> Quoted;

    /// <summary>As <see cref="SpanNotes.Notes"/>: one for each of <see cref="Quoted"/>.</summary>
    public readonly ReadOnlySpan<SpanNote> SpanNotes;

    /// <summary>As <see cref="WordNotes.Verbs"/>.</summary>
    public readonly ReadOnlySpan<int> Verbs;

    /// <summary>As <see cref="WordNotes.Commas"/>.</summary>
    public readonly ReadOnlySpan<int> Commas;

    /// <summary>As <see cref="WordNotes.Symbols"/>.</summary>
    public readonly ReadOnlySpan<byte> Symbols;

    /// <summary>As <see cref="WordNotes.Steps"/>.</summary>
    public readonly ReadOnlySpan<byte> Steps;

    /// <summary>As <see cref="WordNotes.Codes"/>.</summary>
    public readonly ReadOnlySpan<byte> Codes;

    /// <summary>As <see cref="WordNotes.Traits"/>.</summary>
    public readonly ReadOnlySpan<Traits> Traits;

    /// <summary>All traits of the tokens from <paramref name="first"/> up to <paramref name="end"/>, which are 32 at most.</summary>
    public Traits TraitsOf(int first, int end)
    {
        if (first >= end) return Quotes.Traits.None;
        var block = Vector256.Create(MemoryMarshal.AsBytes(Traits.Slice(first, Vector256<byte>.Count)));
        block &= Vector256.LessThan(Vector256<byte>.Indices, Vector256.Create((byte)(end - first)));
        var halves = (block.GetLower() | block.GetUpper()).AsUInt64();
        var all = halves[0] | halves[1];
        all |= all >> 32;
        all |= all >> 16;
        return (Traits)(byte)(all | all >> 8);
    }

    /// <summary>The code of a token; <see cref="TokenCode.None"/> outside [<paramref name="first"/>, <paramref name="end"/>).</summary>
    public int Code(int index, int first, int end) => index < first || index >= end ? TokenCode.None : Codes[index];

    /// <summary>The form of a token; 0 outside.</summary>
    public int Form(int index, int first, int end) => index < first || index >= end ? 0 : Tokens[index].Form;

    /// <summary>Whether a token is a mark that belongs to no content: not a currency sign and the like.</summary>
    public bool IsMark(int index) => TokenCode.IsMark(Codes[index]);

    /// <summary>The marks between a word and the word before it, a bit a kind (<c>MarkBits</c>).</summary>
    public int MarksBefore(int index, int first)
    {
        var bits = 0;
        for (var i = index - 1; i >= first && i >= index - LongestRun && IsMark(i); i--) bits |= MarkBits[Codes[i] & 15];
        return bits;
    }

    /// <summary>The marks between a word and the word after it.</summary>
    public int MarksAfter(int index, int end)
    {
        var bits = 0;
        for (var i = index + 1; i < end && i <= index + LongestRun && IsMark(i); i++) bits |= MarkBits[Codes[i] & 15];
        return bits;
    }

    // By form: 1 comma, 2 stop or dots, 4 colon, 8 semicolon, 16 dash, 32 quotation mark, 64 bracket.
    static ReadOnlySpan<byte> MarkBits => [64, 2, 2, 2, 1, 2, 4, 8, 16, 2, 64, 64, 32, 32, 64, 64];

    /// <summary>The index of the sentence that a token is in.</summary>
    public int SentenceOf(int token) => Sentence.IndexOf(Sentences, token);

    /// <summary>The first token of the paragraph that a sentence is in.</summary>
    public int ParagraphFirst(int sentence)
    {
        int low = 0, high = sentence, paragraph = Sentences[sentence].Paragraph;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Sentences[middle].Paragraph == paragraph) high = middle;
            else low = middle + 1;
        }
        return Sentences[low].First;
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

    /// <summary>Where the tokens from <paramref name="first"/> up to <paramref name="end"/> stand.</summary>
    public TextSpan SpanOf(int first, int end) => new(Tokens[first].Start, Tokens[end - 1].End);

    /// <summary>The first word from <paramref name="first"/> on, before <paramref name="end"/>; the last mark looked at where there is none near.</summary>
    public int FirstWord(int first, int end)
    {
        for (var run = 0; run < LongestRun && first < end - 1 && IsMark(first); run++) first++;
        return first;
    }

    /// <summary>The last word before <paramref name="end"/>, from <paramref name="first"/> on; the last mark looked at where there is none near.</summary>
    public int LastWord(int first, int end)
    {
        end--;
        for (var run = 0; run < LongestRun && end > first && IsMark(end); run++) end--;
        return end;
    }
}
