namespace Ingest.Text.Speakers;

/// <summary>The pronoun by which a person is meant, as far as the text tells.</summary>
enum Gender : byte
{
    /// <summary>Not told.</summary>
    Unknown,

    /// <summary><c>he</c>.</summary>
    Male,

    /// <summary><c>she</c>.</summary>
    Female,
}
