namespace Ingest.Text.Quotes;

/// <summary>
/// How many of a sentence's words are searched for a content. No sentence that somebody wrote comes near the bound; one without end, full of
/// cues and marks, would otherwise cost a search for every few letters.
/// </summary>
struct SearchBudget
{
    /// <summary>Searches that every sentence has.</summary>
    public const int PerSentence = 32;

    /// <summary>One more for so many words.</summary>
    public const int WordsPerSearch = 40;

    int sentence;
    int taken;

    /// <summary>Whether a search for this cue is left; it is taken then. Cues come in the text's order.</summary>
    public bool Take(in CueCandidate cue)
    {
        if (cue.SentenceIndex + 1 != sentence) (sentence, taken) = (cue.SentenceIndex + 1, 0);
        if (taken >= PerSentence + (cue.Index - cue.First) / WordsPerSearch) return false;
        taken++;
        return true;
    }
}
