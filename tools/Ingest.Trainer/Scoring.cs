using Ingest.Text;
using Ingest.Text.Quotes;

namespace Ingest.Trainer;

/// <summary>
/// Compares what was found with an annotation. Contents match by the letters and digits that they share (Jaccard): from 0.5 softly, from 0.9
/// strictly. Contents fall into three sets by how much of them stands in double quotation marks; unquoted ones count only where the cue is a
/// word of reporting, and a prediction that matches another attribution is not counted at all. A mention is right where it overlaps the
/// annotated source and shares a word of substance with it, or half of its letters.
/// </summary>
sealed class Scoring
{
    static readonly string[] Names = ["direct", "mixed", "indirect", "all"];
    static readonly HashSet<string> Stop = [.. "the a an of to in on at for and or his her their its who which that said says".Split(' ')];
    readonly int[] gold = new int[4], predicted = new int[4], soft = new int[4], strict = new int[4], sourced = new int[4], right = new int[4];
    readonly int[] softPredicted = new int[4], strictPredicted = new int[4];

    /// <summary>Where set, misses and false alarms are written here.</summary>
    public TextWriter? Errors { get; init; }

    public double SoftF1(int set) => F1(softPredicted[set], predicted[set], soft[set], gold[set]);

    public double StrictF1(int set) => F1(strictPredicted[set], predicted[set], strict[set], gold[set]);

    public void Add(AnnotatedArticle article, IReadOnlyList<Attribution> found)
    {
        var text = article.Article.Text;
        var mask = QuotedMask(text);
        var golds = new List<(HashSet<int> Chars, int Set, GoldAttribution Gold)>();
        foreach (var g in article.Gold)
        {
            var chars = Chars(text, g.Content);
            if (chars.Count == 0) continue;
            var set = Set(chars, mask);
            if (set == 2 && !ReportingWords.Reports(text, g.Cue)) set = 4;
            golds.Add((chars, set, g));
        }
        var preds = found.Select(f => (Chars: Chars(text, f.Content), Found: f)).Where(x => x.Chars.Count > 0).Select(x => (x.Chars, Set: Set(x.Chars, mask), x.Found)).ToList();
        var pairs = new List<(double Overlap, int Gold, int Predicted)>();
        for (var g = 0; g < golds.Count; g++)
            for (var q = 0; q < preds.Count; q++)
            {
                var shared = golds[g].Chars.Count(preds[q].Chars.Contains);
                if (shared > 0) pairs.Add((shared / (double)(golds[g].Chars.Count + preds[q].Chars.Count - shared), g, q));
            }
        var goldOf = new Dictionary<int, int>();
        var used = new HashSet<int>();
        var onBelief = new HashSet<int>();
        foreach (var (overlap, g, q) in pairs.OrderByDescending(x => x.Overlap).ThenByDescending(x => x.Gold).ThenByDescending(x => x.Predicted))
        {
            if (overlap < 0.5) break;
            if (used.Contains(g) || goldOf.ContainsKey(q)) continue;
            goldOf[q] = g;
            used.Add(g);
            if (golds[g].Set == 4)
            {
                onBelief.Add(q);
                continue;
            }
            foreach (var set in (int[])[golds[g].Set, 3])
            {
                soft[set]++;
                if (overlap >= 0.9) strict[set]++;
                if (golds[g].Gold.Source.Length == 0) continue;
                sourced[set]++;
                var same = preds[q].Found.Source is { } s && SameSpeaker(text, s, golds[g].Gold.Source);
                if (same) right[set]++;
                else if (set != 3) Error("SOURCE", golds[g].Set, article, golds[g].Gold, preds[q].Found);
            }
            foreach (var set in (int[])[preds[q].Set, 3])
            {
                softPredicted[set]++;
                if (overlap >= 0.9) strictPredicted[set]++;
            }
            if (overlap < 0.9) Error("LOOSE", golds[g].Set, article, golds[g].Gold, preds[q].Found);
        }
        for (var g = 0; g < golds.Count; g++)
        {
            if (golds[g].Set == 4) continue;
            gold[golds[g].Set]++;
            gold[3]++;
            if (!used.Contains(g)) Error("MISSED", golds[g].Set, article, golds[g].Gold, null);
        }
        for (var q = 0; q < preds.Count; q++)
        {
            if (onBelief.Contains(q)) continue;
            predicted[preds[q].Set]++;
            predicted[3]++;
            if (!goldOf.ContainsKey(q)) Error("FALSE", preds[q].Set, article, null, preds[q].Found);
        }
    }

    public void Print(TextWriter to)
    {
        to.WriteLine($"{"set",-9} {"gold",6} {"found",6}   {"soft P / R / F1",20}   {"strict P / R / F1",20}   speaker");
        for (var set = 0; set < 4; set++)
            to.WriteLine($"{Names[set],-9} {gold[set],6} {predicted[set],6}   {Three(softPredicted[set], soft[set], set)}   {Three(strictPredicted[set], strict[set], set)}   {100.0 * right[set] / Math.Max(1, sourced[set]):F1} of {sourced[set]}");
    }

    string Three(int hitPredicted, int hitGold, int set) =>
        $"{100.0 * hitPredicted / Math.Max(1, predicted[set]),5:F1} / {100.0 * hitGold / Math.Max(1, gold[set]),5:F1} / {F1(hitPredicted, predicted[set], hitGold, gold[set]),5:F1}";

    static double F1(int hitPredicted, int predicted, int hitGold, int gold)
    {
        double p = predicted == 0 ? 0 : 100.0 * hitPredicted / predicted, r = gold == 0 ? 0 : 100.0 * hitGold / gold;
        return p + r == 0 ? 0 : 2 * p * r / (p + r);
    }

    void Error(string kind, int set, AnnotatedArticle article, GoldAttribution? gold, Attribution? found)
    {
        if (Errors is null) return;
        var text = article.Article.Text;
        string Cut(IEnumerable<TextSpan> spans) => string.Join(" ⋯ ", spans.Select(s => s.Of(text).ToString())).ReplaceLineEndings(" ");
        var at = gold?.Content[0].Start ?? found!.Content[0].Start;
        var end = gold?.Content[^1].End ?? found!.Content[^1].End;
        Errors.WriteLine($"{kind} {Names[set]} {article.Article.Name}:{at}");
        Errors.WriteLine($"   text   …{text[Math.Max(0, at - 120)..Math.Min(text.Length, Math.Min(end, at + 500) + 120)].ReplaceLineEndings(" ¶ ")}…");
        if (gold is not null) Errors.WriteLine($"   gold   [{Cut(gold.Content)}]  source [{Cut(gold.Source)}]  cue [{Cut(gold.Cue)}]");
        if (found is not null) Errors.WriteLine($"   found  [{Cut(found.Content)}]  source [{(found.Source is { } s ? Cut([s]) : "")}]  cue [{(found.Cue is { } c ? Cut([c]) : "")}]");
    }

    static HashSet<int> Chars(string text, IEnumerable<TextSpan> spans)
    {
        var chars = new HashSet<int>();
        foreach (var span in spans)
            for (var i = span.Start; i < span.End; i++)
                if (char.IsLetterOrDigit(text[i])) chars.Add(i);
        return chars;
    }

    static int Set(HashSet<int> chars, bool[] mask)
    {
        var inside = chars.Count(i => mask[i]);
        return inside >= 0.95 * chars.Count ? 0 : inside > 0 ? 1 : 2;
    }

    static bool[] QuotedMask(string text)
    {
        var mask = new bool[text.Length];
        var open = false;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\n': open = false; break;
                case '“' or '„' or '«': open = true; break;
                case '”' or '»': open = false; break;
                case '"': open = !open; break;
                default: mask[i] = open; break;
            }
        }
        return mask;
    }

    static bool SameSpeaker(string text, TextSpan mention, TextSpan[] source)
    {
        var a = Chars(text, [mention]);
        var b = Chars(text, source);
        var both = a.Count(b.Contains);
        return both > 0 && (Words(text, [mention]).Overlaps(Words(text, source)) || both / (double)(a.Count + b.Count - both) >= 0.5);
    }

    static HashSet<string> Words(string text, IEnumerable<TextSpan> spans)
    {
        var words = new HashSet<string>();
        foreach (var span in spans)
            foreach (var word in ReportingWords.Split(span.Of(text)))
                if (!Stop.Contains(word)) words.Add(word);
        return words;
    }
}
