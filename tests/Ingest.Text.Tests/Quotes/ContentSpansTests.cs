using Ingest.Text.Quotes;
using Ingest.Text.Tokens;

namespace Ingest.Text.Tests.Quotes;

/// <summary>From the words of a content to its spans.</summary>
public sealed class ContentSpansTests
{
    [Theory]
    [InlineData(new[] { "It was late", "…”", "and it rained." }, new[] { "It was late", "and it rained." })]
    [InlineData(new[] { "…”" }, new[] { "…”" })]
    public void A_paragraph_without_a_word_is_no_span_beside_others(string[] paragraphs, string[] expected)
    {
        var text = string.Join('\n', paragraphs);
        var places = new List<TextSpan>();
        foreach (var paragraph in paragraphs)
        {
            var start = text.IndexOf(paragraph, StringComparison.Ordinal);
            places.Add(new TextSpan(start, start + paragraph.Length));
        }
        using var tokens = TokenizedText.Of(text, null, places);
        using var marks = QuotationMarks.Of(tokens);
        using var notes = WordNotes.Of(tokens);
        using var spans = SpanNotes.Of(tokens, marks, notes);
        var quote = new ContentSpans().Attribution(new Passage(tokens, marks, notes, spans), [(0, tokens.Tokens.Length - 1)], null, null);
        Assert.Equal(expected, quote.Content.Select(span => text[span.Start..span.End]));
    }
}
