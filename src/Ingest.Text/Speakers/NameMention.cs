namespace Ingest.Text.Speakers;

/// <summary>What a name is the name of.</summary>
enum NameKind : byte
{
    /// <summary>The words do not tell.</summary>
    Unknown,

    /// <summary>A person.</summary>
    Person,

    /// <summary>An organisation or a publication.</summary>
    Organisation,

    /// <summary>A place; as a source, its government.</summary>
    Place,
}

/// <summary>A name where it stands, without the title before it: the tokens from <paramref name="First"/> up to <paramref name="End"/>.</summary>
/// <param name="Member">Whose name it is: an index of <see cref="Cast"/>; -1 before that is known.</param>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="Later">The mention of the same member after this one; -1 where this is the last.</param>
record struct NameMention(int First, int End, int Member, int Sentence, int Later)
{
    /// <summary>Where the title before it begins; <see cref="First"/> where none does.</summary>
    public int TitleFirst { get; set; }

    /// <summary>What the words and those before them tell.</summary>
    public NameKind Kind { get; set; }

    /// <summary>What first name and form of address tell.</summary>
    public Gender Gender { get; set; }

    /// <summary>One more than the number of the attribution in whose content it stands; 0 where it stands in none.</summary>
    public int InContent { get; set; }

    /// <summary>Whether it stands in the source of an attribution.</summary>
    public bool Speaks { get; set; }

    /// <summary>Whether it stands in the headline, or in one among the paragraphs.</summary>
    public bool InHeading { get; set; }

    /// <summary>Whether a form of address or an office stands before it.</summary>
    public bool Titled { get; set; }
}
