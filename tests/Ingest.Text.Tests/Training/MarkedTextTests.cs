using Ingest.Trainer;

namespace Ingest.Text.Tests.Training;

/// <summary>The articles that weights are learned from are marked in their own text.</summary>
public sealed class MarkedTextTests
{
    [Fact]
    public void The_text_is_what_stands_in_and_between_the_marks()
    {
        var (text, gold) = MarkedText.Read("""{q1|"We waited,"} {s1|Holm} {c1|said}, {q1|"and nobody came."} {s2|She} {c2|denied} {q2|it}.""");

        Assert.Equal("""
            "We waited," Holm said, "and nobody came." She denied it.
            """, text);
        Assert.Equal(["\"We waited,\"", "\"and nobody came.\""], gold[0].Content.Select(span => text[span.Start..span.End]));
        Assert.Equal(["Holm", "said"], new[] { gold[0].Source[0], gold[0].Cue[0] }.Select(span => text[span.Start..span.End]));
        Assert.Equal(["it", "She", "denied"], new[] { gold[1].Content[0], gold[1].Source[0], gold[1].Cue[0] }.Select(span => text[span.Start..span.End]));
    }

    [Fact]
    public void A_source_of_several_attributions_has_all_their_numbers()
    {
        var (text, gold) = MarkedText.Read("{s1,2|Holm} {c1|denied} {q1|it} and {c2|said} {q2|she would stay}.");

        Assert.All(gold, attribution => Assert.Equal("Holm", attribution.Source[0].Of(text)));
    }

    [Theory]
    [InlineData("{s1|Holm} {c1|said} so.", "no content")]
    [InlineData("{q1|That {q2|it is late}} {s1|Holm} {c1|said}.", "belongs to no mark")]
    [InlineData("{x1|Holm} said.", "belongs to no mark")]
    public void A_wrong_mark_is_told_and_not_learned_from(string marked, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormatException>(() => MarkedText.Read(marked)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_articles_of_the_trainer_all_read_and_each_attribution_has_a_cue()
    {
        var articles = AnnotatedArticle.ReadAll(Documents.Corpus);

        Assert.NotEmpty(articles);
        Assert.All(articles, article => Assert.All(article.Gold, attribution => Assert.NotEmpty(attribution.Cue)));
    }
}
