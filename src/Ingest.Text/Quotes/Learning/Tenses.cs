using Ingest.Text.Tokens;

namespace Ingest.Text.Quotes.Learning;

/// <summary>
/// The tense of verbs, by their form alone: what is reported with a verb of the past is mostly in the past too (<c>said it was late, which is true</c>).
/// </summary>
static class Tenses
{
    static readonly byte[] Forms = Build();

    /// <summary>1 present, 2 past, 3 a modal or the like; 0 for what has no tense.</summary>
    public static int Of(in Token token) => Forms[token.Form];

    static byte[] Build()
    {
        var forms = new byte[Lexicon.Forms];
        for (var part = PartOfSpeech.VerbPresent; part <= PartOfSpeech.VerbPast; part++)
            for (var shape = WordShape.Lower; shape <= WordShape.Mixed; shape++) forms[WordForm.OfKind(part, shape)] = (byte)(part == PartOfSpeech.VerbPast ? 2 : 1);
        foreach (var entry in Lexicon.Listed)
            forms[entry.Form] = entry.Part switch
            {
                PartOfSpeech.Modal => 3,
                PartOfSpeech.VerbPast => 2,
                PartOfSpeech.VerbPresent => 1,
                PartOfSpeech.VerbBase when (entry.Classes & WordClass.Auxiliary) != WordClass.None => 1,
                _ => 0,
            };
        foreach (var word in (ReadOnlySpan<string>)["would", "could", "might", "wouldn't", "couldn't"]) if (Lexicon.TryFind(word, out var entry)) forms[entry.Form] = 2;
        foreach (var word in (ReadOnlySpan<string>)["will", "can", "won't", "can't"]) if (Lexicon.TryFind(word, out var entry)) forms[entry.Form] = 1;
        forms[0] = 0;
        return forms;
    }
}
