using System.Text;
using Ingest.Text.Articles;

namespace Ingest.Text.Tests;

/// <summary>Uploads for tests, and what came of them.</summary>
static class Uploads
{
    public static readonly DateTimeOffset Uploaded = new(2024, 2, 29, 23, 30, 0, TimeSpan.Zero);

    /// <summary>A header and a headline; a body may follow.</summary>
    public const string Header = "date 2023-07-07 https://example.com/a\nHarbour\n";

    public static ParseResult Parse(string text, ParseOptions? options = null) => Parse(Encoding.UTF8.GetBytes(text), options);

    public static ParseResult Parse(byte[] content, ParseOptions? options = null) =>
        ArticleParser.Parse(content, "article.txt", Uploaded, options);

    public static Article Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    public static Article Read(byte[] content)
    {
        var result = Parse(content);
        Assert.True(result.Ok, result.Reason);
        return result.Article;
    }

    /// <summary>An article with this body under a headline that says nothing.</summary>
    public static Article ReadBody(string body) => Read("A bridge for the town\n" + body);

    public static string[] Paragraphs(this Article article) => article.Cut(article.Paragraphs);

    /// <summary>What the spans cut out of the article's text.</summary>
    public static string[] Cut(this Article article, params IEnumerable<TextSpan> spans) => [.. spans.Select(span => span.Of(article.Text).ToString())];
}
