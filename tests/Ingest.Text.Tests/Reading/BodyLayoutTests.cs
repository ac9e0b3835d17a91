namespace Ingest.Text.Tests.Reading;

/// <summary>From lines to paragraphs, where a scrape broke, wrapped or glued them.</summary>
public sealed class BodyLayoutTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\u2028")]
    public void A_paragraph_broken_in_mid_sentence_is_one_whose_span_crosses_the_line_break(string lineEnd)
    {
        var broken = "The minister said that the harbour would be closed to" + lineEnd + "Norland's ships until the spring.";
        var article = Uploads.Read("date 2023-07-07 https://example.com/a" + lineEnd + "Harbour" + lineEnd + broken + lineEnd + "Ships wait.");
        Assert.Equal([broken, "Ships wait."], article.Paragraphs());
    }

    [Theory]
    [InlineData("The minister said, at the opening of the harbour,\nMrs. Voss would stay.")]
    [InlineData("Mirela Voss, the secretary general of the alliance, said\nNorland had signed.")]
    public void A_paragraph_broken_behind_a_comma_or_a_small_word_goes_on_with_a_capital(string paragraph) =>
        Assert.Equal([paragraph], Uploads.ReadBody(paragraph).Paragraphs());

    [Theory]
    [InlineData("Read the whole of the story at https://example.com/harbour\nships wait")]
    [InlineData("The pictures of the harbour are by somebody@example.com\nships wait")]
    public void A_line_that_ends_in_an_address_is_no_broken_one(string lines) => Assert.Equal(lines.Split('\n'), Uploads.ReadBody(lines).Paragraphs());

    [Theory]
    [InlineData("17:42 ", "The harbour is closed.")]
    [InlineData("9.05am: ", "The harbour is closed.")]
    [InlineData("17:42 ", "\"It is closed,\" says Jonna Hale.")]
    [InlineData("", "17:42 is when the harbour closed.")]
    [InlineData("", "1.62 Million ships came.")]
    [InlineData("", "9:05 a.m. ET: The harbour is closed.")]
    public void The_time_that_opens_an_entry_of_a_live_report_is_no_part_of_it(string time, string entry) =>
        Assert.Equal(["The mayor spoke.", entry], Uploads.ReadBody("The mayor spoke.\n" + time + entry).Paragraphs());

    [Fact]
    public void Headings_and_lists_keep_their_lines()
    {
        string[] lines = ["What the ministry of the harbour said today", "The harbour is closed.", "iPhone sales in the harbour town shops went up", "iPad sales did not", "gulls", "terns"];
        Assert.Equal(lines, Uploads.ReadBody(string.Join('\n', lines)).Paragraphs());
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
        Assert.Equal(paragraphs.Split('|'), Uploads.ReadBody(line).Paragraphs());

    [Theory]
    [InlineData("He flew from St.Louis to see Mr.Hale of Booking.Com and the U.S.News desk.")]
    [InlineData("See https://example.com/a.Html for the list and write to jonna.Hale@example.com today.")]
    [InlineData("The port closed. On Friday, it opened.")]
    public void Full_stops_inside_names_and_addresses_part_nothing(string line) =>
        Assert.Equal([line], Uploads.ReadBody(line).Paragraphs());
}
