namespace Ingest.Text.Tests.Reading;

/// <summary>Uploads near the limit that nobody wrote: read in linear time, and as best they can be.</summary>
public sealed class EndlessInputTests
{
    [Fact]
    public void One_endless_line_is_a_body_without_a_headline()
    {
        var article = Uploads.Read(string.Concat(Enumerable.Repeat("The harbour of the town is open. ", 20_000)));
        Assert.Equal("", article.Title);
        Assert.Single(article.Paragraphs);
    }

    [Fact]
    public void A_header_that_never_ends_is_no_URL_of_a_megabyte()
    {
        var article = Uploads.Read("date 2023-07-07 https://example.com/" + string.Concat(Enumerable.Repeat("a ", 400_000)) + "\nHarbour\nOpen.");
        Assert.Equal("https://example.com/a", article.Url);
        Assert.Null(Uploads.Read("date 2023-07-07 https://example.com/" + new string('a', 400_000) + "\nHarbour\nOpen.").Url);
    }

    [Fact]
    public void A_million_quotation_marks_are_no_reason_to_fail()
    {
        Assert.True(Uploads.Parse(new string('"', 1_000_000)).Ok);
        Assert.True(Uploads.Parse(Uploads.Header + string.Concat(Enumerable.Repeat("“Yes.” ", 80_000))).Ok);
    }

    [Fact]
    public void A_text_of_one_sentence_repeated_without_end_is_read_in_linear_time()
    {
        var article = Uploads.Read(Uploads.Header + string.Concat(Enumerable.Repeat("The harbour of the old town of Lindmark is open to all the ships of the sea and more.\n", 8_000)));
        Assert.Single(article.Paragraphs);
    }
}
