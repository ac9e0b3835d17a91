using Ingest.Text.Tokens;

namespace Ingest.Text.Quotes;

/// <summary>What of a word counts where it stands between a content's boundary and its cue; those of several words are or-ed.</summary>
[Flags]
enum Traits : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A comma.</summary>
    Comma = 1,

    /// <summary>May be a verb with tense.</summary>
    Verb = 2,

    /// <summary>A preposition.</summary>
    Preposition = 4,

    /// <summary>A relative.</summary>
    Relative = 8,

    /// <summary>A capitalised word, or a pronoun as a subject.</summary>
    Subject = 16,

    /// <summary>May be a reporting verb.</summary>
    Reporting = 32,

    /// <summary>A pronoun as an object.</summary>
    ObjectPronoun = 64,

    /// <summary>A noun for a person.</summary>
    PersonNoun = 128,
}

/// <summary>Reads them.</summary>
static class TraitsOf
{
    /// <summary>Those of one token, its capital not counted.</summary>
    public static Traits Token(in Token token) =>
        If(token, WordClass.Comma, Traits.Comma) | If(token, WordClass.FiniteVerb | WordClass.Auxiliary, Traits.Verb)
        | If(token, WordClass.Preposition, Traits.Preposition) | If(token, WordClass.Relative, Traits.Relative)
        | If(token, WordClass.SubjectPronoun, Traits.Subject)
        | If(token, WordClass.ReportingVerb, Traits.Reporting) | If(token, WordClass.ObjectPronoun, Traits.ObjectPronoun)
        | If(token, WordClass.PersonNoun, Traits.PersonNoun);

    static Traits If(in Token token, WordClass classes, Traits trait) => token.Is(classes) ? trait : Traits.None;
}
