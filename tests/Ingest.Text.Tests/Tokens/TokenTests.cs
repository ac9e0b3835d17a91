using Ingest.Text.Speakers;
using Ingest.Text.Tokens;

namespace Ingest.Text.Tests.Tokens;

public sealed class TokenTests
{
    [Theory]
    [InlineData("He said so.", "He|said|so|.")]
    [InlineData("Mr. Smith doesn't agree", "Mr.|Smith|doesn't|agree")]
    [InlineData("Smith's aide, who'll speak at 10:30", "Smith|'s|aide|,|who|'ll|speak|at|10:30")]
    [InlineData("the U.S. vice-president", "the|U.S.|vice-president")]
    [InlineData("J. K. Rowling of example.com", "J.|K.|Rowling|of|example.com")]
    [InlineData("“Yes,” — $1,200.50", "“|Yes|,|”|—|$|1,200.50")]
    [InlineData("''Well... no.''", "''|Well|...|no|.|''")]
    [InlineData("summit.On Thursday", "summit|.|On|Thursday")]
    [InlineData("No. 5 said no.", "No.|5|said|no|.")]
    public void words_clitics_numbers_and_marks_are_tokens(string text, string expected)
    {
        using var tokenized = TokenizedText.Of(text, null, [new TextSpan(0, text.Length)]);
        var tokens = new List<string>();
        foreach (var token in tokenized.Tokens) tokens.Add(token.Of(text).ToString());
        Assert.Equal(expected, string.Join('|', tokens));
    }

    [Theory]
    [InlineData("He left. She stayed.", "He left.|She stayed.")]
    [InlineData("Mr. Smith left the U.S. on Friday.", "Mr. Smith left the U.S. on Friday.")]
    [InlineData("They left the U.S. The rest stayed.", "They left the U.S.|The rest stayed.")]
    [InlineData("\"Go.\" He left.", "\"Go.\"|He left.")]
    [InlineData("“Why?” Mr. Smith asked. Nobody knew.", "“Why?” Mr. Smith asked.|Nobody knew.")]
    [InlineData("“Why?” he asked.", "“Why?” he asked.")]
    [InlineData("It fell 3.5 percent. \"Sad,\" he said.", "It fell 3.5 percent.|\"Sad,\" he said.")]
    [InlineData("a summit.On Thursday he spoke", "a summit.|On Thursday he spoke")]
    public void sentences_end_where_another_may_begin(string text, string expected)
    {
        using var tokenized = TokenizedText.Of(text, null, [new TextSpan(0, text.Length)]);
        var sentences = new List<string>();
        foreach (var sentence in tokenized.Sentences)
            sentences.Add(text[tokenized.Tokens[sentence.First].Start..tokenized.Tokens[sentence.End - 1].End]);
        Assert.Equal(expected, string.Join('|', sentences));
    }

    [Theory]
    [InlineData("said", WordClass.ReportingVerb | WordClass.VerbPast)]
    [InlineData("Spokeswoman", WordClass.PersonNoun | WordClass.Title)]
    [InlineData("report", WordClass.ReportingVerb | WordClass.DocumentNoun | WordClass.Noun | WordClass.VerbBase)]
    [InlineData("didn’t", WordClass.Negation | WordClass.Do)]
    public void a_word_has_every_class_whose_list_has_it(string word, object classes)
    {
        Assert.True(Lexicon.TryFind(word, out var entry));
        Assert.Equal((WordClass)classes, entry.Classes & (WordClass)classes);
    }

    [Theory]
    [InlineData("Vladimir", NameClass.Male)]
    [InlineData("GERMAN", NameClass.Nationality)]
    [InlineData("minister", NameClass.Role)]
    [InlineData("Sen.", NameClass.Office)]
    [InlineData("and", NameClass.None)]
    public void a_token_carries_what_the_lists_of_names_say_of_it(string word, object classes)
    {
        var text = word + " Smith";
        using var tokenized = TokenizedText.Of(text, null, [new TextSpan(0, text.Length)]);
        var found = NameLexicon.Of(tokenized.Tokens[0]);
        Assert.Equal((NameClass)classes, (NameClass)classes == NameClass.None ? found : found & (NameClass)classes);
    }

    [Theory]
    [InlineData("Dollar, and the rest", 6)]
    [InlineData("3M, and all the rest of it", 2)]
    [InlineData("self-made and the rest", 4)]
    [InlineData("café and all of the rest", 3)]
    [InlineData("extraordinarily, and then", 15)]
    public void a_word_read_from_a_text_has_the_key_that_it_has_by_itself(string text, int letters)
    {
        var key = WordKey.ReadWithDigits(text, 0, text.Length, out var length);
        Assert.True(WordKey.TryOf(text.AsSpan(0, letters), out var alone));
        Assert.Equal((alone, letters), (key, length));
    }
}
