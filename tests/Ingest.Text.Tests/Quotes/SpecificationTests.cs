using System.Text;
using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Quotes;

/// <summary>
/// docs/extraction.md is the specification: each of its blocks marked <c>quotes</c> is an article's body and, after it, the quotes to be found,
/// a line each: type, words (spans divided by <c> … </c>), mention and cue (<c>-</c> where there is none).
/// </summary>
public sealed class SpecificationTests
{
    static readonly string[] Types = ["direct", "mixed", "indirect"];

    public static TheoryData<int, string, string> Examples()
    {
        var examples = new TheoryData<int, string, string>();
        List<string>? body = null;
        var expected = new List<string>();
        var start = 0;
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "extraction.md"));
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] == "```quotes")
            {
                body = [];
                expected.Clear();
                start = i + 2;
            }
            else if (body is not null && lines[i] == "```")
            {
                examples.Add(start, string.Join('\n', body), string.Join('\n', expected));
                body = null;
            }
            else if (body is not null && Types.Any(t => lines[i].StartsWith(t + ": ", StringComparison.Ordinal))) expected.Add(lines[i]);
            else if (body is not null && lines[i] != "nothing") body.Add(lines[i]);
        }
        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void the_examples_of_the_specification_hold(int line, string body, string expected)
    {
        var result = ArticleParser.Parse(Encoding.UTF8.GetBytes("A bridge for the town\n" + body), $"extraction.md:{line}", DateTimeOffset.UnixEpoch);
        Assert.True(result.Ok, result.Reason);
        var text = result.Article.Text;
        Assert.Equal(expected, string.Join('\n', result.Article.Quotes.Select(q => Describe(text, q))));
    }

    static string Describe(string text, Quote quote) =>
        $"{quote.Type.ToString().ToLowerInvariant()}: {string.Join(" … ", quote.Spans.Select(s => s.Of(text).ToString()))} | {Cut(text, quote.SpeakerSpan)} | {quote.Cue ?? "-"}";

    static string Cut(string text, TextSpan? span) => span is { } s ? s.Of(text).ToString() : "-";
}
