namespace Ingest.Text.Tokens;

/// <summary>
/// What a token does in a sentence, in one small number: the coarse sibling of <see cref="Token.Form"/>, by which features speak of words
/// that they must not name.
/// </summary>
static class TokenCode
{
    /// <summary>Codes are less than this.</summary>
    public const int Count = 128;

    /// <summary>No token: before the paragraph's start or after its end.</summary>
    public const byte None = 0;

    static readonly byte[] Codes = Build();

    /// <summary>The code of <paramref name="token"/>, from 1.</summary>
    public static byte Of(in Token token) => Codes[token.Form];

    /// <summary>Whether a code is that of a mark with a class (<see cref="MarkClasses"/>), or of no token.</summary>
    public static bool IsMark(int code) => code < MarkClasses.FirstWithout;

    static byte[] Build()
    {
        var codes = new byte[Lexicon.Forms];
        // Marks keep theirs (1 to 38); kinds of words follow, a code a part of speech and whether there is a capital.
        for (var form = 0; form < WordForm.FirstKind; form++) codes[form] = (byte)form;
        for (var form = WordForm.FirstKind; form < WordForm.FirstListed; form++)
            codes[form] = (byte)Math.Min(Count - 1, 80 + (int)WordForm.PartOf(form) * 2 + (WordForm.ShapeOf(form) == WordShape.Lower ? 0 : 1));
        foreach (var entry in Lexicon.Listed) codes[entry.Form] = OfEntry(entry);
        return codes;
    }

    static byte OfEntry(in WordEntry entry) => entry switch
    {
        _ when Has(entry, WordClass.CueWord) => 77,
        _ when Has(entry, WordClass.Be) => 40,
        _ when Has(entry, WordClass.Have) => 41,
        _ when Has(entry, WordClass.Do) => 42,
        _ when Has(entry, WordClass.Modal) => 43,
        _ when Has(entry, WordClass.SubjectPronoun) => 44,
        _ when Has(entry, WordClass.Possessive) => 45,
        _ when Has(entry, WordClass.ObjectPronoun) => 46,
        _ when Has(entry, WordClass.Conjunction) => 47,
        _ when Has(entry, WordClass.Relative) => 48,
        _ when Has(entry, WordClass.Determiner) => 49,
        _ when Has(entry, WordClass.Subordinator) => 50,
        _ when Has(entry, WordClass.Preposition) => 51,
        _ when Has(entry, WordClass.Negation) => 52,
        _ when Has(entry, WordClass.IndefinitePronoun) => 53,
        _ when Has(entry, WordClass.Weekday | WordClass.Month) => 54,
        _ when Has(entry, WordClass.Time) => 55,
        _ when Has(entry, WordClass.NumberWord) => 56,
        _ when Has(entry, WordClass.ReportingVerb) && !IsNoun(entry) => (byte)(57 + Verb(entry.Part)),
        _ when Has(entry, WordClass.SpeechVerb) && !IsNoun(entry) => (byte)(116 + Verb(entry.Part)),
        _ when Has(entry, WordClass.BeliefVerb) && !IsNoun(entry) => (byte)(62 + Verb(entry.Part)),
        _ when Has(entry, WordClass.PersonNoun) => 67,
        _ when Has(entry, WordClass.Title) => 68,
        _ when Has(entry, WordClass.OrganisationNoun) => 69,
        _ when Has(entry, WordClass.DocumentNoun) => 70,
        _ when Has(entry, WordClass.ReportingNoun) => 71,
        _ when Has(entry, WordClass.BeliefNoun) => 72,
        _ when Has(entry, WordClass.ReportingVerb) => 73,
        _ when Has(entry, WordClass.SpeechVerb | WordClass.BeliefVerb) => 74,
        _ when Has(entry, WordClass.Adverb) => 75,
        _ => 76,
    };

    static bool IsNoun(in WordEntry entry) => entry.Part is PartOfSpeech.Noun or PartOfSpeech.Plural;

    static int Verb(PartOfSpeech part) => part switch
    {
        PartOfSpeech.VerbPast => 0,
        PartOfSpeech.VerbPresent => 1,
        PartOfSpeech.VerbBase => 2,
        PartOfSpeech.VerbGerund => 3,
        _ => 4,
    };

    static bool Has(in WordEntry entry, WordClass classes) => (entry.Classes & classes) != WordClass.None;
}
