using Ingest.Text.Tokens;

namespace Ingest.Text.Speakers;

/// <summary>What a word may be in or beside a name.</summary>
[Flags]
enum NameClass
{
    /// <summary>In no list.</summary>
    None = 0,

    /// <summary>A first name of men.</summary>
    Male = 1 << 0,

    /// <summary>A first name of women.</summary>
    Female = 1 << 1,

    /// <summary>A first name of either.</summary>
    Unisex = 1 << 2,

    /// <summary><c>Mr.</c>, <c>Dr.</c></summary>
    Honorific = 1 << 3,

    /// <summary>Said to a man.</summary>
    ToMan = 1 << 4,

    /// <summary>Said to a woman.</summary>
    ToWoman = 1 << 5,

    /// <summary>An abbreviated office: <c>Sen.</c></summary>
    Office = 1 << 6,

    /// <summary>A noun of office, rank or trade: <c>minister</c>, <c>analyst</c>.</summary>
    Role = 1 << 7,

    /// <summary><c>Russian</c>, <c>Republican</c>.</summary>
    Nationality = 1 << 8,

    /// <summary>Makes a name an organisation's: <c>University</c>, <c>Corp.</c></summary>
    OrganisationWord = 1 << 9,

    /// <summary>A known organisation, or the first word of one.</summary>
    Organisation = 1 << 10,

    /// <summary>A known place, or the first word of one.</summary>
    Place = 1 << 11,

    /// <summary><c>van</c>, <c>al</c>.</summary>
    Particle = 1 << 12,

    /// <summary><c>Jr.</c>, <c>III</c>.</summary>
    Suffix = 1 << 13,

    /// <summary>A surname that needs no introduction.</summary>
    Surname = 1 << 14,

    /// <summary>The first word of a known name of several.</summary>
    Opens = 1 << 15,

    /// <summary>A common noun for a company or the like: <c>airline</c>, <c>automaker</c>.</summary>
    CompanyNoun = 1 << 16,

    /// <summary>Any first name.</summary>
    First = Male | Female | Unisex,
}

/// <summary>Asks for them.</summary>
static class NameClasses
{
    /// <summary>Whether one of <paramref name="wanted"/> is among them.</summary>
    public static bool Has(this NameClass classes, NameClass wanted) => (classes & wanted) != NameClass.None;

    /// <summary>Whether the lists say one of <paramref name="wanted"/> of a token.</summary>
    public static bool Is(this in Token token, NameClass wanted) => NameLexicon.Of(token).Has(wanted);

    /// <summary>Whether a word names an office, a rank or a trade, or is said to whoever has one.</summary>
    public static bool IsRoleWord(this in Token token) => token.Is(WordClass.Title | WordClass.PersonNoun) || token.Is(NameClass.Role | NameClass.Office);
}
