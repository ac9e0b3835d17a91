using Ingest.Text.Quotes;
using Ingest.Text.Quotes.Learning;

namespace Ingest.Trainer;

/// <summary>From annotated articles to weights.</summary>
sealed class Training
{
    public const int TableSize = 1 << 18;
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

    // All chosen by cross-validation.
    const int FilterEpochs = 4;
    const int ContentEpochs = 6;
    const int SourceEpochs = 8;
    const int FloatEpochs = 20;
    const int Cuts = 3;

    /// <summary>Weights from all articles.</summary>
    public Weights Train() => Train(_ => true, out _);

    /// <summary>Weights from the articles that are <paramref name="used"/>, by their place in the list.</summary>
    /// <param name="loss">How far the others surprise them.</param>
    public Weights Train(Func<int, bool> used, out Loss loss)
    {
        var chosen = articles.Where((_, i) => used(i)).ToList();
        var learner = new Learner(TableSize);
        var cues = chosen.SelectMany(a => a.Cues).ToList();
        learner.TrainFilter(cues, FilterEpochs);
        learner.TrainContents([.. cues.Where(c => c.Features.Length > 0)], ContentEpochs);
        loss = articles.Where((_, i) => !used(i)).SelectMany(a => a.Cues).Where(c => c.Features.Length > 0).Aggregate(default(Loss), (sum, cue) => sum + learner.Loss(cue));
        var sources = new List<SourceSample>();
        foreach (var (builder, ofArticle) in chosen)
            // Folds are learned from side by side, and a builder is one.
            lock (builder) sources.AddRange(ofArticle.Where(c => c.Positive && c.GoldOverlap >= 0.5).Select(builder.Source).OfType<SourceSample>());
        learner.TrainSources(sources, SourceEpochs);
        learner.TrainFloats(Floats(used), FloatEpochs);
        return learner.Quantised();
    }

    // What is left over by weights that have not seen the article: each half is read with what was learned from the other, and they are cut in halves
    // in several ways, since so little is left over.
    List<(int[] Features, bool Positive)> Floats(Func<int, bool> used)
    {
        var samples = new List<(int[], bool)>();
        var chosen = articles.Where((article, i) => used(i) && article.Builder.TellsOfFloating).ToList();
        for (var turn = 0; turn < 2 * Cuts; turn++)
        {
            var (cut, half) = (turn / 2, turn % 2);
            bool Held(int article) => (article >> cut & 1) == half;
            var learner = new Learner(TableSize);
            var cues = chosen.Where((_, i) => !Held(i)).SelectMany(a => a.Cues).ToList();
            learner.TrainFilter(cues, FilterEpochs / 2);
            learner.TrainContents([.. cues.Where(c => c.Features.Length > 0)], ContentEpochs / 2 + 1);
            var finder = new QuoteFinder(learner.Quantised());
            for (var i = 0; i < chosen.Count; i++)
            {
                if (!Held(i)) continue;
                var builder = chosen[i].Builder;
                lock (builder) builder.AddFloats(finder, samples);
            }
        }
        return samples;
    }
}
