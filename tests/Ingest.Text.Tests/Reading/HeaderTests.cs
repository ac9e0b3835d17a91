using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Reading;

public sealed class HeaderTests
{
    [Fact]
    public void The_first_line_gives_date_and_URL_the_second_the_headline()
    {
        var article = Uploads.Read(" date 2023-07-07 https://www.example.com/a.html\nHarbour Reopens\nThe harbour opened.");
        Assert.Equal("article.txt", article.Name);
        Assert.Equal(new DateOnly(2023, 7, 7), article.Date);
        Assert.Equal(DateFrom.Header, article.DateFrom);
        Assert.Equal("https://www.example.com/a.html", article.Url);
        Assert.Equal("example.com", article.Source);
        Assert.Equal("Harbour Reopens", article.Title);
        Assert.Equal("Harbour Reopens", article.TitleSpan!.Value.Of(article.Text).ToString());
        Assert.Equal(["The harbour opened."], article.Paragraphs());
        Assert.Equal(article.Paragraphs[0], article.Lede);
    }

    [Theory]
    [InlineData("date 2023-07-07T21:15:00+02:00 https://example.com/a", "2023-07-07", DateFrom.Header)]
    [InlineData("Date: 2023-07-07 21:15 https://example.com/a", "2023-07-07", DateFrom.Header)]
    [InlineData("2023-07-07 https://example.com/a", "2023-07-07", DateFrom.Header)]
    [InlineData("date 20230707 https://example.com/a", "2023-07-07", DateFrom.Header)]
    [InlineData("date https://example.com/20230707/a", "2023-07-07", DateFrom.Url)]
    [InlineData("https://example.com/2023/07/07/a", "2023-07-07", DateFrom.Url)]
    [InlineData("date https://example.com/news/2023-7-7/a", "2023-07-07", DateFrom.Url)]
    [InlineData("date https://example.com/202307071/a", "2024-02-29", DateFrom.Upload)]
    [InlineData("date 0000-07-07 https://example.com/20230707/a", "2023-07-07", DateFrom.Url)]
    [InlineData("date 2023-13-01 https://example.com/2023/07/07", "2023-07-07", DateFrom.Url)]
    [InlineData("date 2023-02-29 https://example.com/20231301/a", "2024-02-29", DateFrom.Upload)]
    [InlineData("date yesterday https://example.com/a", "2024-02-29", DateFrom.Upload)]
    [InlineData("date https://example.com/a?on=/20230707/", "2024-02-29", DateFrom.Upload)]
    [InlineData("date", "2024-02-29", DateFrom.Upload)]
    public void A_missing_or_impossible_date_is_taken_from_the_URL_and_otherwise_from_the_upload(string header, string date, DateFrom from)
    {
        var article = Uploads.Read(header + "\nHarbour Reopens\nThe harbour opened.");
        Assert.Equal((date, from), (article.Date.ToString("yyyy-MM-dd", null), article.DateFrom));
        Assert.Equal("Harbour Reopens", article.Title);
    }

    [Theory]
    [InlineData("date 2023-07-07 HTTP://WWW.Example.COM:80/A/b?utm_source=x&id=3&fbclid=9#top", "http://www.example.com/A/b?id=3")]
    [InlineData("date 2023-07-07 https://example.com:8443/?UTM_Medium=mail", "https://example.com:8443/")]
    [InlineData("date 2023-07-07 https://somebody:secret@example.com/a", "https://example.com/a")]
    [InlineData("date 2023-07-07 https://example.com/a?id=3&utm_medium=mail&page=2", "https://example.com/a?id=3&page=2")]
    [InlineData("date 2023-07-07 https://exämple.com/a", "https://xn--exmple-cua.com/a")]
    [InlineData("date 2023-07-07 http://[2001:DB8::1]:8080/a", "http://[2001:db8::1]:8080/a")]
    [InlineData("date 2023-07-07 https://example.com/two words.html", "https://example.com/two%20words.html")]
    [InlineData("date 2023-07-07 ftp://example.com/a", null)]
    [InlineData("date 2023-07-07 https://", null)]
    [InlineData("date 2023-07-07 example.com/a", null)]
    [InlineData("date 2023-07-07", null)]
    public void The_canonical_URL_is_the_same_however_an_article_was_shared(string header, string? canonical)
    {
        var article = Uploads.Read(header + "\nHarbour Reopens\nThe harbour opened.");
        Assert.Equal(canonical, article.CanonicalUrl);
        Assert.Equal("Harbour Reopens", article.Title);
    }

    [Fact]
    public void A_file_without_a_header_is_text_whose_first_line_is_the_headline()
    {
        var article = Uploads.Read("Date night returns to the old pier.\n\nIt is back.\n\nSo are the crowds.\n");
        Assert.Equal("Date night returns to the old pier.", article.Title);
        Assert.Equal(["It is back.", "So are the crowds."], article.Paragraphs());
        Assert.Null(article.Url);
        Assert.Null(article.Source);
        Assert.Equal(DateFrom.Upload, article.DateFrom);
    }

    [Fact]
    public void A_headline_may_hold_an_address()
    {
        var article = Uploads.Read("Harbour reopens, see https://example.com/a\nThe harbour opened.");
        Assert.Equal("Harbour reopens, see https://example.com/a", article.Title);
        Assert.Null(article.Url);
    }

    [Fact]
    public void A_body_that_begins_at_once_is_no_headline()
    {
        var article = Uploads.Read("date 2023-07-07 https://example.com/a\nOSLO (AP) — The harbour opened.\nShips came.");
        Assert.Equal("", article.Title);
        Assert.Null(article.TitleSpan);
        Assert.Equal(["The harbour opened.", "Ships came."], article.Paragraphs());
    }

    [Fact]
    public void A_first_line_of_several_sentences_is_no_headline()
    {
        var lede = "The harbour opened on Friday, after years in which nobody in the town had believed that it would. The mayor cut the ribbon, and the ships that had waited outside came in.";
        var article = Uploads.Read("date 2023-07-07 https://example.com/a\n" + lede);
        Assert.Equal("", article.Title);
        Assert.Equal([lede], article.Paragraphs());
    }

    [Fact]
    public void The_day_of_an_upload_is_that_of_UTC()
    {
        var evening = new DateTimeOffset(2024, 2, 29, 22, 0, 0, TimeSpan.FromHours(-5));
        Assert.Equal(new DateOnly(2024, 3, 1), ArticleParser.Parse("Harbour\nThe harbour opened."u8, "article.txt", evening).Article?.Date);
    }

    [Fact]
    public void Words_that_follow_the_URL_on_the_only_line_are_the_article()
    {
        var article = Uploads.Read("date 2023-07-07 https://example.com/a The harbour opened.");
        Assert.Equal("https://example.com/a", article.Url);
        Assert.Equal("The harbour opened.", article.Title);
        Assert.Null(article.Lede);
    }
}
