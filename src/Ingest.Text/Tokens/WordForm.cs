namespace Ingest.Text.Tokens;

/// <summary>
/// The numbers by which features know tokens (<see cref="Token.Form"/>): 0 for none, from 1 the marks (<see cref="MarkClasses.FormOf"/>), from
/// <see cref="FirstKind"/> the kinds of words that no list names, from <see cref="FirstListed"/> the words of the lists.
/// </summary>
static class WordForm
{
    /// <summary>Forms below are of marks; from here on they are of words.</summary>
    public const int FirstKind = 64;

    /// <summary>Forms from here on are of words that a list names.</summary>
    public const int FirstListed = 256;

    const int Shapes = 4;

    /// <summary>The form of a word that no list names: its part of speech and how it is written.</summary>
    public static ushort OfKind(PartOfSpeech part, WordShape shape) => (ushort)(FirstKind + (int)part * Shapes + (int)shape);

    /// <summary>The part of speech in the form of a kind.</summary>
    public static PartOfSpeech PartOf(int kind) => (PartOfSpeech)((kind - FirstKind) / Shapes);

    /// <summary>How it is written.</summary>
    public static WordShape ShapeOf(int kind) => (WordShape)((kind - FirstKind) % Shapes);
}
