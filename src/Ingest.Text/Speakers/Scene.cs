using Ingest.Text.Articles;
using Ingest.Text.Quotes;
using Ingest.Text.Tokens;

namespace Ingest.Text.Speakers;

/// <summary>An article as the rules see it that tell who is meant: its words, its cast, and who has spoken so far.</summary>
sealed class Scene(TokenizedText text, Cast cast, IReadOnlyList<Attribution> attributions)
{
    /// <summary>The article's words.</summary>
    public TokenizedText Text { get; } = text;

    /// <summary>Whom it names.</summary>
    public Cast Cast { get; } = cast;

    /// <summary>What is said in it, in order.</summary>
    public IReadOnlyList<Attribution> Attributions { get; } = attributions;

    /// <summary>The number of the attribution whose speaker is sought.</summary>
    public int Current { get; set; }

    /// <summary>The member who spoke last, -1 where that was nobody with a name.</summary>
    public int LastMember { get; set; } = -1;

    /// <summary>Where the source of the last attribution stands: a token.</summary>
    public int LastSource { get; set; } = -1;

    /// <summary>The noun of the source of the last attribution: a token.</summary>
    public int LastHead { get; set; } = -1;

    /// <summary>The last speaker, with or without a name.</summary>
    public Speaker? LastSpeaker { get; set; }

    /// <summary>The words of a token.</summary>
    public ReadOnlySpan<char> Word(int token) => Text.Tokens[token].Of(Text.Text);

    /// <summary>The article's own words from token <paramref name="first"/> up to <paramref name="end"/>, blanks folded.</summary>
    public string Words(int first, int end) => Blanks.Fold(Text.Text.AsSpan(Text.Tokens[first].Start..Text.Tokens[end - 1].End));

    /// <summary>The index of the sentence that has a token.</summary>
    public int SentenceOf(int token) => Sentence.IndexOf(Text.Sentences, token);

    /// <summary>The tokens that a span of the text holds, from the first up to the end.</summary>
    public (int First, int End) TokensIn(TextSpan span) => (FirstAt(span.Start), FirstAt(span.End));

    // Where it is asked for mostly: a little behind the place that was asked for before.
    int FirstAt(int position)
    {
        var tokens = Text.Tokens;
        int low = 0, high = tokens.Length;
        if (lastFound < tokens.Length && tokens[lastFound].Start <= position)
        {
            low = lastFound;
            for (var step = 8; low + step < tokens.Length; step *= 2)
            {
                if (tokens[low + step].Start >= position)
                {
                    high = low + step;
                    break;
                }
                low += step;
            }
        }
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (tokens[middle].Start < position) low = middle + 1;
            else high = middle;
        }
        return lastFound = low;
    }

    int lastFound;
}
