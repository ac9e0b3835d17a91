using Ingest.Text.Articles;

namespace Ingest.Storage.Reading;

/// <summary>A speaker as a line of a list shows it. Counts are those of the range that was asked for.</summary>
public sealed record SpeakerEntry(
    string Slug, string Name, string? Role, SpeakerKind Kind, int Quotes, int Articles, DateOnly First, DateOnly Last);

/// <summary>A role that articles gave a speaker, and when.</summary>
public sealed record RoleSeen(string Role, DateOnly First, DateOnly Last, int Articles);

/// <summary>What a speaker said on one day.</summary>
public sealed record SpeakerDay(DateOnly Date, int Quotes, int Articles);

/// <summary>Quotes by type.</summary>
public sealed record TypeCounts(int Direct, int Mixed, int Indirect);

/// <summary>A person's or organisation's summary.</summary>
/// <param name="Names">Every way in which articles wrote the fullest name, most often first.</param>
/// <param name="Roles">Latest first.</param>
/// <param name="Days">Newest first.</param>
/// <param name="With">Who is quoted in the same articles, most often first; <see cref="SpeakerCount.Articles"/> counts those.</param>
/// <param name="Latest">The quotes, newest first; its token goes on in <c>quotes?speaker=</c>.</param>
public sealed record SpeakerSummary(
    string Slug,
    string Name,
    SpeakerKind Kind,
    IReadOnlyList<string> Names,
    IReadOnlyList<RoleSeen> Roles,
    int Quotes,
    int Articles,
    DateOnly First,
    DateOnly Last,
    TypeCounts Types,
    IReadOnlyList<SpeakerDay> Days,
    IReadOnlyList<SourceCount> Sources,
    IReadOnlyList<SpeakerCount> With,
    Page<StoredQuote> Latest);

/// <summary>Which speakers are wanted, and in what order.</summary>
/// <param name="Prefix">Start of a word of the name, any case, with or without diacritics; null for all.</param>
/// <param name="From">First day counted; null for no bound.</param>
/// <param name="To">Last day counted; null for no bound.</param>
/// <param name="ByQuotes">Most quoted first; otherwise by name.</param>
public sealed record SpeakerQuery(string? Prefix = null, DateOnly? From = null, DateOnly? To = null, bool ByQuotes = false);
