using Ingest.Text.Quotes;
using Ingest.Text.Quotes.Learning;
using Ingest.Text.Tokens;

namespace Ingest.Trainer;

/// <summary>Turns an annotated article into samples: which words are cues, and which of the candidates the annotation chose.</summary>
sealed class SampleBuilder(AnnotatedArticle article, int mask)
{
    readonly Letters letters = new(article);
    readonly ContentCandidates candidates = new();
    readonly SourceCandidates sources = new();
    readonly List<int> buffer = [];
    readonly List<int> observedBuffer = [];

    /// <summary>Attributions whose cue no candidate is.</summary>
    public int Missed { get; set; }

    /// <summary>As <see cref="AnnotatedArticle.TellsOfFloating"/>.</summary>
    public bool TellsOfFloating => article.TellsOfFloating;

    public List<CueSample> Cues()
    {
        var p = article.Passage;
        var samples = new List<CueSample>();
        var byIndex = new Dictionary<int, CueSample>();
        foreach (var cue in new CueScan(p))
        {
            var sample = new CueSample { Cue = cue, Filter = Few(p, cue) };
            samples.Add(sample);
            byIndex[cue.Index] = sample;
        }
        foreach (var gold in article.Gold)
        {
            var content = new GoldContent(article, gold, letters);
            if (content.Total == 0) continue;
            if (Head(p, gold, byIndex) is not { } head)
            {
                Missed++;
                continue;
            }
            if (head.Gold is not null) continue;
            head.Gold = content;
            head.Positive = IsSpeech(p, gold, head);
        }
        return samples;
    }

    /// <summary>Adds to a sample what may be its content.</summary>
    public void Expand(CueSample sample)
    {
        var p = article.Passage;
        var cue = sample.Cue;
        candidates.Fill(p, cue);
        var about = new Surroundings(p, cue);
        buffer.Clear();
        var features = new Collect(buffer, mask);
        CueFeatures.Add(ref features, p, cue, about.Quotes, Templates.Cue);
        sample.Features = [.. buffer];
        sample.Layouts = [.. Enumerable.Range(0, 3).Select(layout =>
        {
            buffer.Clear();
            var sink = new Collect(buffer, mask);
            ContentFeatures.AddLayout(ref sink, cue, about, (Layout)layout, Templates.Layout);
            return buffer.ToArray();
        })];
        buffer.Clear();
        var observed = new Collect(buffer, HiddenLayer.Rows - 1);
        ContentFeatures.AddCue(ref observed, p, cue, about);
        sample.Observed = [.. buffer];
        sample.Right = Part(cue, about, candidates.RightStarts, candidates.RightEnds, Templates.Right);
        sample.Left = Part(cue, about, candidates.LeftStarts, candidates.LeftEnds, Templates.Left);
        sample.Tail = sample.Left is null ? null : Part(cue, about, candidates.TailStarts, candidates.RightEnds, Templates.Tail);
        if (sample.Gold is { } gold) Choose(sample, gold);
    }

    // What a content is worth that shares nine tenths of its letters with the annotated one, beside the nearest.
    const float NearlyRight = 0.5f;

    void Choose(CueSample sample, GoldContent gold)
    {
        var best = 0.0;
        void Try(int layout, int left, int right, double overlap)
        {
            if (overlap <= best) return;
            best = overlap;
            (sample.GoldLayout, sample.GoldLeft, sample.GoldRight) = (layout, left, right);
        }
        double Overlap(int shared, int size) => shared / (double)(gold.Total + size - shared);
        var lefts = sample.Left?.Words.Select((w, i) => (Index: i, Shared: gold.Shared(w.First, w.Last), Size: letters.Of(w.First, w.Last))).ToList() ?? [];
        var rights = sample.Right?.Words.Select((w, i) => (Index: i, Shared: gold.Shared(w.First, w.Last), Size: letters.Of(w.First, w.Last))).ToList() ?? [];
        var tails = sample.Tail?.Words.Select((w, i) => (Index: i, Shared: gold.Shared(w.First, w.Last), Size: letters.Of(w.First, w.Last))).ToList() ?? [];
        foreach (var r in rights) Try(0, -1, r.Index, Overlap(r.Shared, r.Size));
        foreach (var l in lefts) Try(1, l.Index, -1, Overlap(l.Shared, l.Size));
        foreach (var l in lefts)
            foreach (var t in tails)
                if (l.Shared > 0 && t.Shared > 0) Try(2, l.Index, t.Index, Overlap(l.Shared + t.Shared, l.Size + t.Size));
        sample.GoldOverlap = best;
        if (sample.GoldLayout is 0 or 1)
        {
            var list = sample.GoldLayout == 0 ? rights : lefts;
            var chosen = sample.GoldLayout == 0 ? sample.GoldRight : sample.GoldLeft;
            sample.Worth = [.. list.Select(w => Overlap(w.Shared, w.Size) is var o && w.Index == chosen ? 1f : o >= 0.9 ? NearlyRight : 0f)];
        }
    }

    /// <summary>The choice among phrases for a content; null where the right one is not among them.</summary>
    public SourceSample? Source(CueSample sample)
    {
        if (sample.GoldLayout < 0 || sample.Gold is null) return null;
        var left = sample.GoldLayout > 0 ? sample.Left!.Words[sample.GoldLeft] : (0, -1);
        var right = sample.GoldLayout == 0 ? sample.Right!.Words[sample.GoldRight] : sample.GoldLayout == 2 ? sample.Tail!.Words[sample.GoldRight] : (0, -1);
        var content = new Proposal(sample.Cue, (Layout)sample.GoldLayout, left.Item1, left.Item2, right.Item1, right.Item2, 0);
        var p = article.Passage;
        sources.Fill(p, content);
        var choices = new List<int[]>();
        buffer.Clear();
        var none = new Collect(buffer, mask);
        SourceFeatures.AddNone(ref none, p, content, Templates.Source);
        choices.Add([.. buffer]);
        var (gold, best) = (0, 0.0);
        for (var i = 0; i < sources.Count; i++)
        {
            buffer.Clear();
            var sink = new Collect(buffer, mask);
            SourceFeatures.Add(ref sink, p, content, sources[i], Templates.Source);
            choices.Add([.. buffer]);
            int shared = 0, size = 0, total = 0;
            foreach (var span in sample.Gold.Attribution.Source) total += span.Length;
            for (var t = sources[i].First; t < sources[i].End; t++)
            {
                size += p.Tokens[t].Length;
                foreach (var span in sample.Gold.Attribution.Source)
                    if (span.Contains(p.Tokens[t].Start)) shared += p.Tokens[t].Length;
            }
            // The head of a long phrase stands first: `the chairman of the board, a former banker`.
            var score = shared == 0 ? 0 : shared / (double)(size + total - shared) + (sample.Gold.Attribution.Source[0].Contains(p.Tokens[sources[i].First].Start) && p.Tokens[sources[i].First].Start <= sample.Gold.Attribution.Source[0].Start + 6 ? 1 : 0);
            if (score > best) (gold, best) = (choices.Count - 1, score);
        }
        if (gold == 0 && sample.Gold.Attribution.Source.Length > 0) return null;
        return new SourceSample([.. choices], gold);
    }

    /// <summary>Adds what <paramref name="finder"/> leaves over: whether it is a quote by itself, and whether it goes on with the one before it.</summary>
    public void AddFloats(QuoteFinder finder, List<(int[] Features, bool Positive)> samples)
    {
        contents ??= [.. article.Gold.Select(g => new GoldContent(article, g, letters)).Where(g => g.Total > 0)];
        finder.Find(article.Text, (in Passage p, in FloatingQuote quote, in Proposal before) =>
        {
            var size = 0;
            for (var s = quote.FirstSpan; s <= quote.LastSpan; s++) size += letters.Of(p.Quoted[s].First, p.Quoted[s].End - 1);
            bool alone = false, joins = false;
            foreach (var gold in contents)
            {
                var shared = 0;
                for (var s = quote.FirstSpan; s <= quote.LastSpan; s++) shared += gold.Shared(p.Quoted[s].First, p.Quoted[s].End - 1);
                alone |= shared * 2 >= gold.Total + size - shared;
                if (quote.Before < 0 || shared * 10 < size * 9) continue;
                var others = (before.HasLeft ? gold.Shared(before.LeftFirst, before.LeftLast) : 0) + (before.HasRight ? gold.Shared(before.RightFirst, before.RightLast) : 0);
                joins |= others * 4 >= gold.Total;
            }
            samples.Add((Floating(p, quote, Templates.Floating), alone && !joins));
            if (quote.Before >= 0) samples.Add((Floating(p, quote, Templates.Joining), joins));
        });
    }

    int[] Floating(in Passage p, in FloatingQuote quote, Template template)
    {
        buffer.Clear();
        var sink = new Collect(buffer, mask);
        FloatingFeatures.Add(ref sink, p, quote, template);
        return [.. buffer];
    }

    List<GoldContent>? contents;

    PartSample? Part(in CueCandidate cue, in Surroundings about, Boundaries first, Boundaries last, SideTemplates templates)
    {
        var p = article.Passage;
        var starts = new int[first.Count][];
        var ends = new int[last.Count][];
        var observedStarts = new int[first.Count][];
        var observedEnds = new int[last.Count][];
        var pairs = new List<(int, int)>();
        var words = new List<(int, int)>();
        var sink = new Collect(buffer, mask);
        var observed = new Collect(observedBuffer, HiddenLayer.Rows - 1);
        for (var i = 0; i < first.Count; i++)
        {
            buffer.Clear();
            observedBuffer.Clear();
            ContentFeatures.AddStart(ref sink, ref observed, p, cue, about, first[i], first.Region(i), templates);
            (starts[i], observedStarts[i]) = ([.. buffer], [.. observedBuffer]);
        }
        for (var i = 0; i < last.Count; i++)
        {
            buffer.Clear();
            observedBuffer.Clear();
            ContentFeatures.AddEnd(ref sink, ref observed, p, cue, about, last[i], last.Region(i), templates);
            (ends[i], observedEnds[i]) = ([.. buffer], [.. observedBuffer]);
        }
        for (var i = 0; i < first.Count; i++)
            for (var j = 0; j < last.Count; j++)
            {
                if (!ContentCandidates.Fits(cue, first[i], first.Region(i), last[j], last.Region(j))) continue;
                pairs.Add((i, j));
                words.Add((first[i], last[j]));
            }
        return pairs.Count == 0 ? null : new PartSample { Starts = starts, Ends = ends, ObservedStarts = observedStarts, ObservedEnds = observedEnds, Kind = templates.Part, Pairs = [.. pairs], Words = [.. words] };
    }

    int[] Few(in Passage p, in CueCandidate cue)
    {
        buffer.Clear();
        var sink = new Collect(buffer, mask);
        CueFeatures.AddFew(ref sink, p, cue, Templates.Filter);
        return [.. buffer];
    }

    // Of the words of a cue, the one that it is known by.
    static CueSample? Head(in Passage p, GoldAttribution gold, Dictionary<int, CueSample> candidates)
    {
        CueSample? best = null;
        var rank = -1;
        foreach (var span in gold.Cue)
            for (var i = 0; i < p.Tokens.Length; i++)
            {
                if (p.Tokens[i].Start >= span.End) break;
                if (p.Tokens[i].End <= span.Start || !candidates.TryGetValue(i, out var sample)) continue;
                var token = p.Tokens[i];
                var r = token.Is(WordClass.CueWord) ? 6
                    : token.Is(WordClass.ReportingVerb) && token.Is(WordClass.Verb) && token.Part is not (PartOfSpeech.Noun or PartOfSpeech.Plural) ? 5
                    : token.Is(WordClass.ReportingVerb) ? 4 : token.Is(WordClass.SpeechVerb) ? 4 : token.Is(WordClass.Colon) ? 3 : token.Is(WordClass.ReportingNoun) ? 2 : token.Kind == TokenKind.Mark ? 0 : 1;
                if (r > rank) (best, rank) = (sample, r);
            }
        return best;
    }

    static bool IsSpeech(in Passage p, GoldAttribution gold, CueSample head)
    {
        if (p.Tokens[head.Cue.Index].Is(WordClass.ReportingVerb | WordClass.CueWord) || ReportingWords.Reports(p.Text, gold.Cue)) return true;
        foreach (var span in gold.Content)
            for (var i = 0; i < p.Tokens.Length; i++)
                if (span.Contains(p.Tokens[i].Start) && p.Inside[i] != 0) return true;
        return false;
    }
}
