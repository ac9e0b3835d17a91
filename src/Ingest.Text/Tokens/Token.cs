namespace Ingest.Text.Tokens;

/// <summary>What a token is made of.</summary>
enum TokenKind : byte
{
    /// <summary>Letters, with the apostrophes, hyphens and full stops inside it (<c>don't</c>, <c>co-operate</c>, <c>U.S.</c>).</summary>
    Word,

    /// <summary>A part of a word that stands for one of its own: <c>'s</c>, <c>'re</c>, <c>'ll</c>.</summary>
    Clitic,

    /// <summary>Digits, with the marks inside them (<c>1,200.50</c>, <c>10:30</c>).</summary>
    Number,

    /// <summary>One mark; dashes and dots of a row are one.</summary>
    Mark,
}

/// <summary>How a word is written.</summary>
enum WordShape : byte
{
    /// <summary>No capital: <c>minister</c>.</summary>
    Lower,

    /// <summary>A capital and then not: <c>Minister</c>, and <c>I</c>.</summary>
    Capitalised,

    /// <summary>Nothing but capitals, two or more: <c>NATO</c>, <c>U.S.</c>.</summary>
    Upper,

    /// <summary>Capitals inside: <c>McDonald</c>, <c>iPhone</c>.</summary>
    Mixed,
}

/// <summary>A word, a number or a mark, and where it stands in the article's text.</summary>
readonly struct Token(int start, int length, TokenKind kind, WordShape shape, PartOfSpeech part, ushort form, WordClass classes, bool spaced, ushort nameSet = 0)
{
    /// <summary>First code unit.</summary>
    public readonly int Start = start;

    /// <summary>Number of code units, from 1.</summary>
    public readonly int Length = length;

    /// <summary>All the lists that have the word.</summary>
    public readonly WordClass Classes = classes;

    /// <summary>
    /// The word as a feature: an entry of <see cref="Lexicon"/> where a list has it, otherwise one of its part of speech and shape
    /// (<see cref="WordForm"/>). No word outside the lists can be told from another of its kind.
    /// </summary>
    public readonly ushort Form = form;

    /// <summary>What the lists of names say of it, as <see cref="Speakers.NameLexicon"/> numbers it; 0 for nothing.</summary>
    public readonly ushort NameSet = nameSet;

    /// <summary>The likeliest part of speech of the word by itself.</summary>
    public readonly PartOfSpeech Part = part;

    /// <summary>What it is made of.</summary>
    public readonly TokenKind Kind = kind;

    /// <summary>How it is written; <see cref="WordShape.Lower"/> for all but words.</summary>
    public readonly WordShape Shape = shape;

    /// <summary>Whether a blank or a line's start stands before it.</summary>
    public readonly bool Spaced = spaced;

    /// <summary>One past the last code unit.</summary>
    public int End => Start + Length;

    /// <summary>Where it stands.</summary>
    public TextSpan Span => new(Start, Start + Length);

    /// <summary>Whether one of <paramref name="classes"/> has it.</summary>
    public bool Is(WordClass classes) => (Classes & classes) != WordClass.None;

    /// <summary>Whether it is a word that starts with a capital.</summary>
    public bool IsCapitalised => Shape != WordShape.Lower;

    /// <summary>What it cuts out of <paramref name="text"/>.</summary>
    public ReadOnlySpan<char> Of(ReadOnlySpan<char> text) => text.Slice(Start, Length);
}
