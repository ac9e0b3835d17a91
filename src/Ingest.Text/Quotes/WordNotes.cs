using System.Buffers;
using Ingest.Text.Quotes.Learning;
using Ingest.Text.Tokens;

namespace Ingest.Text.Quotes;

/// <summary>What is asked of a text's tokens again and again, noted once for each. The arrays are pooled: dispose of it once.</summary>
sealed class WordNotes : IDisposable
{
    readonly int count;
    int[] verbs;
    byte[] symbols;

    WordNotes(int count)
    {
        this.count = count;
        verbs = ArrayPool<int>.Shared.Rent(count + 1);
        symbols = ArrayPool<byte>.Shared.Rent(count);
    }

    /// <summary>How many verbs with tense stand before each token, and in all: one more than there are tokens.</summary>
    public ReadOnlySpan<int> Verbs => verbs.AsSpan(0, count + 1);

    /// <summary>The symbol of each token in an <see cref="Outline"/>.</summary>
    public ReadOnlySpan<byte> Symbols => symbols.AsSpan(0, count);

    /// <summary>Notes the tokens of <paramref name="text"/>.</summary>
    public static WordNotes Of(TokenizedText text)
    {
        var tokens = text.Tokens;
        var notes = new WordNotes(tokens.Length);
        var counts = notes.verbs.AsSpan(0, tokens.Length + 1);
        var outline = notes.symbols.AsSpan(0, tokens.Length);
        counts[0] = 0;
        var before = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            if (IsFinite(token)) before++;
            counts[i + 1] = before;
            outline[i] = Outline.SymbolOf(token);
        }
        return notes;
    }

    /// <summary>Gives the arrays back to the pool.</summary>
    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(verbs);
        ArrayPool<byte>.Shared.Return(symbols);
        verbs = [];
        symbols = [];
    }

    static bool IsFinite(in Token token) =>
        token.Is(WordClass.Auxiliary) || token.Part is PartOfSpeech.VerbPast or PartOfSpeech.VerbPresent or PartOfSpeech.VerbBase && token.Is(WordClass.FiniteVerb);
}
