using Ingest.Text.Tokens;

namespace Ingest.Text.Quotes;

/// <summary>A word that may be a cue, in its sentence.</summary>
/// <param name="Index">The token.</param>
/// <param name="First">First token of the sentence.</param>
/// <param name="End">One past the sentence's last token.</param>
/// <param name="SentenceIndex">Index of the sentence.</param>
/// <param name="ParagraphFirst">First token of the paragraph.</param>
/// <param name="Lemma">The form of its base form.</param>
/// <param name="Code">Its <see cref="TokenCode"/>.</param>
/// <param name="Quoted">Whether its sentence has words in quotation marks.</param>
readonly record struct CueCandidate(int Index, int First, int End, int SentenceIndex, int ParagraphFirst, int Lemma, int Code, bool Quoted)
{
    // A token has one of the two bits of a hint at most.
    const byte Anywhere = 1 << 6;
    const byte InQuoted = 1 << 7;

    /// <summary>Bits that are all clear in a token that is none (<see cref="Is"/>), whatever stands about it.</summary>
    public static byte HintOf(in Token token) => token.Is(WordClass.ReportingVerb | WordClass.ReportingNoun | WordClass.CueWord | WordClass.Colon) ? Anywhere
        : token.Is(WordClass.Dash | WordClass.Verb) ? InQuoted : (byte)0;

    /// <summary>No byte with a hint, whatever else it holds below, is less than this.</summary>
    public const byte LowestHint = Anywhere;

    /// <summary>No byte with a hint that counts in a sentence with words in quotation marks, or without, is more.</summary>
    public static byte HighestHint(bool quoted) => (byte)((quoted ? InQuoted : Anywhere) | (Anywhere - 1));

    /// <summary>Whether the word may be a cue at all; decided again by the model, so generous.</summary>
    /// <param name="first">First token of the sentence.</param>
    /// <param name="quoted">Whether the sentence has words in quotation marks.</param>
    public static bool Is(in Passage passage, int index, int first, bool quoted)
    {
        ref readonly var token = ref passage.Tokens[index];
        if (IsOfName(passage, index, first) || IsObject(passage, index, first)) return false;
        if (token.Is(WordClass.ReportingVerb | WordClass.ReportingNoun | WordClass.CueWord)) return quoted || token.Form != Call || !IsTelephone(passage, index, first);
        if (token.Kind == TokenKind.Mark)
        {
            if (token.Is(WordClass.Colon)) return index > first && !IsLabel(passage, index, first);
            return token.Is(WordClass.Dash) && quoted && index > first && passage.Tokens[index - 1].Is(WordClass.DoubleMark | WordClass.SingleMark);
        }
        if (!quoted || token.Kind != TokenKind.Word || token.Shape != WordShape.Lower) return false;
        if (token.Is(WordClass.Auxiliary)) return false;
        return token.Is(WordClass.Verb) && token.Part is PartOfSpeech.VerbBase or PartOfSpeech.VerbPresent or PartOfSpeech.VerbPast or PartOfSpeech.VerbParticiple or PartOfSpeech.VerbGerund;
    }

    // Compass Point analysts: in a headline, the words about it would have capitals too.
    static bool IsOfName(in Passage passage, int index, int first)
    {
        ref readonly var token = ref passage.Tokens[index];
        if (!token.IsCapitalised || !token.Is(WordClass.Noun) || index == first || index + 1 >= passage.Tokens.Length || !passage.Tokens[index - 1].IsCapitalised) return false;
        ref readonly var next = ref passage.Tokens[index + 1];
        return next.Shape == WordShape.Lower && next.Kind == TokenKind.Word && next.Is(WordClass.Noun | WordClass.PersonNoun | WordClass.Verb);
    }

    // She rejected calls to go, he denied reports that …: others' words, that she speaks of.
    static bool IsObject(in Passage passage, int index, int first)
    {
        if (index == first || !passage.Tokens[index].Is(WordClass.Noun | WordClass.ReportingNoun)) return false;
        ref readonly var before = ref passage.Tokens[index - 1];
        return before.Is(WordClass.ReportingVerb | WordClass.SpeechVerb) && before.Shape == WordShape.Lower && before.Part is PartOfSpeech.VerbPast or PartOfSpeech.VerbPresent or PartOfSpeech.VerbGerund;
    }

    static readonly int Call = Lexicon.FormOf("call");

    // Disclaimer: …, Read more: …: what a page says of its parts, and nobody says it.
    static bool IsLabel(in Passage passage, int colon, int first)
    {
        ref readonly var last = ref passage.Tokens[colon - 1];
        if (!last.IsCapitalised && last.Kind == TokenKind.Word && colon - first > 4) return false;
        // A Quiet Quay: …, a title in two parts.
        if (passage.Sentences[0].Paragraph == 0 && passage.Sentences[0].End > colon && passage.Tokens[first].Of(passage.Text) is "A" or "An" && !last.Is(WordClass.PersonNoun | WordClass.OrganisationNoun | WordClass.DocumentNoun | WordClass.ReportingNoun)) return true;
        var word = last.Of(passage.Text);
        if (word is "Disclaimer" or "Disclosure" or "Source" or "Note" or "Caption" or "Photo" or "Image" or "Video" or "VIDEO" or "Related" or "Correction" or "Clarification" or "QuickTake") return !(colon - 2 >= first && passage.Tokens[colon - 2].Is(WordClass.Determiner | WordClass.Possessive));
        if (colon - 2 < first) return false;
        var before = passage.Tokens[colon - 2].Of(passage.Text);
        return before is "Read" or "READ" or "Related" or "See" or "SEE" or "Also" or "ALSO" or "Learn" && word is "more" or "More" or "MORE" or "also" or "Also" or "ALSO" or "Link" or "Links" or "next" or "Next" or "READ" or "Read";
    }

    // Look at the board, or call the harbour office: told to do, and of somebody; nobody says anything.
    static bool IsTelephone(in Passage passage, int index, int first)
    {
        if (index + 1 >= passage.Tokens.Length || !passage.Tokens[index + 1].Is(WordClass.Determiner | WordClass.Possessive | WordClass.ObjectPronoun)) return false;
        return index == first || passage.Tokens[index - 1].Is(WordClass.Conjunction | WordClass.Modal | WordClass.Comma | WordClass.Preposition);
    }
}
