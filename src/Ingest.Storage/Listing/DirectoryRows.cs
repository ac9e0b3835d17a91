using Azure.Data.Tables;
using Ingest.Storage.Catalogue;
using Ingest.Storage.Keys;
using Ingest.Storage.Partitions;
using Ingest.Storage.Reading;
using Ingest.Text.Articles;

namespace Ingest.Storage.Listing;

/// <summary>
/// Rows of the directory: every day, and every speaker by name, by each further word of the name, and by number of quotes. A day's and a speaker's
/// first row is the guard of the others: it holds the sequence of the head row that they were made from, and changes only with them.
/// </summary>
static class DirectoryRows
{
    /// <summary>The one partition.</summary>
    public const string Partition = "directory";

    /// <summary>Days, newest first.</summary>
    public const string Day = "d";

    /// <summary>Speakers by name: the slug.</summary>
    public const string Name = "n";

    /// <summary>Speakers by a further word of the name: the slug from that word on.</summary>
    public const string Word = "w";

    /// <summary>Speakers by number of quotes, most first.</summary>
    public const string Rank = "q";

    public const string Sequence = "Sequence";

    // A name of more words is not found by the rest of them.
    const int MostWords = 8;

    public static string DayKey(DateOnly date) => Day + TableKey.Newest(date);

    public static string NameKey(string slug) => $"{Name}{slug}{TableKey.Separator}";

    public static string RankKey(string slug, int quotes) => $"{Rank}{TableKey.Most(quotes)}{TableKey.Separator}{slug}";

    /// <summary>The keys by the words of the name after the first.</summary>
    public static IEnumerable<string> WordKeys(string slug)
    {
        var at = 0;
        for (var words = 1; words < MostWords && (at = slug.IndexOf('-', at)) >= 0; words++)
        {
            at++;
            if (at < slug.Length) yield return $"{Word}{slug[at..]}{TableKey.Separator}{slug}";
        }
    }

    public static TableEntity OfDay(Snapshot<DayDigest> day)
    {
        var digest = day.Digest;
        return new(Partition, Day + TableKey.Newest(Counters.DayOf(day.Partition)))
        {
            [Sequence] = day.Sequence,
            ["Date"] = day.Partition,
            [nameof(digest.Articles)] = digest.Articles,
            [nameof(digest.Quotes)] = digest.Quotes,
            [nameof(digest.Speakers)] = digest.Speakers,
            [nameof(digest.Direct)] = digest.Direct,
            [nameof(digest.Mixed)] = digest.Mixed,
            [nameof(digest.Indirect)] = digest.Indirect,
        };
    }

    public static DayTotals ToDay(TableEntity row) => new(
        TableKey.DayOf(row.RowKey.AsSpan(Day.Length)), Int(row, nameof(DayTotals.Articles)), Int(row, nameof(DayTotals.Quotes)), Int(row, nameof(DayTotals.Speakers)),
        Int(row, nameof(DayTotals.Direct)), Int(row, nameof(DayTotals.Mixed)), Int(row, nameof(DayTotals.Indirect)));

    public static TableEntity OfSpeaker(string rowKey, Snapshot<SpeakerDigest> speaker)
    {
        var digest = speaker.Digest;
        var row = new TableEntity(Partition, rowKey)
        {
            [Sequence] = speaker.Sequence,
            ["Slug"] = speaker.Partition,
            [nameof(digest.Name)] = digest.Name,
            [nameof(digest.Kind)] = digest.Kind.ToString(),
            [nameof(digest.Quotes)] = digest.Quotes,
            [nameof(digest.Articles)] = digest.Articles,
        };
        if (digest.Roles.Count > 0) row["Role"] = digest.Roles[0].Role;
        if (digest.Articles == 0) return row;
        row[nameof(digest.First)] = TableKey.Day(digest.First);
        row[nameof(digest.Last)] = TableKey.Day(digest.Last);
        return row;
    }

    public static SpeakerEntry ToSpeaker(TableEntity row) => new(
        row.GetString("Slug") ?? "", row.GetString(nameof(SpeakerEntry.Name)) ?? "", row.GetString(nameof(SpeakerEntry.Role)),
        row.GetString(nameof(SpeakerEntry.Kind)) == nameof(SpeakerKind.Organisation) ? SpeakerKind.Organisation : SpeakerKind.Person,
        Int(row, nameof(SpeakerEntry.Quotes)), Int(row, nameof(SpeakerEntry.Articles)),
        row.GetString(nameof(SpeakerEntry.First)) is { } first ? Counters.DayOf(first) : default,
        row.GetString(nameof(SpeakerEntry.Last)) is { } last ? Counters.DayOf(last) : default);

    public static int Int(TableEntity row, string name) => row.GetInt32(name) ?? 0;
}
