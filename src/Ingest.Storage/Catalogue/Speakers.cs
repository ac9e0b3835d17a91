using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;
using Ingest.Storage.Counting;
using Ingest.Storage.Keys;
using Ingest.Storage.Reading;
using Ingest.Text.Articles;

namespace Ingest.Storage.Catalogue;

/// <summary>The speakers, by slug. Their head rows are a list by name; further rows list them by each further word of the name, and by number of quotes.</summary>
sealed class Speakers() : Subjects<SpeakerDigest>(partitions: 16, marker: "q")
{
    /// <summary>How the keys of rows by a further word of the name start; then the slug from that word on.</summary>
    public const string Word = "w";

    /// <summary>How the keys of rows by number of quotes start, most first.</summary>
    public const string Rank = "r";

    // A name of more words is not found by the rest of them.
    const int MostWords = 8;

    const string Slug = "Slug";

    /// <summary>The columns that lists show.</summary>
    public static readonly string[] Columns =
    [
        "PartitionKey", "RowKey", Slug, nameof(SpeakerEntry.Name), nameof(SpeakerEntry.Role), nameof(SpeakerEntry.Kind), nameof(SpeakerEntry.Quotes), nameof(SpeakerEntry.Articles),
        nameof(SpeakerEntry.First), nameof(SpeakerEntry.Last),
    ];

    /// <summary>The one of them.</summary>
    public static Speakers All { get; } = new();

    public override JsonTypeInfo<SpeakerDigest> Type => StorageJson.Rows.SpeakerDigest;

    public override SpeakerDigest Digest(Tally tally) => SpeakerDigest.Of(tally);

    public override int Quotes(SpeakerDigest digest) => digest.Quotes;

    public override string NameOf(string subject) => subject;

    public override void Show(TableEntity row, string subject, SpeakerDigest digest)
    {
        row[Slug] = subject;
        row[nameof(digest.Name)] = digest.Name;
        row[nameof(digest.Kind)] = digest.Kind.ToString();
        row[nameof(digest.Quotes)] = digest.Quotes;
        row[nameof(digest.Articles)] = digest.Articles;
        if (digest.Roles.Count > 0) row[nameof(SpeakerEntry.Role)] = digest.Roles[0].Role;
        if (digest.Articles == 0) return;
        row[nameof(digest.First)] = TableKey.Day(digest.First);
        row[nameof(digest.Last)] = TableKey.Day(digest.Last);
    }

    public override IEnumerable<string> ListedAt(string subject, int quotes)
    {
        if (quotes == 0) yield break;
        yield return RankKey(subject, quotes);
        var at = 0;
        for (var words = 1; words < MostWords && (at = subject.IndexOf('-', at)) >= 0; words++)
        {
            at++;
            if (at < subject.Length) yield return $"{Word}{subject[at..]}{TableKey.Separator}{subject}";
        }
    }

    // The place by number of quotes changes; those by words do not.
    public override int MostListed(string subject) => 1 + ListedAt(subject, 1).Count();

    /// <summary>The key of a speaker of so many quotes in the list by their number.</summary>
    public static string RankKey(string slug, int quotes) => $"{Rank}{TableKey.Most(quotes)}{TableKey.Separator}{slug}";

    /// <summary>Whose row of a further list it is; null where it is a row of another kind.</summary>
    public static string? ListedIn(TableEntity row) => row.RowKey[0] is 'w' or 'r' ? row.GetString(Slug) : null;

    /// <summary>A line of a list.</summary>
    public static SpeakerEntry ToEntry(TableEntity row) => new(
        row.GetString(Slug) ?? "", row.GetString(nameof(SpeakerEntry.Name)) ?? "", row.GetString(nameof(SpeakerEntry.Role)),
        row.GetString(nameof(SpeakerEntry.Kind)) == nameof(SpeakerKind.Organisation) ? SpeakerKind.Organisation : SpeakerKind.Person,
        row.GetInt32(nameof(SpeakerEntry.Quotes)) ?? 0, row.GetInt32(nameof(SpeakerEntry.Articles)) ?? 0,
        row.GetString(nameof(SpeakerEntry.First)) is { } first ? Counters.DayOf(first) : default,
        row.GetString(nameof(SpeakerEntry.Last)) is { } last ? Counters.DayOf(last) : default);
}
