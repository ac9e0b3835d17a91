using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Quotes;

/// <summary>What a quote holds beside what the examples of docs/extraction.md (<see cref="SpecificationTests"/>) tell.</summary>
public sealed class QuoteTests
{
    [Fact]
    public void A_quote_says_where_its_words_its_cue_and_its_mention_stand()
    {
        var article = Uploads.ReadBody("Maria Olsen said that the bridge would open in May.");
        var quote = Assert.Single(article.Quotes);
        Assert.Equal(["that the bridge would open in May."], article.Cut(quote.Spans));
        Assert.Equal(["said", "Maria Olsen"], article.Cut(quote.CueSpan!.Value, quote.SpeakerSpan!.Value));
        Assert.Equal(("said", "Maria Olsen"), (quote.Cue, quote.Speaker?.Name));
    }

    [Fact]
    public void The_words_in_marks_of_a_mixed_quote_are_its_fragments_and_those_of_a_direct_one_are_not()
    {
        var article = Uploads.ReadBody("Maria Olsen said that the bridge would be \"a great relief\" to \"the town.\"\n\"I shall cross it,\" she said.");
        Assert.Equal([QuoteType.Mixed, QuoteType.Direct], article.Quotes.Select(quote => quote.Type));
        Assert.Equal(["a great relief", "the town"], article.Cut(article.Quotes[0].Fragments));
        Assert.Empty(article.Quotes[1].Fragments);
    }

    [Fact]
    public void An_apostrophe_ends_no_fragment()
    {
        var article = Uploads.ReadBody("Maria Olsen called it ‘the workers’ boat’ on Friday.");
        Assert.Equal(["the workers’ boat"], article.Cut(Assert.Single(article.Quotes).Fragments));
    }

    [Fact]
    public void Marks_without_a_word_in_them_are_no_fragment()
    {
        var article = Uploads.ReadBody("The alliance has no position on the tax, Secretary General Mirela Voss said on Friday.\n\"It Voss told '''''''''''''''''--------------------'''rrding to Dr. Atary General Mirela Voss said on Friday.");
        var quote = Assert.Single(article.Quotes);
        Assert.Equal(["It Voss told"], article.Cut(quote.Fragments));
    }

    [Fact]
    public void Marks_without_a_word_in_them_are_no_quote_whoever_signs_them() =>
        Assert.Empty(Uploads.ReadBody($"The bridge is late.\n{new string('“', 30)}”- Maria Olsen").Quotes);

    [Theory]
    [InlineData("\"It is late,\" she said. \"We should go home.\"", "It is late, We should go home.")]
    [InlineData("\"It is late,\" she said. \"We should go home.\"\n\n\"We have waited for years. I shall be the first to cross it.\"", "It is late, We should go home. We have waited for years. I shall be the first to cross it.")]
    public void The_text_of_a_quote_of_several_spans_has_a_blank_between_them(string body, string text) =>
        Assert.Equal(text, Assert.Single(Uploads.ReadBody(body).Quotes).Text);
}
