using Ingest.Text.Quotes;
using Ingest.Text.Quotes.Learning;

namespace Ingest.Trainer;

/// <summary>From annotated articles to weights.</summary>
sealed class Training
{
    public const int TableSize = 1 << 19;
    readonly List<(SampleBuilder Builder, List<CueSample> Cues)> articles = [];

    public Training(List<AnnotatedArticle> annotated)
    {
        foreach (var article in annotated)
        {
            var builder = new SampleBuilder(article, TableSize - 1);
            articles.Add((builder, builder.Cues()));
        }
        // Only words that the filter lets pass have their contents listed; a little more generously than when running.
        var filter = new Learner(TableSize);
        filter.TrainFilter([.. articles.SelectMany(a => a.Cues)], 2);
        foreach (var (builder, cues) in articles)
            foreach (var cue in cues)
                if (cue.Positive || filter.FilterScore(cue) > ProposalSearch.FilterThreshold - 1) builder.Expand(cue);
    }

    /// <summary>Counts for a look at the data.</summary>
    public string Describe()
    {
        var cues = articles.SelectMany(a => a.Cues).ToList();
        var positive = cues.Where(c => c.Positive).ToList();
        return $"{cues.Count} words may be cues, {cues.Count(c => c.Features.Length > 0)} pass; {positive.Count} are, {cues.Count(c => c.Ignored)} ignored, {articles.Sum(a => a.Builder.Missed)} have no candidate; "
            + $"of their contents {positive.Count(c => c.GoldOverlap >= 0.9)} can be found strictly, {positive.Count(c => c.GoldOverlap >= 0.5)} softly";
    }

    /// <summary>Weights from the articles that are <paramref name="used"/>.</summary>
    public Weights Train(Func<int, bool> used, int epochs)
    {
        var chosen = articles.Where((_, i) => used(i)).ToList();
        var learner = new Learner(TableSize);
        var cues = chosen.SelectMany(a => a.Cues).ToList();
        learner.TrainFilter(cues, 4);
        learner.TrainContents([.. cues.Where(c => c.Features.Length > 0)], epochs);
        var sources = chosen.SelectMany(a => a.Cues.Where(c => c.Positive && c.GoldOverlap >= 0.5).Select(a.Builder.Source)).OfType<SourceSample>().ToList();
        learner.TrainSources(sources, epochs);
        learner.TrainFloats(Floats(used, epochs), 20);
        return learner.Quantised();
    }

    // What is left over by weights that have not seen the article: each half is read with what was learned from the other.
    List<(int[] Features, bool Positive)> Floats(Func<int, bool> used, int epochs)
    {
        var samples = new List<(int[], bool)>();
        var chosen = articles.Where((_, i) => used(i)).ToList();
        for (var half = 0; half < 2; half++)
        {
            var learner = new Learner(TableSize);
            var cues = chosen.Where((_, i) => i % 2 != half).SelectMany(a => a.Cues).ToList();
            learner.TrainFilter(cues, 2);
            learner.TrainContents([.. cues.Where(c => c.Features.Length > 0)], epochs / 2);
            var finder = new QuoteFinder(learner.Quantised());
            for (var i = half; i < chosen.Count; i += 2) chosen[i].Builder.AddFloats(finder, samples);
        }
        return samples;
    }
}
