using System.Buffers;
using Ingest.Text.Tokens;

namespace Ingest.Text.Quotes;

/// <summary>
/// Pairs the quotation marks of a text, paragraph by paragraph. Double marks of any shape pair with each other, in one pass and whatever
/// their number: a mark that is open is closed by the next that may close, marks nested in it are words of it, and what no mark closes runs
/// to the paragraph's end. Single marks count where no double mark is open and both ends look it; an apostrophe never does.
/// The arrays are pooled: dispose of it once.
/// </summary>
sealed class QuotationMarks : IDisposable
{
    const int LongestSingle = 80;

    readonly TokenizedText text;
    int[] inside;
    QuotedSpan[] spans;
    int count;

    QuotationMarks(TokenizedText text)
    {
        this.text = text;
        inside = ArrayPool<int>.Shared.Rent(text.Tokens.Length + 1);
        spans = ArrayPool<QuotedSpan>.Shared.Rent(16);
    }

    /// <summary>The spans in marks, in order; none overlap.</summary>
    public ReadOnlySpan<QuotedSpan> Spans => spans.AsSpan(0, count);

    /// <summary>For each token one more than the index of the span that it is in; 0 outside, and for the marks themselves.</summary>
    public ReadOnlySpan<int> Inside => inside.AsSpan(0, text.Tokens.Length);

    /// <summary>Pairs the marks of <paramref name="text"/>.</summary>
    public static QuotationMarks Of(TokenizedText text)
    {
        var marks = new QuotationMarks(text);
        marks.inside.AsSpan(0, text.Tokens.Length).Clear();
        var sentences = text.Sentences;
        for (var i = 0; i < sentences.Length;)
        {
            var last = i;
            while (last + 1 < sentences.Length && sentences[last + 1].Paragraph == sentences[i].Paragraph) last++;
            marks.Pair(sentences[i].First, sentences[last].End, sentences[i].Paragraph);
            i = last + 1;
        }
        return marks;
    }

    /// <summary>Gives the arrays back to the pool.</summary>
    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(inside);
        ArrayPool<QuotedSpan>.Shared.Return(spans);
        inside = [];
        spans = [];
        count = 0;
    }

    void Pair(int first, int end, int paragraph)
    {
        var tokens = text.Tokens;
        var open = -1;
        for (var i = first; i < end; i++)
        {
            ref readonly var token = ref tokens[i];
            if (!token.Is(WordClass.DoubleMark | WordClass.SingleMark)) continue;
            if (token.Is(WordClass.SingleMark))
            {
                if (open < 0 && SingleEnd(i, end) is var close && close > 0)
                {
                    Add(i + 1, close, paragraph, true);
                    i = close;
                }
                continue;
            }
            var followed = i + 1 < end && !tokens[i + 1].Spaced;
            if (open < 0)
            {
                // A mark that can only close has nothing to close here.
                if (token.Is(WordClass.ClosesByShape) || !token.Is(WordClass.OpensByShape) && !token.Spaced && !followed && i > first) continue;
                open = i + 1;
            }
            else if (token.Is(WordClass.OpensByShape))
            {
                // A mark of the wrong shape closes where it hangs on the word before it (`“No,“ he said`, `„die Farce“.`).
                if (!token.Spaced && (!followed || tokens[i + 1].Is(WordClass.Comma | WordClass.Stop | WordClass.Colon | WordClass.Semicolon | WordClass.CloseBracket)))
                {
                    Add(open, i, paragraph, true);
                    open = -1;
                }
                // A second opening after a sentence's end: the first was never closed.
                else if (tokens[i - 1].Is(WordClass.Stop)) Restart(ref open, i, paragraph);
            }
            else if (!token.Is(WordClass.ClosesByShape) && token.Spaced && followed && tokens[i - 1].Is(WordClass.Stop | WordClass.Comma)) Restart(ref open, i, paragraph);
            else
            {
                Add(open, i, paragraph, true);
                open = -1;
            }
        }
        if (open >= 0) Add(open, end, paragraph, false);
    }

    void Restart(ref int open, int mark, int paragraph)
    {
        Add(open, mark, paragraph, false);
        open = mark + 1;
    }

    int SingleEnd(int open, int end)
    {
        var tokens = text.Tokens;
        ref readonly var mark = ref tokens[open];
        if (mark.Is(WordClass.ClosesByShape) || !mark.Spaced || open + 1 >= end || tokens[open + 1].Spaced || tokens[open + 1].Kind == TokenKind.Number || IsAnd(open + 1)) return 0;
        var bare = 0;
        for (var i = open + 2; i < end && i < open + LongestSingle; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Is(WordClass.DoubleMark)) break;
            if (!token.Is(WordClass.SingleMark) || token.Is(WordClass.OpensByShape) || token.Spaced) continue;
            if (tokens[i - 1].Is(WordClass.Comma | WordClass.Stop)) return i;
            // After a word it may as well be a plural's apostrophe: taken if nothing better follows.
            if (bare == 0 && !EndsInS(tokens[i - 1])) bare = i;
        }
        return bare;
    }

    // Rock 'n' roll.
    bool IsAnd(int token) => text.Tokens[token].Length == 1 && text.Text[text.Tokens[token].Start] is 'n' or 'N';

    bool EndsInS(in Token token) => text.Text[token.End - 1] is 's' or 'S';

    void Add(int first, int end, int paragraph, bool closed)
    {
        if (first >= end) return;
        Pooled.MakeRoom(ref spans, count);
        spans[count++] = new QuotedSpan(first, end, paragraph, closed);
        inside.AsSpan(first, end - first).Fill(count);
    }
}
