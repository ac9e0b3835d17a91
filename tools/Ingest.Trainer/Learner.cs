using Ingest.Text.Quotes.Learning;

namespace Ingest.Trainer;

/// <summary>
/// Weights learned by stochastic gradient with a step size a weight (AdaGrad), seeded, so that the same data give the same weights.
/// The filter is a logistic regression. Cue, layout and boundaries are one log-linear model over every content that the rules allow
/// for a cue, and none, whose scores are in part those of a layer of hidden units; it is trained to give the annotated one all the probability.
/// Sources are one over the phrases about the cue.
/// </summary>
sealed class Learner(int size)
{
    readonly float[] weights = new float[size];
    readonly float[] squares = new float[size];
    readonly Random random = new(20151111);
    // All three chosen by cross-validation.
    const float Rate = 0.04f;
    const float Decay = 3e-3f;
    const float Smoothing = 0.02f;
    // In double precision, so that the mean of a weight that stays is that weight.
    readonly double[] summed = new double[size];
    readonly HiddenLearner hidden = new();
    int snapshots;

    // Counts the weights as they are now into the mean.
    void Snapshot()
    {
        for (var i = 0; i < summed.Length; i++) summed[i] += weights[i];
        snapshots++;
    }

    // From here on the weights are the mean; the next one begins anew.
    void TakeMean()
    {
        if (snapshots == 0) return;
        for (var i = 0; i < summed.Length; i++) weights[i] = (float)(summed[i] / snapshots);
        Array.Clear(summed);
        snapshots = 0;
    }

    public void TrainFilter(List<CueSample> samples, int epochs)
    {
        for (var epoch = 0; epoch < epochs; epoch++)
            foreach (var sample in Shuffled(samples))
            {
                if (sample.Ignored) continue;
                var p = 1 / (1 + MathF.Exp(-Score(sample.Filter)));
                Step(sample.Filter, (sample.Positive ? 1 : 0) - p);
            }
    }

    public float FilterScore(CueSample sample) => Score(sample.Filter);

    public void TrainContents(List<CueSample> samples, int epochs)
    {
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            foreach (var sample in Shuffled(samples))
            {
                if (sample.Ignored || sample.Positive && sample.GoldOverlap < 0.5) continue;
                Content(sample);
            }
            if (epoch < epochs / 3) continue;
            Snapshot();
            hidden.Snapshot();
        }
        TakeMean();
        hidden.TakeMean();
    }

    public void TrainSources(List<SourceSample> samples, int epochs)
    {
        for (var epoch = 0; epoch < epochs; epoch++)
            foreach (var sample in Shuffled(samples))
            {
                var scores = sample.Choices.Select(Score).ToArray();
                var log = LogSum(scores);
                for (var i = 0; i < scores.Length; i++)
                    Step(sample.Choices[i], (i == sample.Gold ? 1 : 0) - MathF.Exp(scores[i] - log));
            }
    }

    /// <summary>There are few samples, and the last steps would count for much: the mean over the later epochs is kept.</summary>
    public void TrainFloats(List<(int[] Features, bool Positive)> samples, int epochs)
    {
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            foreach (var (features, positive) in Shuffled(samples)) Step(features, (positive ? 1 : 0) - 1 / (1 + MathF.Exp(-Score(features))));
            if (epoch >= epochs / 2) Snapshot();
        }
        TakeMean();
    }

    /// <summary>How far a cue's annotation surprises the weights; nothing for one whose content is no candidate.</summary>
    public Loss Loss(CueSample sample)
    {
        if (sample.Positive && sample.GoldOverlap < 0.5) return default;
        var scored = Score(sample);
        var any = Math.Max(LeastLikely, 1 - MathF.Exp(-scored.LogSum));
        if (!sample.Positive) return new(scored.LogSum, 0, 0);
        var content = scored.Layouts[sample.GoldLayout] - scored.LogSum - Math.Log(any);
        if (sample.GoldLayout == 0) content += Within(scored.Right, sample.GoldRight, sample.Worth);
        else content += Within(scored.Left, sample.GoldLeft, sample.Worth);
        if (sample.GoldLayout == 2) content += Within(scored.Tail, sample.GoldRight, null);
        return new(-Math.Log(any), -content, 1);
    }

    const double LeastLikely = 1e-6;

    // The logarithm of the share that the annotated pair has, and those which are worth something beside it.
    static double Within(in Scored part, int gold, float[]? worth)
    {
        var sum = 0.0;
        for (var i = 0; i < part.Scores.Length; i++)
            if (i == gold || worth is not null && worth[i] > 0) sum += Math.Exp(part.Scores[i] - part.LogSum);
        return Math.Log(Math.Max(LeastLikely, sum));
    }

    /// <summary>The scores of all contents of a cue, part by part and layout by layout; none scores 0.</summary>
    readonly record struct ScoredCue(Scored Right, Scored Left, Scored Tail, float[] Layouts, float LogSum);

    ScoredCue Score(CueSample sample)
    {
        var cue = Score(sample.Features);
        var right = Forward(sample.Right, sample);
        var left = Forward(sample.Left, sample);
        var tail = Forward(sample.Tail, sample);
        float[] layouts = [float.NegativeInfinity, float.NegativeInfinity, float.NegativeInfinity, 0];
        if (sample.Right is not null) layouts[0] = cue + right.LogSum + Score(sample.Layouts[0]);
        if (sample.Left is not null) layouts[1] = cue + left.LogSum + Score(sample.Layouts[1]);
        if (sample.Tail is not null) layouts[2] = cue + left.LogSum + tail.LogSum + Score(sample.Layouts[2]);
        return new(right, left, tail, layouts, LogSum(layouts));
    }

    void Content(CueSample sample)
    {
        var (right, left, tail, layouts, log) = Score(sample);
        Span<float> p = [MathF.Exp(layouts[0] - log), MathF.Exp(layouts[1] - log), MathF.Exp(layouts[2] - log), MathF.Exp(layouts[3] - log)];
        var gold = sample.Positive ? sample.GoldLayout : -1;
        Step(sample.Features, (gold >= 0 ? 1 : 0) - (1 - p[3]));
        for (var i = 0; i < 3; i++)
            if (p[i] > 0 || gold == i) Step(sample.Layouts[i], (gold == i ? 1 : 0) - p[i]);
        Backward(sample.Right, right, p[0], gold == 0 ? sample.GoldRight : -1, gold == 0 ? sample.Worth : null);
        Backward(sample.Left, left, p[1] + p[2], gold is 1 or 2 ? sample.GoldLeft : -1, gold == 1 ? sample.Worth : null);
        Backward(sample.Tail, tail, p[2], gold == 2 ? sample.GoldRight : -1);
    }

    /// <summary>The scores of a part's pairs.</summary>
    readonly record struct Scored(float[] Scores, float LogSum, HiddenLearner.Sums? Sums);

    Scored Forward(PartSample? part, CueSample sample)
    {
        if (part is null) return new([], float.NegativeInfinity, null);
        var starts = part.Starts.Select(Score).ToArray();
        var ends = part.Ends.Select(Score).ToArray();
        var sums = hidden.SumUp(part, sample.Observed);
        var scores = part.Pairs.Select((pair, i) => starts[pair.Start] + ends[pair.End] + hidden.Score(sums, i)).ToArray();
        return new(scores, LogSum(scores), sums);
    }

    void Backward(PartSample? part, in Scored forward, float mass, int gold, float[]? worth = null)
    {
        if (part is null || forward.Sums is null || mass < 1e-6f && gold < 0) return;
        var norm = 0f;
        if (worth is not null)
            for (var i = 0; i < worth.Length; i++)
                if (worth[i] > 0) norm += worth[i] * MathF.Exp(forward.Scores[i] - forward.LogSum);
        if (norm < 1e-6f) worth = null;
        var starts = new float[part.Starts.Length];
        var ends = new float[part.Ends.Length];
        for (var i = 0; i < part.Pairs.Length; i++)
        {
            var likelihood = MathF.Exp(forward.Scores[i] - forward.LogSum);
            var wanted = worth is not null ? worth[i] * likelihood / norm : i == gold ? 1 : 0;
            var gradient = wanted - mass * likelihood;
            starts[part.Pairs[i].Start] += gradient;
            ends[part.Pairs[i].End] += gradient;
            hidden.Note(forward.Sums, i, gradient);
        }
        hidden.Step(forward.Sums);
        for (var i = 0; i < starts.Length; i++) Step(part.Starts[i], starts[i]);
        for (var i = 0; i < ends.Length; i++) Step(part.Ends[i], ends[i]);
    }

    float Score(int[] features)
    {
        var sum = 0f;
        foreach (var f in features) sum += weights[f];
        return sum;
    }

    void Step(int[] features, float gradient)
    {
        if (MathF.Abs(gradient) < 1e-5f) return;
        foreach (var f in features)
        {
            var g = gradient - Decay * weights[f];
            squares[f] += g * g;
            weights[f] += Rate * g / MathF.Sqrt(squares[f] + Smoothing);
        }
    }

    static float LogSum(ReadOnlySpan<float> scores)
    {
        var max = float.NegativeInfinity;
        foreach (var s in scores) max = MathF.Max(max, s);
        if (float.IsNegativeInfinity(max)) return max;
        var sum = 0f;
        foreach (var s in scores) sum += MathF.Exp(s - max);
        return max + MathF.Log(sum);
    }

    T[] Shuffled<T>(List<T> samples)
    {
        var order = samples.ToArray();
        random.Shuffle(order);
        return order;
    }

    /// <summary>In signed bytes: the few greatest are cut, so that the many small ones are told apart.</summary>
    public Weights Quantised()
    {
        var sorted = weights.Select(MathF.Abs).Where(w => w > 0).Order().ToArray();
        var top = sorted.Length == 0 ? 1 : sorted[(int)(sorted.Length * 0.9995)];
        var (table, scale) = SignedBytes.Of(weights, top);
        return new Weights(table, scale, hidden.Quantised());
    }
}
