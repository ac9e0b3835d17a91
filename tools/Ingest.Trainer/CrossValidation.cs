using Ingest.Text.Quotes;

namespace Ingest.Trainer;

/// <summary>Reads every article by weights that were learned without it: a fifth of the articles by what was learned from the others, five times over.</summary>
sealed class CrossValidation(List<AnnotatedArticle> articles)
{
    const int Folds = 5;

    readonly Training training = new(articles);

    /// <summary>As <see cref="Training.Describe"/>.</summary>
    public string Describe() => training.Describe();

    /// <summary>The attributions found in each article, in the articles' order, at each of these cautions (<see cref="QuoteFinder.Caution"/>).</summary>
    /// <param name="loss">How far the held articles' annotation surprises the weights.</param>
    public IReadOnlyDictionary<float, List<Attribution>[]> Run(IReadOnlyList<float> cautions, out Loss loss)
    {
        var found = cautions.ToDictionary(caution => caution, _ => new List<Attribution>[articles.Count]);
        var losses = new Loss[Folds];
        Parallel.For(0, Folds, fold =>
        {
            bool Held(int article) => article % Folds == fold;
            var weights = training.Train(article => !Held(article), out losses[fold]);
            foreach (var caution in cautions)
            {
                var finder = new QuoteFinder(weights, caution);
                for (var i = fold; i < articles.Count; i += Folds) found[caution][i] = finder.Find(articles[i].Text);
            }
        });
        loss = losses.Aggregate((a, b) => a + b);
        return found;
    }
}
