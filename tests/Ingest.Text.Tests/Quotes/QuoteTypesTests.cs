using System.Text;
using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Quotes;

public sealed class QuoteTypesTests
{
    [Fact]
    public void words_in_marks_are_a_direct_quote_without_the_marks()
    {
        var quote = Assert.Single(Quotes("\"We will not go back,\" the minister said on Friday."));
        Assert.Equal("We will not go back", quote.Text.TrimEnd(','));
        Assert.Equal(QuoteType.Direct, quote.Type);
        Assert.Equal("said", quote.Cue);
    }

    [Fact]
    public void a_reported_clause_is_an_indirect_quote()
    {
        var quote = Assert.Single(Quotes("Maria Olsen said that the bridge would open in May."));
        Assert.Equal("that the bridge would open in May.", quote.Text);
        Assert.Equal(QuoteType.Indirect, quote.Type);
    }

    [Fact]
    public void a_reported_clause_with_words_in_marks_is_a_mixed_quote_of_the_whole_clause()
    {
        var quote = Assert.Single(Quotes("Maria Olsen said that the bridge would be \"a great relief\" to the town."));
        Assert.Equal("that the bridge would be \"a great relief\" to the town.", quote.Text);
        Assert.Equal(QuoteType.Mixed, quote.Type);
        Assert.Single(quote.Fragments);
    }

    [Fact]
    public void a_quote_that_its_attribution_interrupts_is_one_of_two_spans()
    {
        var quote = Assert.Single(Quotes("\"It is late,\" she said. \"We should go home.\""));
        Assert.Equal(2, quote.Spans.Count);
        Assert.Equal(QuoteType.Direct, quote.Type);
    }

    static IReadOnlyList<Quote> Quotes(string body)
    {
        var result = ArticleParser.Parse(Encoding.UTF8.GetBytes("A bridge for the town\n" + body), "test.txt", DateTimeOffset.UnixEpoch);
        Assert.True(result.Ok, result.Reason);
        return result.Article.Quotes;
    }
}
