using Ingest.Storage.Counting;
using Ingest.Storage.Reading;
using Ingest.Text.Articles;

namespace Ingest.Storage.Catalogue;

/// <summary>What a day's counters come to, as its head row shows it.</summary>
/// <param name="Sources">Most articles first, at most <see cref="Most"/>.</param>
/// <param name="Top">Most quoted first, then by name, at most <see cref="Most"/>.</param>
sealed record DayDigest(
    int Articles, int Quotes, int Speakers, int Direct, int Mixed, int Indirect, IReadOnlyList<SourceCount> Sources, IReadOnlyList<SpeakerCount> Top)
{
    public const int Most = 100;

    public DayTotals Totals(DateOnly date) => new(date, Articles, Quotes, Speakers, Direct, Mixed, Indirect);

    public static DayDigest Of(Tally tally)
    {
        var (total, types, sources, speakers) = (default(Count), new int[3], new List<SourceCount>(), new Ranking());
        foreach (var (key, count) in tally.All)
        {
            switch (key.Kind)
            {
                case CounterKind.Total: total = count; break;
                case CounterKind.Type: types[(int)Counters.TypeOf(key)] = count.Quotes; break;
                case CounterKind.Source: sources.Add(new(key.A, count.Articles, count.Quotes)); break;
                case CounterKind.Speaker: speakers.Add(key.A, key.B, count); break;
            }
        }

        return new(
            total.Articles, total.Quotes, speakers.Size, types[(int)QuoteType.Direct], types[(int)QuoteType.Mixed], types[(int)QuoteType.Indirect],
            Ranking.Sources(sources, Most), speakers.ByQuotes(Most));
    }
}
