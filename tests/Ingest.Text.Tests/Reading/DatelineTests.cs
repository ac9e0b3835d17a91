namespace Ingest.Text.Tests.Reading;

public sealed class DatelineTests
{
    const string Lede = "The alliance has no common position on the new harbour tax, and each member decides alone, Secretary General Mirela Voss said on Friday.";

    [Theory]
    [InlineData("LINDMARK (Norpress) - ", "LINDMARK")]
    [InlineData("NEW YORK, July 7 (Reuters) — ", "NEW YORK")]
    [InlineData("ST. LOUIS (AP) -- ", "ST. LOUIS")]
    [InlineData("WILKES-BARRE, Pa. (AP) — ", "WILKES-BARRE, Pa.")]
    [InlineData("BEIJING/SHANGHAI, Nov. 3, 2019 (Reuters) - ", "BEIJING/SHANGHAI")]
    [InlineData("SANTA CRUZ DE LA SIERRA, Bolivia (AP) — ", "SANTA CRUZ DE LA SIERRA, Bolivia")]
    [InlineData("Washington (AFP) – ", "Washington")]
    [InlineData("TORONTO, May 03, 2019 (GLOBE NEWSWIRE) -- ", "TORONTO")]
    [InlineData("BOSTON--(BUSINESS WIRE)--", "BOSTON")]
    [InlineData("MOSCOW, July 7. /TASS/. ", "MOSCOW")]
    [InlineData("LONDON -- ", "LONDON")]
    [InlineData("ROME — ", "ROME")]
    [InlineData("NEW DELHI: ", "NEW DELHI")]
    [InlineData("April 13 (Reuters) - ", null)]
    [InlineData("(Bloomberg) -- ", null)]
    public void A_dateline_is_no_part_of_its_paragraph(string dateline, string? place)
    {
        var article = Uploads.ReadBody(dateline + Lede);
        Assert.Equal([Lede], article.Paragraphs());
        Assert.Equal(place, article.Dateline);
    }

    [Fact]
    public void Without_an_agency_a_dateline_stands_at_the_top_of_a_body_or_of_its_second_copy()
    {
        string[] story = [Lede, "Each of them decides.", "None has signed.", "BERLIN -- None has signed there."];
        Assert.Equal(story, Uploads.ReadBody(string.Join('\n', story)).Paragraphs());

        var twice = Uploads.ReadBody(string.Join('\n', story) + "\nLONDON -- " + string.Join('\n', story));
        Assert.Equal(story, twice.Paragraphs());
        Assert.Equal("LONDON", twice.Dateline);
    }

    [Theory]
    [InlineData("NASA — The agency that flies — was founded in 1958.")]
    [InlineData("Oh joy – The ship is back.")]
    [InlineData("Gold (XAU) - The metal fell on Monday.")]
    [InlineData("HALE: The ship is back - At last.")]
    [InlineData("HALE: The ship is back.")]
    [InlineData("LINDMARK — which has a harbour — is small.")]
    [InlineData("Sen. Jonna Hale (R-TX) - The ship is back.")]
    public void A_sentence_with_a_dash_is_no_dateline(string line)
    {
        var article = Uploads.ReadBody(line);
        Assert.Null(article.Dateline);
        Assert.Equal([line], article.Paragraphs());
    }
}
