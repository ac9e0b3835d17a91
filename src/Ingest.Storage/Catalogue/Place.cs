using System.Globalization;
using Ingest.Storage.Keys;

namespace Ingest.Storage.Catalogue;

/// <summary>Which counted table.</summary>
enum PlaceKind
{
    /// <summary>A day's partition.</summary>
    Day,

    /// <summary>A speaker's partition.</summary>
    Speaker,
}

/// <summary>Where an article has markers.</summary>
/// <param name="Partition">The partition's key.</param>
/// <param name="Date">The article's day: part of the marker's key in a speaker's partition.</param>
/// <param name="Parts">Markers: one, and more where one transaction would not hold it.</param>
sealed record Place(PlaceKind Kind, string Partition, DateOnly Date, int Parts)
{
    /// <summary>What tells places apart: all but the number of markers.</summary>
    public (PlaceKind, string, DateOnly) Key => (Kind, Partition, Date);

    /// <summary>The key of one of the article's markers here.</summary>
    public string MarkerKey(string articleId, int part) => string.Concat(
        Kind == PlaceKind.Day ? MarkerKeys.Card : MarkerKeys.Quotes + TableKey.Newest(Date), articleId, $"{TableKey.Separator}", part.ToString("D4", CultureInfo.InvariantCulture));
}

/// <summary>How markers' keys start.</summary>
static class MarkerKeys
{
    /// <summary>In a day: the article's card and quotes; then the article's id.</summary>
    public const string Card = "c";

    /// <summary>In a speaker: the speaker's quotes in an article; then the day, newest first, and the article's id.</summary>
    public const string Quotes = "q";

    /// <summary>Whether it is the first or only marker of an article in its place.</summary>
    public static bool IsFirst(string rowKey) => rowKey.EndsWith("!0000", StringComparison.Ordinal);
}
