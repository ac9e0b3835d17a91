using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Quotes;

/// <summary>
/// docs/extraction.md is the specification: each of its blocks marked <c>quotes</c> is an article's body and, after it, the quotes to be found,
/// a line each: type, words (spans divided by <c> … </c>), mention and cue (<c>-</c> where there is none).
/// </summary>
public sealed class SpecificationTests
{
    static readonly string[] Types = ["direct", "mixed", "indirect"];

    public static IEnumerable<TheoryDataRow<string, string>> Examples()
    {
        List<string>? body = null;
        var expected = new List<string>();
        var (start, number) = (0, 0);
        foreach (var line in Documents.Lines("extraction.md"))
        {
            number++;
            if (line == "```quotes")
            {
                (body, expected, start) = ([], [], number + 1);
            }
            else if (body is not null && line == "```")
            {
                yield return new(string.Join('\n', body), string.Join('\n', expected)) { TestDisplayName = $"extraction.md:{start}" };
                body = null;
            }
            else if (Types.Any(type => line.StartsWith(type + ": ", StringComparison.Ordinal))) expected.Add(line);
            else if (line != "nothing") body?.Add(line);
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_quotes_of_a_body_are_those_that_the_specification_says(string body, string expected)
    {
        var article = Uploads.ReadBody(body);
        Assert.Equal(expected, string.Join('\n', article.Quotes.Select(quote => Describe(article, quote))));
    }

    static string Describe(Article article, Quote quote) =>
        $"{quote.Type.ToString().ToLowerInvariant()}: {string.Join(" … ", article.Cut(quote.Spans))} | {(quote.SpeakerSpan is { } mention ? article.Cut(mention)[0] : "-")} | {quote.Cue ?? "-"}";
}
