using Ingest.Storage.Reading;

namespace Ingest.Storage.Catalogue;

/// <summary>
/// A speaker's roles with how they are written: those that differ only in letter case, the form of an apostrophe or blanks
/// (<c>transport minister</c>, <c>Transport Minister</c>) are one.
/// </summary>
sealed class RoleSpellings
{
    readonly Dictionary<string, List<RoleSeen>> roles = [];

    /// <summary>The same text for all ways to write a role.</summary>
    public static string Fold(string role) => string.Create(role.Length, role, static (folded, role) =>
    {
        for (var i = 0; i < role.Length; i++)
        {
            folded[i] = role[i] switch
            {
                '’' or '‘' or 'ʼ' or '`' or '´' => '\'',
                '\u00A0' or '\u202F' => ' ',
                var c => char.ToLowerInvariant(c),
            };
        }
    });

    /// <summary>Counts a role as written on a day.</summary>
    public void Add(string role, DateOnly day, int articles)
    {
        var key = Fold(role);
        if (!roles.TryGetValue(key, out var spellings)) roles[key] = spellings = [];
        var at = spellings.FindIndex(spelling => spelling.Role == role);
        if (at < 0) spellings.Add(new(role, day, day, articles));
        else spellings[at] = Joined(spellings[at], new(role, day, day, articles));
    }

    /// <summary>Each role once, written as in most articles, or of those as it was written first; in no order.</summary>
    public IEnumerable<RoleSeen> Seen => roles.Values.Select(spellings => spellings
        .OrderByDescending(spelling => spelling.Articles).ThenBy(spelling => spelling.First).ThenBy(spelling => spelling.Role, StringComparer.Ordinal)
        .Aggregate(Joined));

    static RoleSeen Joined(RoleSeen one, RoleSeen other) =>
        one with { First = other.First < one.First ? other.First : one.First, Last = other.Last > one.Last ? other.Last : one.Last, Articles = one.Articles + other.Articles };
}
