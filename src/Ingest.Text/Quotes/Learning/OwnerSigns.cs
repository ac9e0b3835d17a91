using Ingest.Text.Tokens;

namespace Ingest.Text.Quotes.Learning;

/// <summary>Whose words in quotation marks look to be: the cue's, or another's that stands nearer.</summary>
static class OwnerSigns
{
    // In tokens; a cue has no words in quotation marks beyond.
    const int Reach = 60;

    const int IsQuoted = 64;

    /// <summary>What shows at a word in quotation marks; 0 outside of them.</summary>
    public static int At(in Passage p, int word, int cue)
    {
        if (p.Inside[word] == 0) return 0;
        var note = p.SpanNotes[p.Inside[word] - 1];
        return IsQuoted | (int)note.Closing | (note.Before < 0 ? 0 : note.Before == cue ? 16 : 4) | (note.Behind < 0 ? 0 : note.Behind == cue ? 32 : 8);
    }

    /// <summary>The words in quotation marks nearest to a cue in its sentence, on its left and on its right; 0 where there are none, and for a cue that stands in marks itself.</summary>
    public static int About(in Passage p, in CueCandidate cue) => cue.Quoted && p.Inside[cue.Index] == 0 ? Left(p, cue) * 32 + Right(p, cue) : 0;

    static int Left(in Passage p, in CueCandidate cue)
    {
        var first = Math.Max(cue.First, cue.Index - Reach + 1);
        var at = p.Inside[first..cue.Index].LastIndexOfAnyExcept(0);
        if (at < 0) return 0;
        var span = p.Inside[first + at] - 1;
        var note = p.SpanNotes[span];
        var opens = p.Quoted[span].First <= cue.First + 1 ? 1 : 0;
        return 1 + ((((int)note.Closing | (note.Before >= 0 ? 4 : 0)) * 2 + Reports(p, first + at, cue.Index)) * 2) + opens;
    }

    static int Right(in Passage p, in CueCandidate cue)
    {
        var end = Math.Min(cue.End, cue.Index + Reach);
        var at = p.Inside[(cue.Index + 1)..end].IndexOfAnyExcept(0);
        if (at < 0) return 0;
        var first = cue.Index + 1 + at;
        var note = p.SpanNotes[p.Inside[first] - 1];
        // Before the opening mark.
        ref readonly var before = ref p.Tokens[first - 2];
        var mark = before.Is(WordClass.Comma) ? 1 : before.Is(WordClass.Colon) ? 2 : 0;
        var owned = (note.Before >= 0 && note.Before != cue.Index ? 1 : 0) | (note.Behind >= 0 ? 2 : 0);
        return 1 + (owned * 2 + Reports(p, cue.Index + 1, first + 1)) * 3 + mark;
    }

    // Whether a reporting verb stands between, or is the nearest word in the marks.
    static int Reports(in Passage p, int first, int end)
    {
        for (; first < end; first += 32)
            if ((p.TraitsOf(first, Math.Min(end, first + 32)) & Traits.Reporting) != Traits.None) return 1;
        return 0;
    }
}
