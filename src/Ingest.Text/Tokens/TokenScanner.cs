namespace Ingest.Text.Tokens;

/// <summary>Cuts a paragraph into tokens, one pass, no look behind.</summary>
ref struct TokenScanner(string text, TextSpan paragraph)
{
    // Letters before the full stop.
    const int LongestAbbreviation = 7;

    readonly string text = text;
    readonly int end = paragraph.End;
    int position = paragraph.Start;

    /// <summary>The next token; false at the paragraph's end.</summary>
    public bool TryNext(out Token token)
    {
        var start = position;
        while (start < end && text[start].IsBlank()) start++;
        if (start >= end)
        {
            position = start;
            token = default;
            return false;
        }
        var spaced = start > position || start == 0 || text[start - 1].IsBlank();
        var c = text[start];
        if (IsLetter(c)) token = Word(start, spaced);
        else if (IsDigit(c)) token = Number(start, spaced);
        else if (c is '\'' or '’' && Clitic(start) is var length && length > 0) token = CliticOf(start, length);
        else token = Mark(start, spaced);
        position = token.End;
        return true;
    }

    // Most words are a few ASCII letters with a blank or a mark behind them.
    readonly Token Word(int start, bool spaced)
    {
        if (start + WordKey.Longest > text.Length) return AnyWord(start, spaced);
        var key = WordKey.Read(text, start, end - start, out var length, out var capitals);
        var after = start + length;
        var stop = false;
        if (length == WordKey.Longest) return AnyWord(start, spaced);
        if (after < end)
        {
            stop = text[after] == '.';
            if (stop ? length == 1 || after + 1 < end && text[after + 1] is >= 'a' and <= 'z' : MayGoOn(text[after])) return AnyWord(start, spaced);
        }
        var shape = capitals == 0 ? WordShape.Lower
            : capitals == 1 ? WordShape.Capitalised
            : capitals == (1u << length) - 1 ? WordShape.Upper : WordShape.Mixed;
        if (stop && length <= LongestAbbreviation && Lexicon.TryFind(key.With('.', length), out var abbreviation) && IsAbbreviation(after + 1, shape, length))
            return Of(start, length + 1, shape, spaced, true, abbreviation);
        var found = Lexicon.TryFind(key, out var entry);
        return Of(start, length, shape, spaced, found, entry);
    }

    // Whether a word's letters may be followed by this inside it.
    static bool MayGoOn(char c) => c < 128 ? c is '\'' or '-' or >= '0' and <= '9' : c is not ('”' or '“' or '–' or '—' or '…' or '\u00A0');

    readonly Token AnyWord(int start, bool spaced)
    {
        int i = start, capitals = 0, letters = 0, piece = 0;
        var dotted = false;
        for (; i < end; i++)
        {
            var c = text[i];
            if ((uint)((c | 0x20) - 'a') < 26)
            {
                if (c < 'a') capitals++;
                letters++;
                piece++;
                continue;
            }
            if (c is '\'' or '’')
            {
                if (i + 1 >= end || !IsLetter(text[i + 1]) || Clitic(i) > 0) break;
                continue;
            }
            if (c is '-' or '‑')
            {
                if (i + 1 >= end || !(IsLetter(text[i + 1]) || IsDigit(text[i + 1])) || IsTitle(i + 1)) break;
                piece = 0;
                continue;
            }
            if (c == '.')
            {
                // U.S., D.C., Ph.D.; and names of sites (example.com).
                var next = i + 1 < end ? text[i + 1] : ' ';
                var acronym = piece == 1 && (dotted || IsUpper(text[i - 1]) || IsLetter(next)) && (dotted || IsLetter(next) || capitals == 1 && letters == 1);
                if (!acronym && !(next is >= 'a' and <= 'z')) break;
                dotted |= acronym;
                piece = 0;
                continue;
            }
            if (IsDigit(c)) continue;
            if (c < 128 || !char.IsLetter(c) && char.GetUnicodeCategory(c) is not (System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.Surrogate)) break;
            if (char.IsUpper(c)) capitals++;
            letters++;
            piece++;
        }
        var length = i - start;
        var shape = capitals == 0 ? WordShape.Lower
            : capitals == letters && letters > 1 ? WordShape.Upper
            : capitals == 1 && IsUpper(text[start]) ? WordShape.Capitalised : WordShape.Mixed;
        if (i < end && text[i] == '.' && length <= LongestAbbreviation
            && Lexicon.TryFind(text.AsSpan(start, length + 1), out var abbreviation)
            && IsAbbreviation(i + 1, shape, length))
            return Of(start, length + 1, shape, spaced, true, abbreviation);
        var found = Lexicon.TryFind(text.AsSpan(start, length), out var entry);
        if (dotted && !found) return new Token(start, length, TokenKind.Word, shape, PartOfSpeech.Name, WordForm.OfKind(PartOfSpeech.Name, shape), WordClass.Abbreviation, spaced, entry.NameSet);
        return Of(start, length, shape, spaced, found, entry);
    }

    // `then-Gov. Anna Holm`: the title is one of its own.
    readonly bool IsTitle(int start)
    {
        if (!IsUpper(text[start])) return false;
        var stop = start + 1;
        while (stop < end && IsLetter(text[stop]) && stop - start <= LongestAbbreviation) stop++;
        return stop < end && text[stop] == '.' && Lexicon.TryFind(text.AsSpan(start, stop + 1 - start), out var entry) && (entry.Classes & WordClass.Title) != WordClass.None;
    }

    // `No.` is one before a number only; other short words that are words too want a capital.
    readonly bool IsAbbreviation(int after, WordShape shape, int length)
    {
        var next = after;
        while (next < end && text[next].IsBlank()) next++;
        if (next >= end) return false;
        if (length == 2 && (text[after - 2] | 0x20) == 'o' && (text[after - 3] | 0x20) == 'n') return IsDigit(text[next]);
        return shape != WordShape.Lower || text[next] is >= 'a' and <= 'z' or ',' or '\'' || length <= 2;
    }

    readonly Token Of(int start, int length, WordShape shape, bool spaced, bool found, in WordEntry entry)
    {
        if (found)
        {
            return new Token(start, length, TokenKind.Word, shape, entry.Part, entry.FormIn(shape), entry.Classes, spaced, entry.NameSet);
        }
        var (part, classes) = shape == WordShape.Lower ? WordEnding.Guess(text.AsSpan(start, length)) : (PartOfSpeech.Name, WordClass.None);
        return new Token(start, length, TokenKind.Word, shape, part, WordForm.OfKind(part, shape), classes, spaced, entry.NameSet);
    }

    readonly Token CliticOf(int start, int length)
    {
        Lexicon.TryFind(text.AsSpan(start, length), out var entry);
        return new Token(start, length, TokenKind.Clitic, WordShape.Lower, entry.Part, entry.FormIn(WordShape.Lower), entry.Classes, spaced: false, entry.NameSet);
    }

    // 's 're 'll 've 'd 'm, at a word's end.
    readonly int Clitic(int apostrophe)
    {
        if (apostrophe == 0 || apostrophe + 1 >= end || !(IsLetter(text[apostrophe - 1]) || IsDigit(text[apostrophe - 1]) || text[apostrophe - 1] == '.')) return 0;
        var first = text[apostrophe + 1] | 0x20;
        var after = apostrophe + 2 < end ? text[apostrophe + 2] : ' ';
        if (first is 's' or 'd' or 'm' && !IsLetter(after)) return 2;
        if (!IsLetter(after)) return 0;
        var second = after | 0x20;
        return (first, second) is ('r', 'e') or ('v', 'e') or ('l', 'l') && !(apostrophe + 3 < end && IsLetter(text[apostrophe + 3])) ? 3 : 0;
    }

    readonly Token Number(int start, bool spaced)
    {
        var i = start + 1;
        for (; i < end; i++)
        {
            var c = text[i];
            if (IsDigit(c) || IsLetter(c)) continue;
            if (c is '.' or ',' or ':' or '-' or '/' or '–' && i + 1 < end && (IsDigit(text[i + 1]) || c == '-' && IsLetter(text[i + 1]))) continue;
            break;
        }
        return new Token(start, i - start, TokenKind.Number, WordShape.Lower, PartOfSpeech.Number, WordForm.OfKind(PartOfSpeech.Number, WordShape.Lower), WordClass.None, spaced);
    }

    readonly Token Mark(int start, bool spaced)
    {
        var c = text[start];
        var length = 1;
        var classes = MarkClasses.Of(c);
        if (c is '-' or '–' or '—' or '‒' or '―')
        {
            while (start + length < end && text[start + length] is '-' or '–' or '—') length++;
            if (length == 1 && c == '-' && !(spaced && start + 1 < end && text[start + 1].IsBlank())) classes = WordClass.None;
        }
        else if (c == '.' && start + 1 < end && text[start + 1] == '.')
        {
            while (start + length < end && text[start + length] == '.') length++;
            classes = WordClass.Ellipsis;
        }
        else if ((classes & WordClass.SingleMark) != WordClass.None)
        {
            if (start + 1 < end && text[start + 1] == c)
            {
                length = 2;
                classes = WordClass.DoubleMark | classes & ~WordClass.SingleMark;
            }
        }
        return new Token(start, length, TokenKind.Mark, WordShape.Lower, PartOfSpeech.Mark, MarkClasses.FormOf(c, classes), classes, spaced);
    }

    static bool IsUpper(char c) => c < 128 ? c is >= 'A' and <= 'Z' : char.IsUpper(c);

    static bool IsLetter(char c) => c < 128 ? (uint)((c | 0x20) - 'a') < 26 : char.IsLetter(c) || char.IsSurrogate(c);

    static bool IsDigit(char c) => (uint)(c - '0') < 10;
}
