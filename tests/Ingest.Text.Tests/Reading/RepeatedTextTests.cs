namespace Ingest.Text.Tests.Reading;

/// <summary>What stands twice counts once.</summary>
public sealed class RepeatedTextTests
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
    public void A_copy_may_have_a_caption_inside()
    {
        var copy = Second.Replace(" It is for each", " Picture: the harbour. It is for each", StringComparison.Ordinal);
        Assert.Equal([Lede, copy, Third], Uploads.Read(Header + Lede + "\n" + copy + "\n" + Third + "\n" + Lede + "\n" + Second + "\n" + Third).Paragraphs());
    }

    [Fact]
    public void Of_a_body_that_stands_three_times_the_copy_with_the_dateline_stays()
    {
        var body = Lede + "\n" + Second + "\n" + Third + "\n";
        var article = Uploads.Read(Header + body + "LINDMARK (Norpress) - " + body + body);
        Assert.Equal([Lede, Second, Third], article.Paragraphs());
        Assert.StartsWith("LINDMARK (Norpress) - " + Lede, article.Text[(article.Lede!.Value.Start - "LINDMARK (Norpress) - ".Length)..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"A number of members signed the treaty, and it is for each of them to decide whether to levy the tax,\" Voss said.")]
    [InlineData("\"A number of members signed the treaty, and it is for each of them to decide whether to levy the tax,\" Voss said in Lindmark, where the ministers of all seven members had met the whole night through to speak of it.")]
    public void Of_a_quote_that_is_pulled_out_of_its_paragraph_the_paragraph_stays_which_says_whose_it_is(string whole)
    {
        const string Pulled = "\"A number of members signed the treaty, and it is for each of them to decide whether to levy the tax.";
        Assert.Equal([Lede, whole, Third], Uploads.Read(Header + Lede + "\n" + Pulled + "\n" + whole + "\n" + Third).Paragraphs());
        Assert.Equal([Lede, whole, Third], Uploads.Read(Header + Lede + "\n" + whole + "\n" + Pulled + "\n" + Third).Paragraphs());
    }

    [Theory]
    [InlineData("Picture: the harbour.")]
    [InlineData("* * *")]
    public void Of_a_body_that_stands_twice_no_paragraph_is_taken_for_a_pulled_one(string between)
    {
        var article = Uploads.Read(Header + Lede + "\n" + Second + "\n" + Third + "\nLINDMARK (Norpress) - " + Lede + " Read on.\n" + between + "\n" + Second + "\n" + Third);
        Assert.Equal([Lede + " Read on.", between, Second, Third], article.Paragraphs());
    }

    [Fact]
    public void A_paragraph_that_says_a_word_more_is_not_pulled_out_of_another()
    {
        const string More = "The alliance has no common position on the new harbour tax, and each member decides alone, but nobody pays.";
        const string Whole = "The alliance has no common position on the new harbour tax, and each member decides alone, said Voss, who had come to Lindmark to meet the ministers.";
        Assert.Equal([Third, More, Whole], Uploads.Read(Header + Third + "\n" + More + "\n" + Whole).Paragraphs());
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
}
