using System.Buffers;
using Ingest.Text.Articles;

namespace Ingest.Text.Tokens;

/// <summary>
/// An article's headline and paragraphs as tokens and sentences. The arrays are pooled: dispose of it once, and keep no span of it after.
/// </summary>
sealed class TokenizedText : IDisposable
{
    Token[] tokens;
    Sentence[] sentences;
    int tokenCount;
    int sentenceCount;

    TokenizedText(string text, int length)
    {
        Text = text;
        tokens = ArrayPool<Token>.Shared.Rent(Math.Max(64, length / 4));
        sentences = ArrayPool<Sentence>.Shared.Rent(Math.Max(16, length / 64));
    }

    /// <summary>The article's whole text, which all spans index.</summary>
    public string Text { get; }

    /// <summary>The tokens of the headline and the paragraphs, in order.</summary>
    public ReadOnlySpan<Token> Tokens => tokens.AsSpan(0, tokenCount);

    /// <summary>The sentences, in order; none spans two paragraphs, and every token is in one.</summary>
    public ReadOnlySpan<Sentence> Sentences => sentences.AsSpan(0, sentenceCount);

    /// <summary>The headline and the paragraphs of <paramref name="article"/>.</summary>
    public static TokenizedText Of(Article article) => Of(article.Text, article.TitleSpan, article.Paragraphs);

    /// <summary>A headline (null where there is none) and paragraphs, which are spans of <paramref name="text"/> in order.</summary>
    public static TokenizedText Of(string text, TextSpan? title, IReadOnlyList<TextSpan> paragraphs)
    {
        var length = title?.Length ?? 0;
        for (var i = 0; i < paragraphs.Count; i++) length += paragraphs[i].Length;
        var tokenized = new TokenizedText(text, length);
        if (title is { } headline) tokenized.Add(headline, 0);
        for (var i = 0; i < paragraphs.Count; i++) tokenized.Add(paragraphs[i], i + 1);
        return tokenized;
    }

    /// <summary>Gives the arrays back to the pool.</summary>
    public void Dispose()
    {
        ArrayPool<Token>.Shared.Return(tokens);
        ArrayPool<Sentence>.Shared.Return(sentences);
        tokens = [];
        sentences = [];
        tokenCount = sentenceCount = 0;
    }

    void Add(TextSpan paragraph, int number)
    {
        var first = tokenCount;
        var scanner = new TokenScanner(Text, paragraph);
        while (scanner.TryNext(out var token))
        {
            Pooled.MakeRoom(ref tokens, tokenCount);
            tokens[tokenCount++] = token;
        }
        var splitter = new SentenceSplitter(Text, tokens.AsSpan(0, tokenCount));
        while (first < tokenCount)
        {
            var end = splitter.EndOf(first);
            Pooled.MakeRoom(ref sentences, sentenceCount);
            sentences[sentenceCount++] = new Sentence(first, end, number);
            first = end;
        }
    }
}
