using System.Buffers;
using Ingest.Text.Quotes.Learning;
using Ingest.Text.Tokens;

namespace Ingest.Text.Quotes;

/// <summary>What is asked of a text's tokens again and again, noted once for each. The arrays are pooled: dispose of it once.</summary>
sealed class WordNotes : IDisposable
{
    /// <summary>So many notes may be read at once from any token on, though only those of tokens mean something.</summary>
    public const int Room = 64;

    readonly int count;
    int[] verbs;
    int[] commas;
    byte[] symbols;
    byte[] steps;
    byte[] codes;
    Traits[] traits;

    WordNotes(int count)
    {
        this.count = count;
        verbs = ArrayPool<int>.Shared.Rent(count + 1);
        commas = ArrayPool<int>.Shared.Rent(count + 1);
        symbols = ArrayPool<byte>.Shared.Rent(count + Room);
        steps = ArrayPool<byte>.Shared.Rent(count + Room);
        codes = ArrayPool<byte>.Shared.Rent(count);
        traits = ArrayPool<Traits>.Shared.Rent(count + Room);
    }

    /// <summary>How many verbs with tense stand before each token, and in all: one more than there are tokens.</summary>
    public ReadOnlySpan<int> Verbs => verbs.AsSpan(0, count + 1);

    /// <summary>How many commas stand before each token, and in all.</summary>
    public ReadOnlySpan<int> Commas => commas.AsSpan(0, count + 1);

    /// <summary>The symbol of each token in an <see cref="Outline"/>, with <see cref="Room"/>.</summary>
    public ReadOnlySpan<byte> Symbols => symbols.AsSpan(0, count + Room);

    /// <summary>What each token is in <see cref="Clauses"/>, and whether it may be a cue (<see cref="CueCandidate.HintOf"/>), with <see cref="Room"/>.</summary>
    public ReadOnlySpan<byte> Steps => steps.AsSpan(0, count + Room);

    /// <summary>The <see cref="TokenCode"/> of each token.</summary>
    public ReadOnlySpan<byte> Codes => codes.AsSpan(0, count);

    /// <summary>What of each token counts between a content and its cue, with <see cref="Room"/>.</summary>
    public ReadOnlySpan<Traits> Traits => traits.AsSpan(0, count + Room);

    /// <summary>Notes the tokens of <paramref name="text"/>.</summary>
    public static WordNotes Of(TokenizedText text)
    {
        var tokens = text.Tokens;
        var notes = new WordNotes(tokens.Length);
        var (verbCounts, commaCounts) = (notes.verbs, notes.commas);
        var (outline, clauses, seen, coarse) = (notes.symbols, notes.steps, notes.traits, notes.codes);
        int verbsBefore = 0, commasBefore = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            ref readonly var form = ref OfForms[token.Form];
            // Without branches: nobody could foresee which words have capitals.
            int capital = token.IsCapitalised ? 1 : 0, finite = token.Is(WordClass.FiniteVerb) ? 1 : 0;
            verbCounts[i] = verbsBefore;
            commaCounts[i] = commasBefore;
            verbsBefore += form.Verb;
            commasBefore += form.Comma;
            outline[i] = form.Symbol;
            coarse[i] = form.Code;
            clauses[i] = Clauses.Capitalised(form.Step, capital);
            seen[i] = (Traits)((int)form.Traits | capital * (int)Quotes.Traits.Subject | finite * (int)Quotes.Traits.Verb);
        }
        verbCounts[tokens.Length] = verbsBefore;
        commaCounts[tokens.Length] = commasBefore;
        return notes;
    }

    /// <summary>Gives the arrays back to the pool.</summary>
    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(verbs);
        ArrayPool<int>.Shared.Return(commas);
        ArrayPool<byte>.Shared.Return(symbols);
        ArrayPool<byte>.Shared.Return(steps);
        ArrayPool<byte>.Shared.Return(codes);
        ArrayPool<Traits>.Shared.Return(traits);
        verbs = commas = [];
        symbols = steps = codes = [];
        traits = [];
    }

    // A word's form tells everything but two things of a word that no list names: its capital, and all that it may be beside what it mostly is.
    static readonly FormNotes[] OfForms = Build();

    readonly record struct FormNotes(byte Code, byte Symbol, byte Step, Traits Traits, byte Verb, byte Comma)
    {
        public static FormNotes Of(in Token token) => new(TokenCode.Of(token), Outline.SymbolOf(token), (byte)(Clauses.StepOf(token) | CueCandidate.HintOf(token)), TraitsOf.Token(token),
            (byte)(IsFinite(token) ? 1 : 0), (byte)(token.Is(WordClass.Comma) ? 1 : 0));
    }

    static FormNotes[] Build()
    {
        var notes = new FormNotes[Lexicon.Forms];
        for (ushort form = 0; form < WordForm.FirstKind; form++)
            notes[form] = FormNotes.Of(new Token(0, 1, TokenKind.Mark, WordShape.Lower, PartOfSpeech.Mark, form, MarkClasses.ClassOf(form), false));
        for (ushort form = WordForm.FirstKind; form < WordForm.FirstListed; form++)
        {
            var part = WordForm.PartOf(form);
            notes[form] = FormNotes.Of(new Token(0, 1, TokenKind.Word, WordShape.Lower, part, form, WordLists.ClassOf(part), false));
        }
        foreach (var entry in Lexicon.Listed) notes[entry.Form] = FormNotes.Of(new Token(0, 1, TokenKind.Word, WordShape.Lower, entry.Part, entry.Form, entry.Classes, false));
        return notes;
    }

    static bool IsFinite(in Token token) =>
        token.Is(WordClass.Auxiliary) || token.Part is PartOfSpeech.VerbPast or PartOfSpeech.VerbPresent or PartOfSpeech.VerbBase && token.Is(WordClass.FiniteVerb);
}
