using System.Globalization;
using Ingest.Storage.Counting;
using Ingest.Storage.Keys;

namespace Ingest.Storage.Catalogue;

/// <summary>Which counted table.</summary>
enum PlaceKind
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>A speaker.</summary>
    Speaker,
}

/// <summary>Where an article has markers.</summary>
/// <param name="Subject">The key of the day or speaker.</param>
/// <param name="Date">The article's day: part of the marker's key with a speaker.</param>
/// <param name="Parts">Markers: one, and more where one transaction would not hold it.</param>
sealed record Place(PlaceKind Kind, string Subject, DateOnly Date, int Parts)
{
    const int PartLength = 4;
    const int DateLength = 7;

    /// <summary>What tells places apart: all but the number of markers.</summary>
    public (PlaceKind, string, DateOnly) Key => (Kind, Subject, Date);

    /// <summary>The key of one of the article's markers here.</summary>
    public string MarkerKey(string articleId, int part)
    {
        var number = part.ToString("D4", CultureInfo.InvariantCulture);
        return Kind == PlaceKind.Day
            ? $"{Days.All.Marker}{Subject}{TableKey.Separator}{articleId}{TableKey.Separator}{number}"
            : $"{Speakers.All.Marker}{Subject}{TableKey.Separator}{TableKey.Newest(Date)}{articleId}{TableKey.Separator}{number}";
    }

    /// <summary>The place and the article of a marker, by its key; the parts up to that marker.</summary>
    public static (Place Place, string ArticleId) OfMarker(PlaceKind kind, string rowKey)
    {
        var subject = SubjectRow.SubjectOf(rowKey);
        var rest = SubjectRow.RestOf(rowKey);
        var parts = 1 + int.Parse(rest[^PartLength..], NumberStyles.None, CultureInfo.InvariantCulture);
        var article = rest[..^(PartLength + 1)];
        return kind == PlaceKind.Day
            ? (new(kind, subject, TableKey.DayOf(subject), parts), article.ToString())
            : (new(kind, subject, TableKey.DayOf(article[..DateLength]), parts), article[DateLength..].ToString());
    }
}
