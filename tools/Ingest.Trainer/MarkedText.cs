using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Ingest.Text;

namespace Ingest.Trainer;

/// <summary>
/// An article whose attributions are marked in its text: <c>{q1|"We waited,"} {s1|Holm} {c1|said}.</c> A mark has a letter for its part (<c>q</c>
/// content, <c>c</c> cue, <c>s</c> source), the number of the attribution, and the words; a part that is broken has the same mark again. Marks do
/// not nest; one that belongs to several attributions has their numbers: <c>{s1,2|Holm} {c1|said} {q1|…} and {c2|warned} {q2|…}</c>.
/// </summary>
static partial class MarkedText
{
    /// <summary>The text without its marks, and the attributions in the order of their numbers; spans in code units.</summary>
    /// <exception cref="FormatException">A brace or bar that belongs to no mark, or an attribution without content.</exception>
    public static (string Text, IReadOnlyList<GoldAttribution> Gold) Read(string marked)
    {
        var text = new StringBuilder(marked.Length);
        var parts = new SortedDictionary<int, Dictionary<char, List<TextSpan>>>();
        var from = 0;
        foreach (Match mark in Mark().Matches(marked))
        {
            text.Append(marked, from, mark.Index - from);
            from = mark.Index + mark.Length;
            var words = mark.Groups["words"].Value;
            foreach (var number in mark.Groups["numbers"].Value.Split(',').Select(written => int.Parse(written, CultureInfo.InvariantCulture)))
            {
                if (!parts.TryGetValue(number, out var spans)) parts.Add(number, spans = new() { ['q'] = [], ['c'] = [], ['s'] = [] });
                spans[mark.Groups["part"].Value[0]].Add(new TextSpan(text.Length, text.Length + words.Length));
            }
            text.Append(words);
        }

        text.Append(marked, from, marked.Length - from);
        var plain = text.ToString();
        if (plain.AsSpan().IndexOfAny("{|}") is >= 0 and var stray) throw new FormatException($"`{plain[stray]}` belongs to no mark, near \"{plain[Math.Max(0, stray - 30)..stray]}\".");
        foreach (var (number, spans) in parts)
            if (spans['q'].Count == 0) throw new FormatException($"Attribution {number} has no content: mark it {{q{number}|…}}.");
        return (plain, [.. parts.Values.Select(spans => new GoldAttribution([.. spans['q']], [.. spans['s']], [.. spans['c']]))]);
    }

    [GeneratedRegex(@"\{(?<part>[qcs])(?<numbers>\d+(,\d+)*)\|(?<words>[^{}|]+)\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Mark();
}
