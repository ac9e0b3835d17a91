using System.Text;
using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Reading;

/// <summary>What is no article, or hardly one: a reason that says what to do, or the best that can be read.</summary>
public sealed class BadInputTests
{
    const string Header = "date 2023-07-07 https://example.com/a\nHarbour\n";

    [Theory]
    [InlineData("", "empty")]
    [InlineData("\uFEFF", "no text")]
    [InlineData(" \r\n\t\n", "no text")]
    [InlineData("date 2023-07-07 https://example.com/a\n\n", "no text")]
    [InlineData("%PDF-1.7 and so on", "PDF")]
    [InlineData("PK\u0003\u0004 and so on", "Zip")]
    [InlineData("A\0r\0t\0i\0c\0l\0e\0", "binary")]
    public void What_holds_no_article_is_refused_with_a_reason(string text, string reason)
    {
        var result = Uploads.Parse(text);
        Assert.False(result.Ok);
        Assert.Contains(reason, result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_bytes_are_binary()
    {
        var content = new byte[4096];
        new Random(7).NextBytes(content);
        Assert.Contains("binary", Uploads.Parse(content).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_over_the_limit_is_refused_and_the_reason_names_both_sizes()
    {
        var result = Uploads.Parse(Header + new string('x', 100), new ParseOptions { MaxBytes = 100 });
        Assert.Equal("The file has 146 bytes, over the limit of 100. Upload one article a file, or raise the limit.", result.Reason);
    }

    [Fact]
    public void UTF_16_is_read_by_its_byte_order_mark()
    {
        foreach (var encoding in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            var article = Uploads.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Header + "Łódź said “yes”.")]);
            Assert.Equal(["Łódź said “yes”."], article.Paragraphs());
            Assert.Equal('d', article.Text[0]);
        }
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text() => Assert.Equal('d', Uploads.Read("\uFEFF" + Header + "Yes.").Text[0]);

    [Fact]
    public void What_is_not_UTF_8_is_read_as_Windows_1252()
    {
        var article = Uploads.Read([.. Encoding.ASCII.GetBytes(Header), 0x93, (byte)'C', (byte)'a', (byte)'f', 0xE9, 0x94, 0x20, 0x96, 0x20, 0x80, (byte)'5']);
        Assert.Equal(["“Café” – €5"], article.Paragraphs());
    }

    [Fact]
    public void An_upload_cut_inside_its_last_character_stays_UTF_8()
    {
        var content = Encoding.UTF8.GetBytes(Header + "“Yes,” said Łukasz Zając");
        Assert.Equal(["“Yes,” said Łukasz Zaj\uFFFDc"[..^1]], Uploads.Read(content[..^2]).Paragraphs());
    }

    [Fact]
    public void Every_truncation_of_an_article_gives_an_article_or_a_reason()
    {
        var content = Encoding.UTF8.GetBytes(Header + "MOSS (AP) — “Yes,” said Łukasz Zając.\r\nNo one else did.");
        for (var length = 0; length <= content.Length; length++)
        {
            var result = Uploads.Parse(content[..length]);
            Assert.True(result.Ok ? result.Article.Title.Length > 0 : result.Reason.EndsWith('.'));
        }
    }

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
        Assert.True(Uploads.Parse(Header + string.Concat(Enumerable.Repeat("“Yes.” ", 80_000))).Ok);
    }

    [Fact]
    public void Control_characters_and_odd_blanks_are_folded_out_of_headline_and_URL()
    {
        var article = Uploads.Read("date\u00A02023-07-07\u0007 https://example.com/a\u0001b\nHarbour\u0000 \u0008Opens\u200B\u00A0Today\nAnd so it did open, as the town had waited for it to do for many years and in all weathers.");
        Assert.Equal("Harbour Opens Today", article.Title);
        Assert.Equal("https://example.com/a%20b", article.CanonicalUrl);
    }

    [Fact]
    public void A_text_of_one_sentence_repeated_without_end_is_read_in_linear_time()
    {
        var article = Uploads.Read(Header + string.Concat(Enumerable.Repeat("The harbour of the old town of Lindmark is open to all the ships of the sea and more.\n", 8_000)));
        Assert.Single(article.Paragraphs);
    }
}
