using Ingest.Text.Tokens;

namespace Ingest.Text.Quotes;

/// <summary>Walks over all words of a text that may be cues, sentence by sentence.</summary>
ref struct CueScan
{
    readonly Passage passage;
    int sentence;
    int index;
    int paragraphFirst;
    bool quoted;

    public CueScan(in Passage passage)
    {
        this.passage = passage;
        sentence = -1;
        Open();
    }

    /// <summary>The word that the walk stands at.</summary>
    public CueCandidate Current { get; private set; }

    public readonly CueScan GetEnumerator() => this;

    /// <summary>Goes on to the next word that may be a cue.</summary>
    public bool MoveNext()
    {
        for (; sentence < passage.Sentences.Length; Open())
        {
            var (first, end, _) = passage.Sentences[sentence];
            while (passage.Steps[index..end].IndexOfAnyInRange(CueCandidate.LowestHint, CueCandidate.HighestHint(quoted)) is >= 0 and var next)
            {
                var i = index + next;
                index = i + 1;
                if (!CueCandidate.Is(passage, i, first, quoted)) continue;
                ref readonly var token = ref passage.Tokens[i];
                Current = new CueCandidate(i, first, end, sentence, paragraphFirst, Lexicon.LemmaOf(token.Form), TokenCode.Of(token), quoted);
                return true;
            }
        }
        return false;
    }

    void Open()
    {
        if (++sentence >= passage.Sentences.Length) return;
        var (first, end, paragraph) = passage.Sentences[sentence];
        index = first;
        if (sentence == 0 || passage.Sentences[sentence - 1].Paragraph != paragraph)
            paragraphFirst = first;
        quoted = passage.Inside[first..end].ContainsAnyExcept(0);
    }
}
