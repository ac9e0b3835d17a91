using Ingest.Text.Tokens;

namespace Ingest.Text.Speakers;

/// <summary>
/// The phrase that a quote is attributed to: the tokens from <paramref name="First"/> up to <paramref name="End"/>, of which those up
/// to <paramref name="CoreEnd"/> come before any comma, bracket, preposition or relative clause, and the last of them is its head.
/// </summary>
readonly record struct SourcePhrase(int First, int CoreEnd, int End)
{
    const WordClass EndsCore = WordClass.Comma | WordClass.Stop | WordClass.Colon | WordClass.Semicolon | WordClass.Dash | WordClass.Ellipsis | WordClass.OpenBracket
        | WordClass.CloseBracket | WordClass.DoubleMark | WordClass.Relative | WordClass.Preposition | WordClass.Subordinator | WordClass.Auxiliary;

    /// <summary>Index of the head's token.</summary>
    public int Head => CoreEnd - 1;

    /// <summary>Reads a phrase; null where there is no word in it.</summary>
    public static SourcePhrase? Read(Scene scene, int first, int end)
    {
        var tokens = scene.Text.Tokens;
        while (first < end && !IsWord(tokens[first], scene)) first++;
        if (end - first > 1 && tokens[first].Is(WordClass.Preposition) && !tokens[first].Is(WordClass.Title)) first++;
        while (end > first && tokens[end - 1].Kind is TokenKind.Mark or TokenKind.Clitic && !(tokens[end - 1].Is(WordClass.CloseBracket))) end--;
        // The administration last year.
        if (end - first > 2 && tokens[end - 1].Is(WordClass.Time | WordClass.Weekday | WordClass.Month) && scene.Word(end - 2) is "last" or "this" or "next") end -= 2;
        if (first >= end) return null;

        var mentions = scene.Cast.Mentions[scene.Cast.Within(first, end)];
        var next = 0;
        var core = first;
        while (core < end)
        {
            while (next < mentions.Length && mentions[next].First < core) next++;
            if (next < mentions.Length && mentions[next].First == core && mentions[next].End <= end)
            {
                core = mentions[next].End;
                // Trump and his aides, Ted Cruz and Marco Rubio: the first.
                if (core < end && tokens[core].Is(WordClass.Conjunction)) break;
                continue;
            }
            if (core > first && tokens[core].Kind != TokenKind.Clitic && tokens[core].Is(EndsCore) && !(tokens[core].IsCapitalised && tokens[core].Shape == WordShape.Upper)) break;
            core++;
        }
        if (core > first + 1 && tokens[core - 1].Kind is TokenKind.Clitic or TokenKind.Mark) core--;
        return new(first, core, end);
    }

    static bool IsWord(in Token token, Scene scene) => token.Kind is TokenKind.Word or TokenKind.Number || scene.Text.Text[token.Start] is '@' or '#';
}
