using Ingest.Text.Tokens;

namespace Ingest.Text.Quotes;

/// <summary>A phrase that may be a quote's source: the tokens from <paramref name="First"/> up to <paramref name="End"/>.</summary>
/// <param name="Rank">How many phrases stand between it and the cue on its side; -1 for the first phrase of the sentence.</param>
readonly record struct SourceCandidate(int First, int End, int Rank);

/// <summary>The noun phrases and pronouns about a cue that may be its source. Kept and filled again for every cue.</summary>
sealed class SourceCandidates
{
    const int MaxLeft = 5;
    const int MaxRight = 4;

    // In tokens, as are the following.
    const int LongestPhrase = 40;
    const int LeftReach = 60;
    const int RightReach = 14;

    // The sentence's first phrase is no source from farther than this; the words between are looked through for each candidate.
    const int FarthestFirst = 300;

    readonly SourceCandidate[] list = new SourceCandidate[MaxLeft + MaxRight + 1];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    public SourceCandidate this[int index] => list[index];

    /// <summary>Fills the list for a cue; words of the content and words in quotation marks are left out.</summary>
    public void Fill(in Passage p, in Proposal content)
    {
        Count = 0;
        var cue = content.Cue;
        int left = 0, lowest = cue.Index;
        for (var end = cue.Index; end > cue.First && left < MaxLeft && cue.Index - end < LeftReach;)
        {
            if (!IsWordOfPhrase(p, content, end - 1))
            {
                end--;
                continue;
            }
            var first = end - 1;
            if (!StandsAlone(p.Tokens[first]))
                while (first > cue.First && end - first < LongestPhrase && IsWordOfPhrase(p, content, first - 1) && (!StandsAlone(p.Tokens[first - 1]) || IsOneOf(p, first - 1)) && !Begins(p, first)) first--;
            if (HasHead(p, first, end))
            {
                Add(first, end, left++);
                lowest = first;
            }
            end = first;
        }
        if (left == MaxLeft && cue.Index - cue.First < FarthestFirst)
            for (var first = cue.First; first < Math.Min(lowest, cue.First + LongestPhrase); first++)
                if (IsWordOfPhrase(p, content, first))
                {
                    var end = PhraseEnd(p, content, first, lowest);
                    if (HasHead(p, first, end))
                    {
                        Add(first, end, -1);
                        break;
                    }
                    first = end - 1;
                }
        var right = 0;
        for (var first = cue.Index + 1; first < cue.End && first < cue.Index + RightReach && right < MaxRight;)
        {
            if (!IsWordOfPhrase(p, content, first))
            {
                first++;
                continue;
            }
            var end = PhraseEnd(p, content, first, cue.End);
            if (HasHead(p, first, end)) Add(first, end, right++);
            first = end;
        }
    }

    static int PhraseEnd(in Passage p, in Proposal content, int first, int limit)
    {
        var end = first + 1;
        if (StandsAlone(p.Tokens[first]) && !IsOneOf(p, first)) return end;
        while (end < limit && end - first < LongestPhrase && IsWordOfPhrase(p, content, end) && !StandsAlone(p.Tokens[end]) && !Begins(p, end)) end++;
        return end;
    }

    void Add(int first, int end, int rank)
    {
        if (Count < list.Length) list[Count++] = new SourceCandidate(first, end, rank);
    }

    static bool IsWordOfPhrase(in Passage p, in Proposal content, int index)
    {
        ref readonly var token = ref p.Tokens[index];
        if (content.Has(index) || p.Inside[index] != 0 || index == content.Cue.Index) return false;
        if (StandsAlone(token)) return true;
        if (token.Kind == TokenKind.Mark) return token.Form == Ampersand;
        if (token.Kind == TokenKind.Clitic) return token.Form == Possessive;
        if (token.Is(WordClass.Preposition)) return token.Form == Of;
        // Mrs. May.
        if (token.IsCapitalised && token.Is(WordClass.Month)) return true;
        if (token.Is(WordClass.Auxiliary | WordClass.Conjunction | WordClass.Subordinator)) return false;
        if (token.IsCapitalised) return true;
        if (token.Is(WordClass.Determiner | WordClass.Possessive | WordClass.PersonNoun | WordClass.OrganisationNoun | WordClass.DocumentNoun | WordClass.NumberWord)) return true;
        return token.Kind == TokenKind.Number || token.Part is PartOfSpeech.Noun or PartOfSpeech.Plural or PartOfSpeech.Name or PartOfSpeech.Adjective;
    }

    static bool StandsAlone(in Token token) => token.Kind == TokenKind.Word && !(token.IsCapitalised && token.Shape == WordShape.Upper && token.Length > 2)
        && token.Is(WordClass.SubjectPronoun | WordClass.ObjectPronoun | WordClass.Relative | WordClass.IndefinitePronoun) && !token.Is(WordClass.Determiner & ~WordClass.Relative);

    // One of the people.
    static bool IsOneOf(in Passage p, int index) => p.Tokens[index].Is(WordClass.IndefinitePronoun) && index + 1 < p.Tokens.Length && p.Tokens[index + 1].Form == Of;

    // A determiner opens a phrase of its own, unless `of` goes before it.
    static bool Begins(in Passage p, int index) => IsOneOf(p, index)
        || p.Tokens[index].Is(WordClass.Determiner | WordClass.Possessive) && p.Tokens[index - 1].Form != Of;

    static bool HasHead(in Passage p, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            ref readonly var token = ref p.Tokens[i];
            if (StandsAlone(token) || token.IsCapitalised || token.Is(WordClass.Noun | WordClass.PersonNoun | WordClass.OrganisationNoun | WordClass.DocumentNoun | WordClass.Determiner)) return true;
        }
        return false;
    }

    static readonly int Of = Lexicon.FormOf("of");
    static readonly int Possessive = Lexicon.FormOf("'s");
    static readonly int Ampersand = MarkClasses.FormOf('&', WordClass.None);
}
