using System.Buffers;
using Ingest.Text.Articles;

namespace Ingest.Text.Reading;

/// <summary>
/// Reads the upload format: a header line (<see cref="HeaderLine"/>), a headline, and the body with its known damage
/// (<see cref="BodyLayout"/>, <see cref="RepeatedText"/>). Whatever is missing is made up for or left empty; only what
/// holds no article is refused.
/// </summary>
static class UploadReader
{
    /// <summary>No headline is longer, in characters; a longer first line is the body's.</summary>
    const int LongestHeadline = 400;

    /// <summary>A first line longer than this that holds several sentences is the body's.</summary>
    const int LongestSentence = 160;

    /// <summary>A dateline without an agency is believed in so many paragraphs from the top.</summary>
    const int BareDatelines = 2;

    // The list of paragraphs is used again, unless it has become very long.
    const int MostKept = 4096;

    [ThreadStatic]
    static List<BodyLayout.Paragraph>? room;

    /// <summary>The article without its quotes, or why there is none.</summary>
    /// <param name="content">The file as uploaded.</param>
    /// <param name="name">The blob's or file's name.</param>
    /// <param name="uploaded">Gives the date where neither the header nor the URL has one.</param>
    public static ParseResult Read(ReadOnlySpan<byte> content, string name, DateTimeOffset uploaded, ParseOptions options)
    {
        if (Refusals.OfBytes(content, options.MaxBytes) is { } reason) return ParseResult.Refused(reason);
        var text = Decoding.Decode(content);
        if (Refusals.OfText(text) is { } binary) return ParseResult.Refused(binary);

        var header = Header(text, out var rest);
        var url = header?.Url is { } span ? Blanks.Fold(span.Of(text)) : null;
        var (canonical, source) = url is null ? default : CanonicalUrl.Of(url);
        var (date, from) = header?.Date is { } written ? (written, DateFrom.Header)
            : url is not null && UrlDate.Find(url) is { } found ? (found, DateFrom.Url)
            : (DateOnly.FromDateTime(uploaded.UtcDateTime), DateFrom.Upload);

        var headline = Headline(text, ref rest);
        var paragraphs = Body(text, rest, headline, out var place);
        if (headline is null && paragraphs.Length == 0) return ParseResult.Refused(Refusals.NoText);

        return ParseResult.Of(new Article
        {
            Name = name,
            Text = text,
            Url = url,
            CanonicalUrl = canonical,
            Source = source,
            Date = date,
            DateFrom = from,
            Title = headline is { } title ? Blanks.Fold(title.Of(text)) : "",
            TitleSpan = headline,
            Dateline = place is { } where ? Blanks.Fold(where.Of(text)) : null,
            Paragraphs = paragraphs,
        });
    }

    static HeaderLine? Header(string text, out int rest)
    {
        rest = 0;
        if (NextText(text, 0, out var after) is not { } line) return null;
        var last = NextText(text, after, out _) is null;
        var header = HeaderLine.Read(text, line, last);
        if (header is not null) rest = header.Value.End ?? after;
        return header;
    }

    static TextSpan? Headline(string text, ref int rest)
    {
        if (NextText(text, rest, out var after) is not { } line || line.Length > LongestHeadline) return null;
        if (Dateline.Read(text, line, bare: false) is not null) return null;
        if (line.Length > LongestSentence && line.Of(text).Contains(". ", StringComparison.Ordinal)) return null;
        rest = after;
        return line;
    }

    /// <summary>The first line from <paramref name="start"/> on that holds more than blanks; null where there is none.</summary>
    static TextSpan? NextText(string text, int start, out int after)
    {
        var lines = new Lines(text, start);
        while (lines.MoveNext())
        {
            if (lines.Current.IsEmpty) continue;
            after = lines.Position;
            return lines.Current;
        }
        after = text.Length;
        return null;
    }

    static TextSpan[] Body(string text, int start, TextSpan? headline, out TextSpan? place)
    {
        place = null;
        var paragraphs = room ?? [];
        BodyLayout.Read(text, start, paragraphs);
        var rented = ArrayPool<RepeatedText.Unit>.Shared.Rent(paragraphs.Count);
        var units = rented.AsSpan(0, paragraphs.Count);
        for (var i = 0; i < units.Length; i++)
        {
            var (span, glued) = paragraphs[i];
            var dateline = Dateline.Read(text, span, bare: true);
            if (dateline is { } read && i >= BareDatelines && !RepeatsTheLede(text, read.End, units[0].Span))
                dateline = Dateline.Read(text, span, bare: false);
            place ??= dateline?.Place;
            units[i] = new(dateline is { } cut ? span with { Start = cut.End } : span, glued ? -1 : dateline is null ? 0 : 1);
        }

        Span<bool> leaveOut = units.Length <= 256 ? stackalloc bool[units.Length] : new bool[units.Length];
        RepeatedText.Find(text, units, leaveOut);
        if (headline is { } title && units.Length > 0 && SameWords(title.Of(text), units[0].Span.Of(text))) leaveOut[0] = true;

        var kept = new TextSpan[leaveOut.Count(false)];
        for (int i = 0, next = 0; i < units.Length; i++)
        {
            if (!leaveOut[i]) kept[next++] = units[i].Span;
        }
        ArrayPool<RepeatedText.Unit>.Shared.Return(rented);
        paragraphs.Clear();
        room = paragraphs.Capacity <= MostKept ? paragraphs : null;
        return kept;
    }

    static bool RepeatsTheLede(string text, int at, TextSpan lede)
    {
        const int Enough = 24;
        return lede.Length >= Enough && text.AsSpan(at).StartsWith(text.AsSpan(lede.Start, Enough), StringComparison.Ordinal);
    }

    static bool SameWords(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        int i = 0, j = 0;
        while (true)
        {
            while (i < a.Length && Letters.Of(a[i]) == 0) i++;
            while (j < b.Length && Letters.Of(b[j]) == 0) j++;
            if (i == a.Length || j == b.Length) return i == a.Length && j == b.Length;
            if (Letters.Of(a[i++]) != Letters.Of(b[j++])) return false;
        }
    }
}
