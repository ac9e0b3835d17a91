using System.Text;
using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Reading;

/// <summary>What is no article gives a reason that says what to do.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("", "empty")]
    [InlineData("\uFEFF", "no text")]
    [InlineData(" \r\n\t\n", "no text")]
    [InlineData("date 2023-07-07 https://example.com/a\n\n", "no text")]
    [InlineData("A\0r\0t\0i\0c\0l\0e\0", "binary")]
    public void What_holds_no_article_is_refused_with_a_reason(string text, string reason) =>
        Assert.Contains(reason, Uploads.Parse(text).Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("%PDF-1.7", "a PDF document")]
    [InlineData("PK\u0003\u0004", "a Zip archive or an Office document")]
    [InlineData("\u001F\u008B", "compressed by gzip")]
    [InlineData("\u00D0\u00CF\u0011\u00E0", "an Office document")]
    [InlineData("\u0089PNG", "an image")]
    [InlineData("\u00FF\u00D8\u00FF", "an image")]
    [InlineData("GIF89a", "an image")]
    public void A_file_of_another_format_is_told_by_its_first_bytes(string bytes, string format) =>
        Assert.Equal($"The file is {format}, not text. Upload the article's text (UTF-8).", Uploads.Parse(Encoding.Latin1.GetBytes(bytes + " and so on")).Reason);

    [Fact]
    public void Random_bytes_are_binary()
    {
        var content = new byte[4096];
        new Random(7).NextBytes(content);
        Assert.Contains("binary", Uploads.Parse(content).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_few_control_characters_are_damage_and_no_reason_to_refuse()
    {
        var article = Uploads.Read("date\u00A02023-07-07\u0007 https://example.com/a\u0001b\nHarbour\u0000 \u0008Opens\u200B\u00A0Today\nAnd so it did open, as the town had waited for it to do for many years and in all weathers.");
        Assert.Equal("Harbour Opens Today", article.Title);
        Assert.Equal("https://example.com/a%20b", article.CanonicalUrl);
    }

    [Fact]
    public void A_file_over_the_limit_is_refused_and_the_reason_names_both_sizes()
    {
        var text = Uploads.Header + new string('x', 100);
        Assert.True(Uploads.Parse(text, new ParseOptions { MaxBytes = 146 }).Ok);
        Assert.Equal("The file has 146 bytes, over the limit of 145. Upload one article a file, or raise the limit.", Uploads.Parse(text, new ParseOptions { MaxBytes = 145 }).Reason);
    }

    [Fact]
    public void Every_truncation_of_an_article_gives_an_article_or_a_reason()
    {
        var content = Encoding.UTF8.GetBytes(Uploads.Header + "MOSS (AP) — “Yes,” said Łukasz Zając.\r\nNo one else did.");
        for (var length = 0; length <= content.Length; length++)
        {
            var result = Uploads.Parse(content[..length]);
            Assert.True(result.Ok ? result.Article.Title.Length > 0 : result.Reason.EndsWith('.'));
        }
    }
}
