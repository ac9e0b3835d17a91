using Ingest.Text.Tokens;

namespace Ingest.Text.Quotes.Learning;

/// <summary>What stands about a cue, looked up once for all its layouts and contents.</summary>
readonly struct Surroundings
{
    // An attribution that interrupts its content is no longer: `The road, police said on Friday, is shut.`
    const int NearComma = 14;

    // Codes and forms of the words beside the cue, at the sentence's opening, and at the commas nearest to the cue on its left and its right.
    public readonly int Before, After, After2, FormBefore, FormAfter, Opening, FirstForm, SecondForm, BeforeComma, AfterComma, FormAfterComma;

    // How many words lie between the cue and the comma on its left, as a class; whether verbs follow; where quotation marks stand here and in the next sentence.
    public readonly int Commas, Rest, Quotes, Next;

    // Outlines, the clause that the cue stands in, its tense and that of what follows.
    public readonly int Right, Left, LeftShort, Clause, Tense;

    // What the words in quotation marks on its left and its right look like (OwnerSigns), and the verbs behind it that may go on with it.
    public readonly int Quotations;
    public readonly JoinedVerbs Joined;

    public Surroundings(in Passage p, in CueCandidate cue)
    {
        int i = cue.Index, s = cue.First, e = cue.End;
        Before = p.Code(i - 1, s, e);
        After = p.Code(i + 1, s, e);
        After2 = p.Code(i + 2, s, e);
        FormBefore = p.Form(i - 1, s, e);
        FormAfter = p.Form(i + 1, s, e);
        Opening = p.Code(s, s, e);
        Quotes = CueFeatures.QuoteState(p, cue);
        var first = p.FirstWord(s, e);
        FirstForm = p.Form(first, s, i);
        SecondForm = p.Form(first + 1, s, i);
        var words = 0;
        for (var j = i - 1; j >= s && Commas == 0 && words < 20; j--, words++)
            if ((p.Traits[j] & Traits.Comma) != Traits.None)
            {
                Commas = Math.Min(words, 6) + 1;
                BeforeComma = p.Code(j - 1, s, e);
            }
        for (var j = i + 1; j < e && j <= i + NearComma; j++)
            if ((p.Traits[j] & Traits.Comma) != Traits.None)
            {
                var behind = p.FirstWord(j + 1, e);
                AfterComma = p.Code(behind, s, e) * 2 + (behind > j + 1 ? 1 : 0);
                FormAfterComma = p.Form(behind, s, e);
                break;
            }
        for (var j = i + 1; j < e && j < i + 16; j++)
            if ((p.Traits[j] & Traits.Verb) != Traits.None) Rest |= p.Tokens[j].Is(WordClass.Auxiliary) ? 1 : 2;
        Right = Outline.After(p, i + 1, e, 2);
        Left = Outline.Before(p, i, s, 4);
        LeftShort = Outline.Before(p, i, s, 2);
        Next = NextSentence(p, cue);
        Clause = ClauseOf(p, cue);
        Quotations = OwnerSigns.About(p, cue);
        Joined = JoinedVerbs.Of(p, cue);
        Tense = Tenses.Of(p.Tokens[cue.Index]) * 4 + Clauses.Tense(p, cue.Index + 1, cue.End);
    }

    // In what clause the cue stands: its own form, what opened the clause, whether a comma closed another one before.
    static int ClauseOf(in Passage p, in CueCandidate cue)
    {
        ref readonly var token = ref p.Tokens[cue.Index];
        var kind = token.Kind == TokenKind.Mark ? 0 : token.Part switch
        {
            PartOfSpeech.VerbGerund => 1,
            PartOfSpeech.VerbPast => 2,
            PartOfSpeech.VerbPresent => 3,
            PartOfSpeech.VerbBase => 4,
            PartOfSpeech.VerbParticiple => 5,
            _ => 6,
        };
        int opener = 0, commas = 0;
        var i = cue.Index - 1;
        for (; i >= cue.First && i >= cue.Index - 24; i--)
        {
            ref readonly var t = ref p.Tokens[i];
            if (t.Is(WordClass.Comma | WordClass.Dash | WordClass.Semicolon))
            {
                commas = 1;
                break;
            }
            if (t.Is(WordClass.Relative)) opener = 1;
            else if (t.Is(WordClass.Subordinator)) opener = 2;
            else if (t.Is(WordClass.Conjunction) && opener == 0) opener = 3;
            else if (t.Form == To && i == cue.Index - 1) opener = 4;
            else continue;
            break;
        }
        var start = i <= cue.First ? 1 : 0;
        return ((kind * 5 + opener) * 2 + commas) * 2 + start;
    }

    static readonly int To = Lexicon.FormOf("to");

    // Whether the sentence after the cue's opens with words in quotation marks, and whether those have a cue of their own.
    static int NextSentence(in Passage p, in CueCandidate cue)
    {
        if (cue.SentenceIndex + 1 >= p.Sentences.Length) return 0;
        var next = p.Sentences[cue.SentenceIndex + 1];
        var bits = next.Paragraph == p.Sentences[cue.SentenceIndex].Paragraph ? 1 : 2;
        var first = p.FirstWord(next.First, next.End);
        if (p.Inside[first] == 0 || p.Inside[cue.Index] == p.Inside[first]) return bits;
        var span = p.Quoted[p.Inside[first] - 1];
        if (span.First < next.First) return bits | 4;
        bits |= 8;
        for (var i = span.End; i < p.Tokens.Length && i < span.End + 14 && p.Inside[i] == 0; i++)
        {
            if (p.Tokens[i].Is(WordClass.ReportingVerb)) return bits | 16;
            if (p.Tokens[i].Is(WordClass.Stop) && i > span.End + 1) break;
        }
        return bits;
    }
}
