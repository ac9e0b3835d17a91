using Ingest.Text.Articles;

namespace Ingest.Text.Speakers;

/// <summary>Somebody or something that an article names.</summary>
struct CastMember
{
    /// <summary>What it is.</summary>
    public NameKind Kind;

    /// <summary>By which pronoun it is meant, if a person.</summary>
    public Gender Gender;

    /// <summary>Number of its mentions.</summary>
    public int Count;

    /// <summary>Index of the mention that names it most fully.</summary>
    public int Fullest;

    /// <summary>Number of words in that.</summary>
    public int Words;

    /// <summary>Index of its first mention; the others follow by <see cref="NameMention.Later"/>.</summary>
    public int First;

    /// <summary>Index of its last mention.</summary>
    public int Last;

    /// <summary>Another member of the same surname; -1 where there is none.</summary>
    public int Namesake;

    /// <summary>The role, once it was asked for; empty where the article gives none.</summary>
    public string? Role;

    /// <summary>All its roles, once they were asked for.</summary>
    public string[]? Roles;

    /// <summary>What it is as a speaker, once it was asked for.</summary>
    public Speaker? Speaker;

    /// <summary>What it is in the words of a quote, once it was asked for.</summary>
    public Mentioned? Mentioned;
}
