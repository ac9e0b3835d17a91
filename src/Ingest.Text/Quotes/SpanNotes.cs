using System.Buffers;
using Ingest.Text.Tokens;

namespace Ingest.Text.Quotes;

/// <summary>What stands about words in quotation marks and tells whose they are.</summary>
/// <param name="Before">The token of a reporting verb or a colon, whichever is nearer, just before them in their sentence; -1 where there is none.</param>
/// <param name="Behind">The token of a reporting verb just behind them, in the next sentence or paragraph if theirs ends with them; -1 where there is none.</param>
/// <param name="Closing">The mark that they end with.</param>
readonly record struct SpanNote(int Before, int Behind, Closing Closing);

/// <summary>The mark that words in quotation marks end with.</summary>
enum Closing : byte
{
    /// <summary>None: they are a part of a sentence.</summary>
    None,

    /// <summary>A comma, in the marks or behind them: their sentence goes on, mostly with who said it.</summary>
    Comma,

    /// <summary>Another one: mostly a stop.</summary>
    Stop,
}

/// <summary>Notes each span in quotation marks once, for all the cues about it. The array is pooled: dispose of it once.</summary>
sealed class SpanNotes : IDisposable
{
    const int LookBefore = 5;
    const int LookBehind = 9;

    readonly int count;
    SpanNote[] notes;

    SpanNotes(int count)
    {
        this.count = count;
        notes = ArrayPool<SpanNote>.Shared.Rent(count);
    }

    /// <summary>The notes, one for each of <see cref="QuotationMarks.Spans"/>.</summary>
    public ReadOnlySpan<SpanNote> Notes => notes.AsSpan(0, count);

    /// <summary>Notes the spans of a text.</summary>
    public static SpanNotes Of(TokenizedText text, QuotationMarks marks, WordNotes words)
    {
        var spans = marks.Spans;
        var made = new SpanNotes(spans.Length);
        for (var i = 0; i < spans.Length; i++) made.notes[i] = new(Before(text, spans[i], words), Behind(text, spans[i], marks, words), ClosingOf(text.Tokens, spans[i], words));
        return made;
    }

    /// <summary>Gives the array back to the pool.</summary>
    public void Dispose()
    {
        ArrayPool<SpanNote>.Shared.Return(notes);
        notes = [];
    }

    static int Before(TokenizedText text, in QuotedSpan span, WordNotes words)
    {
        var floor = Math.Max(text.Sentences[Sentence.IndexOf(text.Sentences, span.First)].First, span.First - LookBefore);
        for (var i = span.First - 1; i >= floor; i--)
            if (IsReporting(words, i) || text.Tokens[i].Is(WordClass.Colon)) return i;
        return -1;
    }

    static int Behind(TokenizedText text, in QuotedSpan span, QuotationMarks marks, WordNotes words)
    {
        var end = Math.Min(text.Tokens.Length, span.End + LookBehind);
        for (var i = span.End; i < end && marks.Inside[i] == 0; i++)
        {
            if (i > span.End + 1 && text.Tokens[i].Is(WordClass.Stop)) break;
            if (IsReporting(words, i)) return i;
        }
        return -1;
    }

    static bool IsReporting(WordNotes words, int token) => (words.Traits[token] & Traits.Reporting) != Traits.None;

    static Closing ClosingOf(ReadOnlySpan<Token> tokens, in QuotedSpan span, WordNotes words)
    {
        var last = span.End - 1;
        if (TokenCode.IsMark(words.Codes[last])) return tokens[last].Is(WordClass.Comma) ? Closing.Comma : Closing.Stop;
        return span.End + 1 < tokens.Length && tokens[span.End + 1].Is(WordClass.Comma) ? Closing.Comma : Closing.None;
    }
}
