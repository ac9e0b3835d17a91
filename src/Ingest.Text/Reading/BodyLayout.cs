using System.Buffers;

namespace Ingest.Text.Reading;

/// <summary>
/// Lines to paragraphs: a line is one, except where a scrape broke a paragraph over two lines in mid-sentence, glued two
/// into one (<c>summit.On Thursday,</c>), or wrapped the whole text at a fixed width. The time at which a live report was
/// written, at a line's start, is left out (<see cref="Clock"/>).
/// </summary>
static class BodyLayout
{
    /// <summary>A line shorter than this that ends without a full stop is a heading or a list entry, not the first half of a paragraph.</summary>
    const int ShortestBrokenLine = 40;

    /// <summary>Text wrapped at a fixed width has no longer lines.</summary>
    const int WidestWrap = 100;

    static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".?!");

    /// <summary>A paragraph, and whether the one before ran into it without a blank.</summary>
    public readonly record struct Paragraph(TextSpan Span, bool Glued);

    /// <summary>Adds the paragraphs from <paramref name="start"/> to the end of <paramref name="text"/>.</summary>
    public static void Read(string text, int start, List<Paragraph> paragraphs)
    {
        var wrapped = IsWrapped(text, start);
        var lines = new Lines(text, start);
        TextSpan? open = null;
        var blank = false;
        while (lines.MoveNext())
        {
            var line = lines.Current;
            if (line.IsEmpty)
            {
                blank = true;
                continue;
            }
            var joins = open is { } before && (wrapped ? !blank : GoesOn(text, before, line, blank));
            if (open is { } done && !joins) Split(text, done, paragraphs);
            open = joins ? new TextSpan(open!.Value.Start, line.End) : line;
            blank = false;
        }
        if (open is { } last) Split(text, last, paragraphs);
    }

    /// <summary>Whether <paramref name="after"/> goes on in the middle of the sentence with which <paramref name="before"/> ends.</summary>
    static bool GoesOn(string text, TextSpan before, TextSpan after, bool blank)
    {
        if (before.Length < ShortestBrokenLine) return false;
        var end = before.End - 1;
        while (end > before.Start && text[end] is '"' or '”' or '’' or '\'' or ')' or ']') end--;
        if (text[end] is '.' or '?' or '!' or ':' or ';' or '…') return false;
        if (EndsInAddress(before.Of(text))) return false;
        var first = text[after.Start];
        if (char.IsLower(first)) return IsPlainWord(after.Of(text));
        return !blank && (char.IsLetterOrDigit(first) || first is '"' or '“') && (text[before.End - 1] == ',' || EndsInFunctionWord(before.Of(text)));
    }

    /// <summary>A word in small letters; <c>iPhone</c> and <c>https://…</c> begin lines of their own.</summary>
    static bool IsPlainWord(ReadOnlySpan<char> line)
    {
        foreach (var c in line)
        {
            if (char.IsUpper(c) || c is ':' or '/' or '_' or '@') return false;
            if (c.IsBlank()) return true;
        }
        return true;
    }

    static bool EndsInAddress(ReadOnlySpan<char> line) => LastWord(line) is var word && (word.Contains('/') || word.Contains('@'));

    static bool EndsInFunctionWord(ReadOnlySpan<char> line) =>
        LastWord(line) is "the" or "a" or "an" or "of" or "to" or "and" or "in" or "for" or "with" or "by" or "from" or "at" or "or"
            or "that" or "on" or "as" or "his" or "her" or "their" or "its" or "is" or "was" or "were" or "are" or "has" or "had" or "have"
            or "would" or "will" or "said";

    static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> line)
    {
        var start = line.Length;
        while (start > 0 && !line[start - 1].IsBlank()) start--;
        return line[start..];
    }

    /// <summary>Adds the paragraphs that stand glued in one line.</summary>
    static void Split(string text, TextSpan line, List<Paragraph> paragraphs)
    {
        var start = line.Start + Clock.Length(line.Of(text));
        var from = start;
        var glued = false;
        while (text.AsSpan(from, line.End - from).IndexOfAny(SentenceEnds) is >= 0 and var at)
        {
            from += at + 1;
            var cut = GlueAfter(text, start, from - 1, line.End);
            if (cut < 0) continue;
            paragraphs.Add(new(new(start, cut), glued));
            glued = true;
            start = from = cut;
        }
        paragraphs.Add(new(new(start, line.End), glued));
    }

    /// <summary>Where the glued paragraph begins behind the sentence end at <paramref name="stop"/>; -1 where nothing is glued there.</summary>
    static int GlueAfter(string text, int start, int stop, int end)
    {
        if (stop - 2 < start || stop + 3 > end) return -1;
        var before = text[stop - 1];
        if (!(char.IsLower(before) || char.IsDigit(before) || before is ')' or '%' or '”' or '"' or '’' or '\'') || IsTitle(text, start, stop)) return -1;
        var next = stop + 1;
        while (next < end && text[next] is '”' or '’' or ')' or ']') next++;
        if (next < end && text[next] is '"' or '\'' && ClosesHere(text, start, next)) next++;
        var first = next;
        if (first < end && text[first] is '"' or '“' or '‘' or '\'' or '(') first++;
        return first + 1 < end && char.IsUpper(text[first]) && BeginsSentence(text, first, end) && !InAddress(text, start, stop) ? next : -1;
    }

    /// <summary>A straight mark closes where an odd number of them stands before it.</summary>
    static bool ClosesHere(string text, int start, int mark) =>
        text[mark] == '\'' || (text.AsSpan(Math.Max(start, mark - 2000), mark - Math.Max(start, mark - 2000)).Count('"') & 1) == 1;

    /// <summary>A capitalised word with a blank, a comma or the like behind it; <c>Booking.Com</c> and <c>Node.JS</c> mostly have none.</summary>
    static bool BeginsSentence(string text, int first, int end)
    {
        var at = first + 1;
        while (at < end && (char.IsLetterOrDigit(text[at]) || text[at] is '-')) at++;
        if (at < end && text[at] == '.') return at == first + 1 && at + 1 < end && char.IsUpper(text[at + 1]);
        return at < end && (text[at].IsBlank() || text[at] is ',' or '’' or '\'' or ':')
            && !text.AsSpan(first, at - first).Equals("com", StringComparison.OrdinalIgnoreCase);
    }

    static bool IsTitle(string text, int start, int stop)
    {
        var word = stop;
        while (word > start && char.IsLetter(text[word - 1])) word--;
        return text.AsSpan(word, stop - word) is "Mr" or "Mrs" or "Ms" or "Dr" or "St" or "Sen" or "Rep" or "Gov" or "Gen" or "Lt" or "Col" or "Sgt" or "Capt"
            or "Prof" or "Rev" or "Hon" or "Mt" or "Ft" or "No" or "vs";
    }

    static bool InAddress(string text, int start, int stop)
    {
        var at = stop;
        while (at > start && !text[at - 1].IsBlank())
        {
            if (text[--at] is '/' or '@' || stop - at > 60) return true;
        }
        return false;
    }

    /// <summary>Whether blank lines part the paragraphs and every other line end is only a wrap.</summary>
    static bool IsWrapped(string text, int start)
    {
        var lines = new Lines(text, start);
        int longest = 0, wraps = 0, shortWraps = 0, blanks = 0, before = 0;
        while (lines.MoveNext())
        {
            var length = lines.Current.Length;
            if (length > WidestWrap) return false;
            if (length == 0) blanks++;
            else if (before > 0)
            {
                wraps++;
                if (before < longest * 2 / 3) shortWraps++;
            }
            longest = Math.Max(longest, length);
            before = length;
        }
        return blanks > 0 && wraps >= 3 && longest >= ShortestBrokenLine && shortWraps <= wraps / 10;
    }
}
