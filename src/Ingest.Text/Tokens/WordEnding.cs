namespace Ingest.Text.Tokens;

/// <summary>What the ending of a lower-case word that no list has says of it.</summary>
static class WordEnding
{
    /// <summary>The likeliest part of speech and all that it may be.</summary>
    public static (PartOfSpeech Part, WordClass Classes) Guess(ReadOnlySpan<char> word) => word switch
    {
        [.., 'e', 'd'] => (PartOfSpeech.VerbParticiple, WordClass.VerbPast | WordClass.VerbParticiple | WordClass.Adjective),
        [.., 'i', 'n', 'g'] => (PartOfSpeech.VerbGerund, WordClass.VerbGerund | WordClass.Noun),
        [.., 'l', 'y'] => (PartOfSpeech.Adverb, WordClass.None),
        [.., 'i', 'c'] or [.., 'o', 'u', 's'] or [.., 'f', 'u', 'l'] or [.., 'a', 'b', 'l', 'e'] or [.., 'i', 'b', 'l', 'e'] or [.., 'i', 'v', 'e'] or [.., 'a', 'l']
            or [.., 'i', 's', 'h'] or [.., 'l', 'e', 's', 's'] => (PartOfSpeech.Adjective, WordClass.Adjective),
        [.., 's', 's'] or [.., 'u', 's'] or [.., 'i', 's'] => (PartOfSpeech.Noun, WordClass.Noun),
        [.., 's'] => (PartOfSpeech.Plural, WordClass.Noun | WordClass.VerbPresent),
        [.., 'i', 'z', 'e'] or [.., 'i', 'f', 'y'] => (PartOfSpeech.VerbBase, WordClass.VerbBase),
        _ => (PartOfSpeech.Noun, WordClass.Noun),
    };
}
