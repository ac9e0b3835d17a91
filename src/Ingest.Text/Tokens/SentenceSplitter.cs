namespace Ingest.Text.Tokens;

/// <summary>
/// Finds where sentences end: after a full stop, question or exclamation mark and the quotation marks and brackets that close with it,
/// where what follows may open a sentence. An abbreviation ends one only before a word that seldom follows it inside one (<c>the U.S. The …</c>).
/// </summary>
readonly ref struct SentenceSplitter(string text, ReadOnlySpan<Token> tokens)
{
    const WordClass Opener = WordClass.Determiner | WordClass.SubjectPronoun | WordClass.Possessive | WordClass.Conjunction
        | WordClass.Subordinator | WordClass.Preposition;

    readonly string text = text;
    readonly ReadOnlySpan<Token> tokens = tokens;

    /// <summary>One past the last token of the sentence that opens at <paramref name="first"/>.</summary>
    public int EndOf(int first)
    {
        for (var i = first; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Kind == TokenKind.Word)
            {
                if (token.Is(WordClass.Abbreviation) && !token.Is(WordClass.Title) && text[token.End - 1] == '.' && i + 1 < tokens.Length
                    && tokens[i + 1].IsCapitalised && tokens[i + 1].Is(Opener)) return i + 1;
                continue;
            }
            if (!token.Is(WordClass.Stop | WordClass.Ellipsis)) continue;
            var end = i + 1;
            while (end < tokens.Length && Closes(end)) end++;
            if (end == tokens.Length) return end;
            if (token.Is(WordClass.Ellipsis) && end == i + 1 && !tokens[end].IsCapitalised) continue;
            if (Opens(end, token) && !IsTag(i, end)) return end;
            i = end - 1;
        }
        return tokens.Length;
    }

    // A stop, mark or bracket that belongs to what it follows.
    bool Closes(int index)
    {
        ref readonly var token = ref tokens[index];
        if (token.Is(WordClass.Stop | WordClass.CloseBracket | WordClass.ClosesByShape)) return true;
        if (!token.Is(WordClass.DoubleMark | WordClass.SingleMark) || token.Is(WordClass.OpensByShape)) return false;
        return !token.Spaced || index + 1 == tokens.Length || tokens[index + 1].Spaced;
    }

    bool Opens(int index, in Token stop)
    {
        ref readonly var token = ref tokens[index];
        if (token.Kind == TokenKind.Word) return token.Shape != WordShape.Lower || (!token.Spaced && stop.Is(WordClass.Stop) && text[stop.Start] != '.');
        return token.Kind == TokenKind.Number || token.Is(WordClass.DoubleMark | WordClass.SingleMark | WordClass.OpenBracket | WordClass.Dash)
            || text[token.Start] is '$' or '@' or '#' or '£' or '€' or '•' or '*';
    }

    // `"Why not?" Mr. Smith asked`: the attribution belongs to the question.
    bool IsTag(int stop, int next)
    {
        if (next == stop + 1 || text[tokens[stop].Start] == '.') return false;
        for (var i = next; i < tokens.Length && i < next + 6; i++)
        {
            ref readonly var token = ref tokens[i];
            if (i > next && token.Is(WordClass.ReportingVerb) && token.Is(WordClass.FiniteVerb)) return true;
            if (!token.IsCapitalised && !(i > next && token.Is(WordClass.PersonNoun | WordClass.Title))) return false;
        }
        return false;
    }
}
