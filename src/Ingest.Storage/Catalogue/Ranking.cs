using Ingest.Storage.Counting;
using Ingest.Storage.Reading;

namespace Ingest.Storage.Catalogue;

/// <summary>Speakers with their counts, one for each slug: the name shown is the one that most articles write, then the longest, then the first by its characters.</summary>
sealed class Ranking
{
    readonly Dictionary<string, (string Name, Count OfName, Count Sum)> speakers = [];

    /// <summary>Distinct speakers.</summary>
    public int Size => speakers.Count;

    public void Add(string slug, string name, Count count)
    {
        if (!speakers.TryGetValue(slug, out var seen)) speakers.Add(slug, (name, count, count));
        else speakers[slug] = Precedes(name, count, seen.Name, seen.OfName) ? (name, count, seen.Sum + count) : (seen.Name, seen.OfName, seen.Sum + count);
    }

    /// <summary>Most quoted first, then by name.</summary>
    public IReadOnlyList<SpeakerCount> ByQuotes(int most) => Best(most, static (a, b) => Order(b.Quotes - a.Quotes, a, b));

    /// <summary>In most articles first, then most quoted, then by name.</summary>
    public IReadOnlyList<SpeakerCount> ByArticles(int most) => Best(most, static (a, b) =>
        Order(b.Articles != a.Articles ? b.Articles - a.Articles : b.Quotes - a.Quotes, a, b));

    /// <summary>Most articles first, then most quotes, then by name.</summary>
    public static IReadOnlyList<SourceCount> Sources(List<SourceCount> sources, int most)
    {
        sources.Sort(static (a, b) => b.Articles != a.Articles ? b.Articles - a.Articles : b.Quotes != a.Quotes ? b.Quotes - a.Quotes : string.CompareOrdinal(a.Source, b.Source));
        return sources.Count > most ? sources[..most] : sources;
    }

    /// <summary>Whether a name is to be shown before another one of the same person.</summary>
    public static bool Precedes(string name, Count count, string other, Count ofOther) =>
        count.Articles != ofOther.Articles ? count.Articles > ofOther.Articles
        : name.Length != other.Length ? name.Length > other.Length
        : string.CompareOrdinal(name, other) < 0;

    List<SpeakerCount> Best(int most, Comparison<SpeakerCount> order)
    {
        // Of many thousands a hundred are wanted, and this is done in every transaction: only what beats the last of them is put in its place.
        var best = new List<SpeakerCount>(most + 1);
        var comparer = Comparer<SpeakerCount>.Create(order);
        foreach (var (slug, (name, _, sum)) in speakers)
        {
            var candidate = new SpeakerCount(slug, name, sum.Quotes, sum.Articles);
            if (best.Count == most && order(candidate, best[^1]) >= 0) continue;
            best.Insert(~best.BinarySearch(candidate, comparer), candidate);
            if (best.Count > most) best.RemoveAt(most);
        }

        return best;
    }

    static int Order(int byCount, SpeakerCount a, SpeakerCount b)
    {
        if (byCount != 0) return byCount;
        var byName = string.CompareOrdinal(a.Name, b.Name);
        return byName != 0 ? byName : string.CompareOrdinal(a.Slug, b.Slug);
    }
}
