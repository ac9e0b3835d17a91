using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Speakers;

/// <summary>Who is meant: the text marks a mention with brackets, <c>[He] said</c>, and the test says whose it is.</summary>
public sealed class ResolutionTests
{
    [Theory]
    [InlineData("Secretary General Mirela Voss met ministers.\n\"We agree,\" [Voss] said.", "Mirela Voss")]
    [InlineData("Mirela Voss met ministers.\n\"We agree,\" [Ms. Voss] said.", "Mirela Voss")]
    [InlineData("Mirela Voss met ministers.\n\"We agree,\" [she] said.", "Mirela Voss")]
    [InlineData("MIRELA VOSS met ministers.\n\"We agree,\" [Voss] said.", "Mirela Voss")]
    [InlineData("Voss met ministers. Later Mirela Voss left.\n\"We agree,\" [Voss] said.", "Mirela Voss")]
    [InlineData("Secretary General Mirela Voss met Foreign Minister Tom Hale.\n\"We agree,\" [the secretary general] said.", "Mirela Voss")]
    [InlineData("Jan van der Berg met Abu Bakr al-Hassan.\n\"We agree,\" [Mr. van der Berg] said.", "Jan van der Berg")]
    [InlineData("Jean-Luc O'Malley met Seán O’Brien.\n\"We agree,\" [O'Malley] said.", "Jean-Luc O'Malley")]
    [InlineData("J.K. Thornbury met Robert Hale Jr. there.\n\"We agree,\" [Thornbury] said.", "J.K. Thornbury")]
    [InlineData("Łukasz Żółkowski met ministers.\n\"We agree,\" [Żółkowski] said.", "Łukasz Żółkowski")]
    [InlineData("The European Harbour Board (EHB) met.\n\"We agree,\" [the EHB] said.", "European Harbour Board")]
    [InlineData("Norland Shipping Corp. sold ships.\n\"We agree,\" [Norland] said.", "Norland Shipping Corp.")]
    [InlineData("Norland Shipping Corp. sold ships.\n\"We agree,\" [the company] said.", "Norland Shipping Corp.")]
    [InlineData("The meeting was opened by Tom Hale, [who] said so.", "Tom Hale")]
    [InlineData("Said [Hale], \"We agree.\" Tom Hale left.", "Tom Hale")]
    [InlineData("\"We agree,\" said [the leader of the harbour league], Tom Hale, on Monday.", "Tom Hale")]
    public void Later_mentions_mean_the_one_that_was_named_in_full(string text, string name) => Assert.Equal(name, Marked.Speakers(text)[^1]?.Name);

    [Theory]
    [InlineData("[Russian Deputy Foreign Minister Sergey Ivanenko] urged calm.", "Sergey Ivanenko", "Russian Deputy Foreign Minister")]
    [InlineData("[Russian Ambassador to the United Nations Vasily Orlenko] said so.", "Vasily Orlenko", "Russian Ambassador to the United Nations")]
    [InlineData("[Russian Ambassador] to the United Nations Vasily Orlenko said so.", "Vasily Orlenko", "Russian Ambassador to the United Nations")]
    [InlineData("[Secretary of State John Thornbury] said so.", "John Thornbury", "Secretary of State")]
    [InlineData("[Secretary of State Clinton] said so.", "Clinton", "Secretary of State")]
    [InlineData("On Monday [Post Editor-in-Chief Martin Thornbury] said so.", "Martin Thornbury", "Post Editor-in-Chief")]
    [InlineData("[Mirela Voss, the alliance's secretary general,] said so.", "Mirela Voss", "secretary general")]
    [InlineData("[Mirela Voss], the alliance's secretary general, said so.", "Mirela Voss", "secretary general")]
    [InlineData("[Jane Thornbury], a spokeswoman for the company, said so.", "Jane Thornbury", "spokeswoman for the company")]
    [InlineData("[Tom Hale, 45, a baker from Leeds,] said so.", "Tom Hale", "baker from Leeds")]
    [InlineData("[analyst Ed Low] of Norland said so.", "Ed Low", "analyst")]
    [InlineData("[Norland chief executive Ann Low] said so.", "Ann Low", "Norland chief executive")]
    [InlineData("[Texas Sen. Tom Hale] said so.", "Tom Hale", "Texas Senator")]
    [InlineData("[Sen. Tom Hale (R-Texas)], chairman of the committee, said so.", "Tom Hale", "Senator")]
    [InlineData("[former President Tom Hale] said so.", "Tom Hale", "former President")]
    [InlineData("[His lawyer, Ann Low,] said so.", "Ann Low", null)]
    [InlineData("[Tom Hale], who left, said so.", "Tom Hale", null)]
    [InlineData("On Monday [Tom Hale], unlike other senators, said so.", "Tom Hale", null)]
    public void The_role_stands_before_the_name_or_in_apposition_after_it(string text, string name, string? role)
    {
        var speaker = Marked.Speakers(text)[^1];
        Assert.Equal((name, role), (speaker?.Name, speaker?.Role));
    }

    [Theory]
    [InlineData("Ann Hale met Tom Hale.\n\"We agree,\" [Ms. Hale] said.", "Ann Hale")]
    [InlineData("Ann Hale met Tom Hale.\n\"We agree,\" [Mr. Hale] said.", "Tom Hale")]
    [InlineData("Ann Hale met Tom Low.\n\"We agree,\" [he] said.", "Tom Low")]
    [InlineData("Ann Hale met Tom Low.\n\"We agree,\" [she] said.", "Ann Hale")]
    public void Two_people_of_one_surname_and_of_two_genders_are_kept_apart(string text, string name) => Assert.Equal(name, Marked.Speakers(text)[^1]?.Name);

    [Fact]
    public void He_is_the_speaker_and_not_the_man_spoken_about()
    {
        var speakers = Marked.Speakers("\"Robert Moss is a crook,\" said [Tom Hale].\n\"He should go home, and take Robert Moss with him,\" [he] said.\n[He] continued, \"Robert Moss owes us money.\"");
        Assert.All(speakers, speaker => Assert.Equal("Tom Hale", speaker?.Name));
    }

    [Fact]
    public void An_article_may_open_with_its_quote() =>
        Assert.Equal("Tom Hale", Marked.Speakers("\"We agree,\" [he] said.\nTom Hale is a farmer.")[0]?.Name);

    [Theory]
    [InlineData("[a senior official] said so.", "a senior official")]
    [InlineData("[Officials] said so.", "Officials")]
    [InlineData("[people familiar with the matter] said so.", "people familiar with the matter")]
    [InlineData("[Tom Hale's lawyer] said so.", "Tom Hale's lawyer")]
    [InlineData("[his lawyer] said so.", "his lawyer")]
    [InlineData("[a spokesman for Tom Hale] said so.", "a spokesman for Tom Hale")]
    [InlineData("[Republicans] said so.", "Republicans")]
    [InlineData("[Police] said so.", "Police")]
    [InlineData("Tom Hale met a White House official [who] said so.", "a White House official")]
    public void A_source_without_a_name_keeps_its_own_words(string text, string name)
    {
        var speaker = Marked.Speakers(text)[0];
        Assert.Equal((name, SpeakerKind.Unnamed, false), (speaker?.Name, speaker?.Kind, speaker?.Named));
    }

    [Fact]
    public void An_unnamed_source_may_be_taken_up_again()
    {
        var speakers = Marked.Speakers("\"We agree,\" [a senior official] said.\n\"It was late,\" [the official] said.");
        Assert.Equal("a senior official", speakers[1]?.Name);
    }

    [Theory]
    [InlineData("[The Guardian] reported so.", "Guardian")]
    [InlineData("[Norland University] said so.", "Norland University")]
    [InlineData("[the Hale campaign] said so.", "Hale campaign")]
    [InlineData("[Hale's campaign] said so.", "Hale campaign")]
    [InlineData("[The Hale campaign last year] said so.", "Hale campaign")]
    [InlineData("[a Quinnipiac University poll] found so.", "Quinnipiac University poll")]
    [InlineData("[NATO] said so.", "NATO")]
    [InlineData("[Russia] said so.", "Russia")]
    [InlineData("[the U.S. Department of Health and Human Services] said so.", "U.S. Department of Health and Human Services")]
    public void Organisations_publications_and_polls_are_sources_too(string text, string name)
    {
        var speaker = Marked.Speakers(text)[0];
        Assert.Equal((name, SpeakerKind.Organisation), (speaker?.Name, speaker?.Kind));
    }

    [Fact]
    public void A_quote_tells_whom_it_names_once_each_the_speaker_left_out()
    {
        var resolutions = Marked.Resolve("Mirela Voss and Norland Shipping Corp. met Tom Hale in London.\n\"Voss and Norland know that I, Hale, left London. Voss knows,\" [Tom Hale] said.");
        Assert.Equal([("Mirela Voss", "mirela-voss"), ("Norland Shipping Corp.", "norland-shipping-corp")], resolutions[0].Mentions.Select(m => (m.Name, m.Slug)));
    }

    [Fact]
    public void A_hundred_thousand_names_are_read_in_linear_time()
    {
        var names = string.Join('\n', Enumerable.Range(0, 50_000).Select(i => $"Tom Hal{(char)('a' + i % 26)}{(char)('a' + i / 26 % 26)}{(char)('a' + i / 676 % 26)}{(char)('a' + i / 17576)} met Ann Smith{i % 7}."));
        Assert.Equal("Tom Halaaaa", Marked.Speakers(names + "\n\"Yes,\" [Halaaaa] said.")[0]?.Name);
    }
}
