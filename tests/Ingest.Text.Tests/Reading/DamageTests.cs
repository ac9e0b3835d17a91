namespace Ingest.Text.Tests.Reading;

public sealed class DamageTests
{
    const string Lede = "The alliance has no common position on the new harbour tax, and each member decides alone, Secretary General Mirela Voss said on Friday.";
    const string Second = "\"The alliance does not have a position on the tax because a number of members signed the treaty. It is for each of them to decide,\" Voss told reporters ahead of the Lindmark summit.";
    const string Third = "On Thursday, the Norlandic ambassador said that the tax would represent \"another step\" towards closing the strait.";
    const string Header = " date 2023-07-07 https://example.com/20230707/harbour-tax.html\nNo Common Position on Harbour Tax\n";

    [Fact]
    public void A_body_that_stands_twice_counts_once_and_the_clean_copy_stays()
    {
        var broken = Third.Replace("would represent", "\nwould represent", StringComparison.Ordinal);
        var article = Uploads.Read(Header + Lede + "\n" + Second + Third + "\nLINDMARK (Norpress) - " + Lede + "\n" + Second + "\n" + broken);
        Assert.Equal([Lede, Second, broken], article.Paragraphs());
        Assert.Equal("LINDMARK", article.Dateline);
        Assert.Equal(article.Text.LastIndexOf(Lede, StringComparison.Ordinal), article.Lede!.Value.Start);
    }

    [Fact]
    public void Of_two_equal_copies_the_first_stays()
    {
        var article = Uploads.Read(Header + Lede + "\n" + Second + "\n" + Third + "\n\n" + Lede + "\n" + Second + "\n" + Third);
        Assert.Equal([Lede, Second, Third], article.Paragraphs());
        Assert.Equal(article.Text.IndexOf(Lede, StringComparison.Ordinal), article.Lede!.Value.Start);
    }

    [Fact]
    public void Copies_may_differ_in_blanks_and_marks_and_one_may_be_cut_short()
    {
        var copy = (Lede + Second)[..220].Replace(" ", "  ", StringComparison.Ordinal).Replace('"', '“');
        var article = Uploads.Read(Header + copy + "\n" + Lede + "\n" + Second + "\n" + Third);
        Assert.Equal([Lede, Second, Third], article.Paragraphs());
    }

    [Fact]
    public void A_short_line_may_stand_twice()
    {
        var article = Uploads.Read(Header + "Read more about the tax\n" + Lede + "\nRead more about the tax\n\"No comment,\" she said.\n" + Third + "\n\"No comment,\" she said.");
        Assert.Equal(6, article.Paragraphs.Count);
    }

    [Fact]
    public void A_sentence_is_no_copy_because_its_beginning_stands_in_one_and_its_end_in_another()
    {
        string[] said = [Said("harbour bridge", 11), Said("school reform", 22), Said("school reform", 33), Said("school reform", 44), Said("school reform", 55)];
        var article = Uploads.Read(Header + string.Join('\n', said) + "\n" + said[0]);
        Assert.Equal(said, article.Paragraphs());

        static string Said(string what, int millions) => $"\"The {what} will cost us {millions} million and we are going to pay for it,\" said Prime Minister Ingrid Halvorsen.";
    }

    [Fact]
    public void The_headline_repeated_as_the_first_line_of_the_body_counts_once()
    {
        var article = Uploads.Read(Header + "No common position on harbour tax.\n" + Lede);
        Assert.Equal([Lede], article.Paragraphs());
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\u2028")]
    public void A_paragraph_broken_in_mid_sentence_is_one_whose_span_crosses_the_line_break(string lineEnd)
    {
        var broken = "The minister said that the harbour would be closed" + lineEnd + "to all ships until the spring.";
        var article = Uploads.Read("date 2023-07-07 https://example.com/a" + lineEnd + "Harbour" + lineEnd + broken + lineEnd + "Ships wait.");
        Assert.Equal([broken, "Ships wait."], article.Paragraphs());
    }

    [Fact]
    public void Headings_and_lists_keep_their_lines()
    {
        string[] lines = ["What the ministry of the harbour said today", "The harbour is closed.", "iPhone sales in the harbour town shops went up", "iPad sales did not", "gulls", "terns"];
        Assert.Equal(lines, Uploads.Read(Header + string.Join('\n', lines)).Paragraphs());
    }

    [Fact]
    public void Text_wrapped_at_a_fixed_width_has_its_paragraphs_between_blank_lines()
    {
        var article = Uploads.Read("Harbour closes\n\nThe mayor of the town of Lindmark, Jonna\nHale, said on Friday that the old harbour\nwould be closed until the spring comes.\n\nMany of the ships have moved to the port\nof Norland, which has room for a hundred.\n");
        Assert.Equal(2, article.Paragraphs.Count);
        Assert.StartsWith("The mayor of the town of Lindmark, Jonna\nHale,", article.Paragraphs()[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The port closed.On Friday, it opened.", "The port closed.|On Friday, it opened.")]
    [InlineData("\"We waited.\"The port opened.", "\"We waited.\"|The port opened.")]
    [InlineData("The port opened.\"We waited,\" he said.", "The port opened.|\"We waited,\" he said.")]
    [InlineData("“We waited.”“So did we,” said Hale.", "“We waited.”|“So did we,” said Hale.")]
    [InlineData("Ships left in 2019.U.S. officials agreed.", "Ships left in 2019.|U.S. officials agreed.")]
    public void Paragraphs_that_were_glued_come_apart(string line, string paragraphs) =>
        Assert.Equal(paragraphs.Split('|'), Uploads.Read(Header + line).Paragraphs());

    [Theory]
    [InlineData("He flew from St.Louis to see Mr.Hale of Booking.Com and the U.S.News desk.")]
    [InlineData("See https://example.com/a.Html for the list and write to jonna.Hale@example.com today.")]
    [InlineData("The port closed. On Friday, it opened.")]
    public void Full_stops_inside_names_and_addresses_part_nothing(string line) =>
        Assert.Equal([line], Uploads.Read(Header + line).Paragraphs());

    [Theory]
    [InlineData("LINDMARK (Norpress) - ", "LINDMARK")]
    [InlineData("NEW YORK, July 7 (Reuters) — ", "NEW YORK")]
    [InlineData("ST. LOUIS (AP) -- ", "ST. LOUIS")]
    [InlineData("WILKES-BARRE, Pa. (AP) — ", "WILKES-BARRE, Pa.")]
    [InlineData("BEIJING/SHANGHAI, Nov. 3, 2019 (Reuters) - ", "BEIJING/SHANGHAI")]
    [InlineData("Washington (AFP) – ", "Washington")]
    [InlineData("TORONTO, May 03, 2019 (GLOBE NEWSWIRE) -- ", "TORONTO")]
    [InlineData("BOSTON--(BUSINESS WIRE)--", "BOSTON")]
    [InlineData("MOSCOW, July 7. /TASS/. ", "MOSCOW")]
    [InlineData("LONDON -- ", "LONDON")]
    [InlineData("ROME — ", "ROME")]
    [InlineData("April 13 (Reuters) - ", null)]
    [InlineData("(Bloomberg) -- ", null)]
    public void A_dateline_is_no_part_of_its_paragraph(string dateline, string? place)
    {
        var article = Uploads.Read(Header + dateline + Lede);
        Assert.Equal([Lede], article.Paragraphs());
        Assert.Equal(place, article.Dateline);
    }

    [Theory]
    [InlineData("NASA — The agency that flies — was founded in 1958.")]
    [InlineData("Oh joy – The ship is back.")]
    [InlineData("Gold (XAU) - The metal fell on Monday.")]
    [InlineData("HALE: The ship is back - At last.")]
    [InlineData("LINDMARK — which has a harbour — is small.")]
    [InlineData("Sen. Jonna Hale (R-TX) - The ship is back.")]
    public void A_sentence_with_a_dash_is_no_dateline(string line)
    {
        var article = Uploads.Read(Header + line);
        Assert.Null(article.Dateline);
        Assert.Equal([line], article.Paragraphs());
    }
}
