using Ingest.Text.Quotes;

namespace Ingest.Text.Tests.Quotes;

public sealed class SearchBudgetTests
{
    [Fact]
    public void Every_cue_of_a_sentence_that_somebody_wrote_is_searched()
    {
        var budget = new SearchBudget();
        Assert.All(Enumerable.Range(0, 20), i => Assert.True(budget.Take(Cue(sentence: 0, index: 3 * i))));
        Assert.All(Enumerable.Range(0, 20), i => Assert.True(budget.Take(Cue(sentence: 1, index: 3 * i))));
    }

    [Fact]
    public void In_a_sentence_without_end_one_word_in_forty_is_searched()
    {
        var budget = new SearchBudget();
        var searched = Enumerable.Range(0, 100_000).Count(i => budget.Take(Cue(sentence: 0, index: i)));
        Assert.InRange(searched, 100_000 / SearchBudget.WordsPerSearch, 100_000 / SearchBudget.WordsPerSearch + SearchBudget.PerSentence);
    }

    static CueCandidate Cue(int sentence, int index) => new(index, First: 0, End: 100_000, sentence, ParagraphFirst: 0, Lemma: 0, Code: 0, Quoted: true);
}
