namespace Ingest.Text.Articles;

/// <summary>What a speaker is.</summary>
public enum SpeakerKind
{
    /// <summary>A person with a name.</summary>
    Person,

    /// <summary>An organisation, a publication, a report, a poll.</summary>
    Organisation,

    /// <summary>A source that the article leaves unnamed (<c>a senior official</c>).</summary>
    Unnamed,
}

/// <summary>Somebody who is quoted in an article.</summary>
public sealed record Speaker
{
    /// <summary>The fullest name in the article (<c>Jens Stoltenberg</c>); for an unnamed source the mention, in its own words.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The same for every way to write the name, in every article: lower-case ASCII letters and digits with hyphens
    /// (<c>jens-stoltenberg</c>), at most 100 characters, never empty.
    /// </summary>
    public required string Slug { get; init; }

    /// <summary>The role that the article gives (<c>NATO Secretary General</c>); null where it gives none.</summary>
    public string? Role { get; init; }

    /// <summary>Person, organisation or unnamed source.</summary>
    public required SpeakerKind Kind { get; init; }

    /// <summary>A speaker of whom the article tells no role.</summary>
    internal static Speaker Of(string name, SpeakerKind kind) => new() { Name = name, Slug = Ingest.Text.Slug.Of(name), Kind = kind };

    /// <summary>Whether the article names the source.</summary>
    public bool Named => Kind != SpeakerKind.Unnamed;
}
