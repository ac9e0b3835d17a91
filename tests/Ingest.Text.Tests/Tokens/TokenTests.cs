using Ingest.Text.Tokens;

namespace Ingest.Text.Tests.Tokens;

public sealed class TokenTests
{
    [Theory]
    [InlineData("He said so.", "He|said|so|.")]
    [InlineData("Mr. Smith doesn't agree", "Mr.|Smith|doesn't|agree")]
    [InlineData("Smith's aide, who'll speak at 10:30", "Smith|'s|aide|,|who|'ll|speak|at|10:30")]
    [InlineData("the U.S. vice-president", "the|U.S.|vice-president")]
    [InlineData("then-Sen. Hale and ex-minister Voss", "then|-|Sen.|Hale|and|ex-minister|Voss")]
    [InlineData("J. K. Rowling of example.com", "J.|K.|Rowling|of|example.com")]
    [InlineData("“Yes,” — $1,200.50", "“|Yes|,|”|—|$|1,200.50")]
    [InlineData("''Well... no.''", "''|Well|...|no|.|''")]
    [InlineData("summit.On Thursday", "summit|.|On|Thursday")]
    [InlineData("No. 5 said no.", "No.|5|said|no|.")]
    [InlineData("The\u2060 bridge\u007F\u200Bopens", "The|bridge|opens")]
    public void Words_clitics_numbers_and_marks_are_tokens(string text, string expected)
    {
        using var tokenized = TokenizedText.Of(text, null, [new TextSpan(0, text.Length)]);
        var tokens = new List<string>();
        foreach (var token in tokenized.Tokens) tokens.Add(token.Of(text).ToString());
        Assert.Equal(expected, string.Join('|', tokens));
    }

    [Theory]
    [InlineData("He left. She stayed.", "He left.|She stayed.")]
    [InlineData("Mr. Smith left the U.S. on Friday.", "Mr. Smith left the U.S. on Friday.")]
    [InlineData("It cost then-Gov. Hale his seat. He left.", "It cost then-Gov. Hale his seat.|He left.")]
    [InlineData("They left the U.S. The rest stayed.", "They left the U.S.|The rest stayed.")]
    [InlineData("\"Go.\" He left.", "\"Go.\"|He left.")]
    [InlineData("“Why?” Mr. Smith asked. Nobody knew.", "“Why?” Mr. Smith asked.|Nobody knew.")]
    [InlineData("“Why?” he asked.", "“Why?” he asked.")]
    [InlineData("It fell 3.5 percent. \"Sad,\" he said.", "It fell 3.5 percent.|\"Sad,\" he said.")]
    [InlineData("a summit.On Thursday he spoke", "a summit.|On Thursday he spoke")]
    [InlineData("It was ... late. It cost ... 40 pounds.", "It was ... late.|It cost ... 40 pounds.")]
    public void Sentences_end_where_another_may_begin(string text, string expected)
    {
        using var tokenized = TokenizedText.Of(text, null, [new TextSpan(0, text.Length)]);
        var sentences = new List<string>();
        foreach (var sentence in tokenized.Sentences)
            sentences.Add(text[tokenized.Tokens[sentence.First].Start..tokenized.Tokens[sentence.End - 1].End]);
        Assert.Equal(expected, string.Join('|', sentences));
    }
}
