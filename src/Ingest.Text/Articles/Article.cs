namespace Ingest.Text.Articles;

/// <summary>Where an article's date was found.</summary>
public enum DateFrom
{
    /// <summary>In the upload's first line, after the word <c>date</c>.</summary>
    Header,

    /// <summary>In the path of the URL (<c>/20230707/</c>, <c>/2023/07/07/</c>).</summary>
    Url,

    /// <summary>Nowhere in the upload: the day it was uploaded (UTC).</summary>
    Upload,
}

/// <summary>
/// An uploaded article as it was read: its metadata, its paragraphs and the quotes in it.
/// All spans index <see cref="Text"/>.
/// </summary>
public sealed record Article
{
    /// <summary>The blob's or file's name as the user gave it, with folders and extension.</summary>
    public required string Name { get; init; }

    /// <summary>The whole upload, decoded; without a byte-order mark, nothing else changed.</summary>
    public required string Text { get; init; }

    /// <summary>The URL as it stands in the first line; null where there is none.</summary>
    public string? Url { get; init; }

    /// <summary>
    /// The URL that names the article: lower-case scheme and host, no fragment, no tracking parameters; null where
    /// there is no absolute http(s) URL.
    /// </summary>
    public string? CanonicalUrl { get; init; }

    /// <summary>The day of publication, years 1 to 9999.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Where <see cref="Date"/> comes from.</summary>
    public required DateFrom DateFrom { get; init; }

    /// <summary>The headline, blanks folded; empty where there is none.</summary>
    public string Title { get; init; } = "";

    /// <summary>Where the headline stands; null where there is none.</summary>
    public TextSpan? TitleSpan { get; init; }

    /// <summary>The dateline's place (<c>MOSCOW</c>); null where there is none.</summary>
    public string? Dateline { get; init; }

    /// <summary>The publisher: the URL's host without <c>www.</c>; null where there is no URL.</summary>
    public string? Source { get; init; }

    /// <summary>
    /// The body, a span a paragraph, in order, text that stands twice left out. A paragraph that was broken over two lines
    /// is one span with the line break in it. The headline is not among them, nor is the dateline.
    /// </summary>
    public IReadOnlyList<TextSpan> Paragraphs { get; init; } = [];

    /// <summary>The quotes in the order in which they stand (by the start of their first span).</summary>
    public IReadOnlyList<Quote> Quotes
    {
        get => quotes;
        init => quotes = value;
    }

    // Found last, and set before anybody else sees the article, so that it is no copy.
    IReadOnlyList<Quote> quotes = [];

    internal void SetQuotes(Quote[] found) => quotes = found;

    /// <summary>The first paragraph; null where the article has no body.</summary>
    public TextSpan? Lede => Paragraphs.Count > 0 ? Paragraphs[0] : null;
}
