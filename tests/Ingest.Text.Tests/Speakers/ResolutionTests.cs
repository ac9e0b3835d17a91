using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Speakers;

/// <summary>
/// What a row of docs/speakers.md, where the examples of single mentions stand (<see cref="SpecificationTests"/>), does not say: several mentions of
/// one text, whom a quote names, what is bounded.
/// </summary>
public sealed class ResolutionTests
{
    [Fact]
    public void He_is_the_speaker_and_not_the_man_spoken_about()
    {
        var speakers = Marked.Speakers("\"Robert Moss is a crook,\" said [Tom Hale].\n\"He should go home, and take Robert Moss with him,\" [he] said.\n[He] continued, \"Robert Moss owes us money.\"");
        Assert.All(speakers, speaker => Assert.Equal("Tom Hale", speaker?.Name));
    }

    [Fact]
    public void An_unnamed_source_that_is_taken_up_again_is_the_same_speaker()
    {
        var speakers = Marked.Speakers("\"We agree,\" [a senior official] said.\n\"It was late,\" [the official] said.");
        Assert.Same(speakers[0], speakers[1]);
    }

    [Fact]
    public void People_and_organisations_are_named_sources_and_officials_are_not() =>
        Assert.Equal([true, true, false], Marked.Speakers("[Tom Hale] said so.\n[NATO] said so.\n[Officials] said so.").Select(speaker => speaker!.Named));

    [Fact]
    public void Who_was_asked_answers()
    {
        var article = Uploads.Read("A bridge for the town\nRebecca Stein asked Ann Low how much the bridge would cost.\n\"Five thousand, sometimes six,\" she said.");
        Assert.Equal(["Rebecca Stein", "Ann Low"], article.Quotes.Select(quote => quote.Speaker?.Name));
    }

    [Fact]
    public void A_quote_tells_whom_it_names_once_each_the_speaker_left_out()
    {
        var resolutions = Marked.Resolve("Mirela Voss and Norland Shipping Corp. met Tom Hale in London.\n\"Voss and Norland know that I, Hale, left London. Voss knows,\" [Tom Hale] said.");
        Assert.Equal([("Mirela Voss", "mirela-voss"), ("Norland Shipping Corp.", "norland-shipping-corp")], resolutions[0].Mentions.Select(m => (m.Name, m.Slug)));
    }

    [Fact]
    public void A_headline_s_verbs_are_no_part_of_its_names()
    {
        var article = Uploads.Read("Hale Warns That Bridge Will Open Late\nTom Hale is the mayor of the town.");
        Assert.Equal("Tom Hale", Assert.Single(article.Quotes).Speaker?.Name);
    }

    [Fact]
    public void Names_are_cut_between_words_where_they_never_end()
    {
        Assert.InRange(Marked.Speakers("[a" + string.Concat(Enumerable.Repeat(" very senior", 12)) + " official] said so.")[0]!.Name.Length, 80, 100);
        var name = Marked.Speakers("[Norland " + string.Concat(Enumerable.Repeat("Shipbuilding-and-Steel ", 8)) + "Corp.] said so.")[0]!.Name;
        Assert.InRange(name.Length, 80, 120);
        Assert.EndsWith("Steel", name, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_thousand_names_are_read_in_linear_time()
    {
        var names = string.Join('\n', Enumerable.Range(0, 50_000).Select(i => $"Tom Hal{(char)('a' + i % 26)}{(char)('a' + i / 26 % 26)}{(char)('a' + i / 676 % 26)}{(char)('a' + i / 17576)} met Ann Smith{i % 7}."));
        Assert.Equal("Tom Halaaaa", Marked.Speakers(names + "\n\"Yes,\" [Halaaaa] said.")[0]?.Name);
    }
}
