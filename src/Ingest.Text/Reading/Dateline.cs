namespace Ingest.Text.Reading;

/// <summary>
/// The place, date and agency that open a story: <c>MOSCOW (Sputnik) -</c>, <c>NEW YORK, July 7 (Reuters) —</c>,
/// <c>LONDON --</c>, <c>NEW DELHI:</c>, <c>Washington (AFP) –</c>, <c>TORONTO, May 3, 2019 (GLOBE NEWSWIRE) --</c>, <c>PARIS, July 7. /TASS/.</c>
/// </summary>
/// <param name="Place">Where the place stands; null where only an agency or a date does.</param>
/// <param name="End">Where the story begins.</param>
readonly record struct Dateline(TextSpan? Place, int End)
{
    /// <summary>Capitals of fewer letters are an acronym (<c>NASA — the agency</c>) unless they are a place known to be one.</summary>
    const int ShortestUnknownPlace = 6;

    const int MostWords = 5;

    /// <summary>The dash stands within so many characters.</summary>
    const int Longest = 120;

    static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Agencies = WordList.Load("Reading.agencies");

    static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> ShortPlaces = WordList.Load("Reading.short-places");

    static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> ColonPlaces =
        WordList.Load("Reading.colon-places");

    static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Months = WordList.Load("Reading.months");

    /// <summary>The dateline at the start of a paragraph; null where there is none.</summary>
    /// <param name="bare">Whether one without an agency counts too, as at the head of a body.</param>
    public static Dateline? Read(string text, TextSpan paragraph, bool bare)
    {
        var line = paragraph.Of(text);
        if (line.Length < 6 || !(char.IsUpper(line[0]) || line[0] is '(')) return null;
        if (line[..Math.Min(line.Length, Longest)].IndexOfAny("-–—/:") < 0) return null;

        var place = PlaceLength(line, out var capitals);
        if (place < 0) return null;
        if (bare && capitals && Colon(line, place) is > 0 and var story) return new(new TextSpan(paragraph.Start, paragraph.Start + place), paragraph.Start + story);
        var at = Date(line, Region(line, place));
        var agency = Agency(line, at, anyName: capitals && place > 0);
        var end = Dash(line, agency < 0 ? at : agency, afterAgency: agency > 0);
        if (end < 0 || end >= line.Length) return null;
        if (agency < 0 && !(bare && capitals && place > 0 && BeginsSentence(line[end]) && (at > place || IsKnownOrLong(line[..place])))) return null;

        var named = Agencies.Contains(line[..place]) || line[..place] is "FILE PHOTO" ? 0 : Region(line, place);
        return new(named > 0 ? new TextSpan(paragraph.Start, paragraph.Start + named) : null, paragraph.Start + end);
    }

    /// <summary>How long the words of the place are; 0 where there are none, -1 where they cannot be a place.</summary>
    static int PlaceLength(ReadOnlySpan<char> line, out bool capitals)
    {
        capitals = true;
        var end = 0;
        for (var words = 0; words <= MostWords; words++)
        {
            var start = SkipBlanks(line, end);
            var length = WordLength(line, start);
            var word = line.Slice(start, length);
            if (length == 0) return end;
            if (!char.IsUpper(word[0]) && word is not ("de" or "do" or "da" or "del" or "la" or "am" or "of" or "the")) return -1;
            if (Months.Contains(word.TrimEnd('.'))) return end;
            capitals &= word.IndexOfAnyInRange('a', 'z') < 0;
            end = start + length;
        }
        return -1;
    }

    /// <summary>Past <c>, Alaska</c>, <c>, N.C.</c>, <c>, South Korea</c>; where none stands, where it began.</summary>
    static int Region(ReadOnlySpan<char> line, int at)
    {
        var comma = SkipBlanks(line, at);
        if (at == 0 || comma >= line.Length || line[comma] != ',') return at;
        var end = at;
        for (var next = comma + 1; ;)
        {
            next = SkipBlanks(line, next);
            var length = WordLength(line, next);
            if (length == 0 || !char.IsUpper(line[next]) || Months.Contains(line.Slice(next, length).TrimEnd('.'))) return end;
            end = next += length;
            if (end < line.Length && line[end] == '.') end = ++next;
        }
    }

    /// <summary>Past <c>, July 7, 2019</c> or <c>, 7 July</c>; where none stands, where it began.</summary>
    static int Date(ReadOnlySpan<char> line, int at)
    {
        var end = at;
        for (var next = at; next < line.Length;)
        {
            while (next < line.Length && (line[next].IsBlank() || line[next] is ',' or '.')) next++;
            var start = next;
            while (next < line.Length && char.IsLetterOrDigit(line[next])) next++;
            var word = line[start..next];
            if (word.IsEmpty || !(IsoDate.Number(word) >= 0 || Months.Contains(word))) break;
            end = next;
        }
        return end;
    }

    /// <summary>
    /// Past <c>(Reuters)</c> or <c>/PRNewswire/</c>; -1 where none stands. After a place in capitals any name will do, after
    /// another (<c>Washington (AFP)</c>, and <c>Gold (XAU)</c>) only an agency's.
    /// </summary>
    static int Agency(ReadOnlySpan<char> line, int at, bool anyName)
    {
        while (at < line.Length && (line[at].IsBlank() || line[at] is ',' or '.' or '-' or '–' or '—')) at++;
        if (at >= line.Length || line[at] is not ('(' or '/')) return -1;
        var rest = line[(at + 1)..];
        var close = rest[..Math.Min(rest.Length, 40)].IndexOf(line[at] == '(' ? ')' : '/');
        // (Reuters - : the scrape lost the closing mark.
        if (close < 0 && line[at] == '(') close = rest[..Math.Min(rest.Length, 20)].IndexOf(" -", StringComparison.Ordinal);
        return close >= 2 && char.IsUpper(rest[0]) && (anyName || Agencies.Contains(rest[..close])) ? at + close + 2 : -1;
    }

    /// <summary>Where the story begins after the dash; an agency in slashes may have a full stop in its place. -1 where there is neither.</summary>
    static int Dash(ReadOnlySpan<char> line, int at, bool afterAgency)
    {
        var blank = at < line.Length && line[at].IsBlank();
        at = SkipBlanks(line, at);
        if (at >= line.Length) return -1;
        if (afterAgency && line[at] is '.' or ':') at++;
        else
        {
            var dash = at;
            while (at < line.Length && line[at] is '-' or '–' or '—' or '―' or '‑') at++;
            // A single hyphen with no blank before it joins a word: WILKES-BARRE.
            if (at == dash || (at - dash == 1 && line[dash] == '-' && !blank && !afterAgency)) return -1;
        }
        return SkipBlanks(line, at);
    }

    // NEW DELHI: …, as Asian and African papers have it; of places known to be ones, since HALE: … is a turn in a transcript.
    static int Colon(ReadOnlySpan<char> line, int place) =>
        place > 0 && place + 2 < line.Length && line[place] == ':' && line[place + 1].IsBlank() && ColonPlaces.Contains(line[..place]) && BeginsSentence(line[SkipBlanks(line, place + 1)]) ? SkipBlanks(line, place + 1) : -1;

    static int SkipBlanks(ReadOnlySpan<char> line, int at)
    {
        while (at < line.Length && line[at].IsBlank()) at++;
        return at;
    }

    static int WordLength(ReadOnlySpan<char> line, int start)
    {
        var at = start;
        for (; at < line.Length; at++)
        {
            var inner = at > start && at + 1 < line.Length && char.IsLetter(line[at + 1]);
            if (char.IsLetter(line[at]) || (inner && line[at] is '\'' or '’' or '-' or '.' or '/')) continue;
            // The full stop of an abbreviation: ST. LOUIS, N.C.
            if (line[at] == '.' && at > start && at - start <= 5 && at + 1 < line.Length && line[at + 1] is ' ' or ',') continue;
            break;
        }
        return at - start;
    }

    static bool BeginsSentence(char first) => char.IsUpper(first) || char.IsDigit(first) || first is '"' or '“' or '‘' or '\'' or '$' or '€' or '£';

    static bool IsKnownOrLong(ReadOnlySpan<char> place) => (place.Length >= ShortestUnknownPlace && place.Count(' ') < 3) || ShortPlaces.Contains(place);
}
