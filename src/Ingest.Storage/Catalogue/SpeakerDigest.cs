using Ingest.Storage.Counting;
using Ingest.Storage.Reading;
using Ingest.Text.Articles;

namespace Ingest.Storage.Catalogue;

/// <summary>What a speaker's counters come to, as the head row shows it. Lists are cut at their bounds; the counters hold all.</summary>
/// <param name="Names">Most articles first, at most <see cref="MostNames"/>.</param>
/// <param name="Roles">Each once however it is written, latest first, at most <see cref="MostRoles"/>.</param>
/// <param name="Days">Newest first, three numbers a day: days before the one ahead of it (the first: the day's number), quotes, articles; at most <see cref="MostDays"/> days.</param>
sealed record SpeakerDigest(
    string Name,
    SpeakerKind Kind,
    IReadOnlyList<string> Names,
    IReadOnlyList<RoleSeen> Roles,
    int Quotes,
    int Articles,
    DateOnly First,
    DateOnly Last,
    TypeCounts Types,
    IReadOnlyList<int> Days,
    IReadOnlyList<SourceCount> Sources,
    IReadOnlyList<SpeakerCount> With)
{
    public const int MostNames = 20;
    public const int MostRoles = 50;
    public const int MostDays = 12_000;
    public const int MostOthers = 50;

    public static SpeakerDigest Of(Tally tally)
    {
        var (total, types, sources, with) = (default(Count), new int[3], new List<SourceCount>(), new Ranking());
        var (names, kinds, days) = (new List<(string Name, Count Count)>(), new Dictionary<SpeakerKind, int>(), new List<SpeakerDay>());
        var roles = new RoleSpellings();
        foreach (var (key, count) in tally.All)
        {
            switch (key.Kind)
            {
                case CounterKind.Total: total = count; break;
                case CounterKind.Type: types[(int)Counters.TypeOf(key)] = count.Quotes; break;
                case CounterKind.Source: sources.Add(new(key.A, count.Articles, count.Quotes)); break;
                case CounterKind.With: with.Add(key.A, key.B, count); break;
                case CounterKind.Name: names.Add((key.A, count)); break;
                case CounterKind.Kind: kinds[Counters.KindOf(key)] = count.Articles; break;
                case CounterKind.Day: days.Add(new(Counters.DayOf(key.A), count.Quotes, count.Articles)); break;
                case CounterKind.Role: roles.Add(key.A, Counters.DayOf(key.B), count.Articles); break;
            }
        }

        names.Sort(static (a, b) => Ranking.Precedes(a.Name, a.Count, b.Name, b.Count) ? -1 : a.Name == b.Name ? 0 : 1);
        days.Sort(static (a, b) => b.Date.CompareTo(a.Date));
        return new(
            names.Count > 0 ? names[0].Name : "",
            kinds.Count == 0 ? SpeakerKind.Person : kinds.MinBy(kind => (-kind.Value, kind.Key)).Key,
            [.. names.Take(MostNames).Select(name => name.Name)],
            [.. roles.Seen.OrderByDescending(role => role.Last).ThenByDescending(role => role.Articles).ThenBy(role => role.Role, StringComparer.Ordinal).Take(MostRoles)],
            total.Quotes,
            total.Articles,
            days.Count > 0 ? days[^1].Date : default,
            days.Count > 0 ? days[0].Date : default,
            new(types[(int)QuoteType.Direct], types[(int)QuoteType.Mixed], types[(int)QuoteType.Indirect]),
            PackDays(days),
            Ranking.Sources(sources, MostOthers),
            with.ByArticles(MostOthers));
    }

    public IReadOnlyList<SpeakerDay> UnpackDays()
    {
        var (days, date) = (new List<SpeakerDay>(Days.Count / 3), 0);
        for (var i = 0; i + 2 < Days.Count; i += 3)
        {
            date = i == 0 ? Days[i] : date - Days[i];
            days.Add(new(DateOnly.FromDayNumber(date), Days[i + 1], Days[i + 2]));
        }

        return days;
    }

    static List<int> PackDays(List<SpeakerDay> days)
    {
        var packed = new List<int>(3 * Math.Min(days.Count, MostDays));
        for (var i = 0; i < days.Count && i < MostDays; i++)
        {
            packed.Add(i == 0 ? days[i].Date.DayNumber : days[i - 1].Date.DayNumber - days[i].Date.DayNumber);
            packed.Add(days[i].Quotes);
            packed.Add(days[i].Articles);
        }

        return packed;
    }
}
