using Ingest.Text.Speakers;
using Ingest.Text.Tokens;

namespace Ingest.Text.Tests.Tokens;

public sealed class LexiconTests
{
    [Theory]
    [InlineData("said", WordClass.ReportingVerb | WordClass.VerbPast)]
    [InlineData("Spokeswoman", WordClass.PersonNoun | WordClass.Title)]
    [InlineData("report", WordClass.ReportingVerb | WordClass.DocumentNoun | WordClass.Noun | WordClass.VerbBase)]
    [InlineData("didn’t", WordClass.Negation | WordClass.Do)]
    public void A_word_has_every_class_whose_list_has_it(string word, object classes)
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
    public void A_token_carries_what_the_lists_of_names_say_of_it(string word, object classes)
    {
        var text = word + " Smith";
        using var tokenized = TokenizedText.Of(text, null, [new TextSpan(0, text.Length)]);
        var found = NameLexicon.Of(tokenized.Tokens[0]);
        Assert.Equal((NameClass)classes, (NameClass)classes == NameClass.None ? found : found & (NameClass)classes);
    }

    [Theory]
    [InlineData("harrumphed", PartOfSpeech.VerbParticiple, WordClass.VerbPast)]
    [InlineData("kvetching", PartOfSpeech.VerbGerund, WordClass.Noun)]
    [InlineData("grumpily", PartOfSpeech.Adverb, WordClass.None)]
    [InlineData("harrumphs", PartOfSpeech.Plural, WordClass.VerbPresent)]
    [InlineData("grumpiness", PartOfSpeech.Noun, WordClass.Noun)]
    [InlineData("gripable", PartOfSpeech.Adjective, WordClass.Adjective)]
    [InlineData("kvetchize", PartOfSpeech.VerbBase, WordClass.VerbBase)]
    [InlineData("kvetch", PartOfSpeech.Noun, WordClass.Noun)]
    public void A_word_on_no_list_is_what_its_ending_says(string word, object part, object classes)
    {
        using var tokenized = TokenizedText.Of(word, null, [new TextSpan(0, word.Length)]);
        var token = tokenized.Tokens[0];
        Assert.Equal(((PartOfSpeech)part, (WordClass)classes), (token.Part, token.Classes & (WordClass)classes));
    }
}
