using Ingest.Text;

namespace Ingest.Trainer;

/// <summary>The cues of the evaluation: an attribution without quotation marks whose cue has none of these reports no speech.</summary>
static class ReportingWords
{
    static readonly HashSet<string> Words = [.. """
        say says said saying tell tells told telling add adds added adding accord according announce announces announced announcing argue argues argued
        arguing ask asks asked asking assert asserts asserted asserting claim claims claimed claiming comment commented confirm confirms confirmed
        conclude concludes concluded continue continues continued contend contends contended declare declares declared declaring deny denies denied
        denying describe describes described describing explain explains explained explaining insist insists insisted maintain maintains maintained
        mention mentioned note notes noted noting observe observed point points pointed predict predicts predicted promise promises promised
        quip quipped recall recalls recalled recalling remark remarked repeat repeated reply replied report reports reported reporting respond responds
        responded reveal reveals revealed state states stated stating stress stresses stressed suggest suggests suggested suggesting testify testified
        tweet tweets tweeted urge urges urged urging vow vows vowed warn warns warned warning write writes wrote written writing accuse accuses accused
        accusing acknowledge acknowledges acknowledged admit admits admitted allege alleges alleged agree agrees agreed call calls called calling cite
        cites cited concede concedes conceded criticize criticized emphasize emphasized estimate estimates estimated joke joked pledge pledges pledged
        propose proposes proposed quote quoted read reads
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Whether a cue has a word of reporting or a colon.</summary>
    public static bool Reports(string text, IEnumerable<TextSpan> cue)
    {
        foreach (var span in cue)
        {
            if (span.Of(text).Contains(':')) return true;
            var word = new System.Text.StringBuilder();
            foreach (var c in span.Of(text).ToString().ToLowerInvariant() + " ")
                if (c is >= 'a' and <= 'z') word.Append(c);
                else
                {
                    if (Words.Contains(word.ToString())) return true;
                    word.Clear();
                }
        }
        return false;
    }

    /// <summary>The words of a text in lower case.</summary>
    public static List<string> Split(ReadOnlySpan<char> text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_');
            if (inside && start < 0) start = i;
            if (inside || start < 0) continue;
            words.Add(text[start..i].ToString().ToLowerInvariant());
            start = -1;
        }
        return words;
    }
}
