namespace Ingest.Storage.Verification;

/// <summary>For each article a checksum of what was found of it and not yet accounted for.</summary>
sealed class ArticleSums
{
    readonly Dictionary<string, ulong> sums = [];
    readonly HashSet<string> exempt = [];

    /// <summary>Articles with something that nobody accounted for, or that is missing.</summary>
    public IEnumerable<string> Remaining => sums.Where(sum => sum.Value != 0 && !exempt.Contains(sum.Key)).Select(sum => sum.Key).Order(StringComparer.Ordinal).ToList();

    /// <summary>Something was found.</summary>
    public void Add(string article, ulong hash) => sums[article] = unchecked(sums.GetValueOrDefault(article) + hash);

    /// <summary>Something is accounted for.</summary>
    public void Subtract(string article, ulong hash) => sums[article] = unchecked(sums.GetValueOrDefault(article) - hash);

    /// <summary>Accounts for all of an article; whether it was just that.</summary>
    public bool Take(string article, IEnumerable<ulong> expected)
    {
        foreach (var hash in expected) Subtract(article, hash);
        return !sums.Remove(article, out var rest) || rest == 0;
    }

    /// <summary>An article is told of already.</summary>
    public void Forget(string article) => sums.Remove(article);

    /// <summary>An article is told of already, whatever is found of it from here on.</summary>
    public void Exempt(string article) => exempt.Add(article);
}
