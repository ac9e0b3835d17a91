using System.Text;

namespace Ingest.Text.Tests.Reading;

public sealed class DecodingTests
{
    [Fact]
    public void UTF_16_is_read_by_its_byte_order_mark()
    {
        foreach (var encoding in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            var article = Uploads.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Uploads.Header + "Łódź said “yes”.")]);
            Assert.Equal(["Łódź said “yes”."], article.Paragraphs());
            Assert.Equal('d', article.Text[0]);
        }
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text() => Assert.Equal('d', Uploads.Read("\uFEFF" + Uploads.Header + "Yes.").Text[0]);

    [Fact]
    public void What_is_not_UTF_8_is_read_as_Windows_1252()
    {
        var article = Uploads.Read([.. Encoding.ASCII.GetBytes(Uploads.Header), 0x93, (byte)'C', (byte)'a', (byte)'f', 0xE9, 0x94, 0x20, 0x96, 0x20, 0x80, (byte)'5']);
        Assert.Equal(["“Café” – €5"], article.Paragraphs());
    }

    [Fact]
    public void An_upload_cut_inside_its_last_character_stays_UTF_8()
    {
        var content = Encoding.UTF8.GetBytes(Uploads.Header + "“Yes,” said Łukasz Zając");
        Assert.Equal(["“Yes,” said Łukasz Zaj\uFFFD"], Uploads.Read(content[..^2]).Paragraphs());
    }
}
