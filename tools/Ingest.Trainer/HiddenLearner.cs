using System.Numerics;
using Ingest.Text.Quotes.Learning;
using Lanes = System.Numerics.Vector<float>;

namespace Ingest.Trainer;

/// <summary>
/// Learns a <see cref="HiddenLayer"/>, by the gradients of the log-linear model that its scores are part of, with a step size a weight (AdaGrad);
/// what is given away is the mean over the later epochs.
/// </summary>
sealed class HiddenLearner
{
    // Chosen by cross-validation, the first by the likelihood of articles not learned from.
    const float Rate = 0.01f;
    const float Decay = 1e-4f;
    const float Smoothing = 0.02f;

    // A gradient that moves nothing.
    const float Negligible = 1e-4f;

    const int Units = HiddenLayer.Units;

    readonly Weighted rows = new(HiddenLayer.Rows * Units, 0.05f, 1);
    readonly Weighted tops = new(HiddenLayer.Parts * Units, 0.3f, 2);
    readonly float[] topGradient = new float[HiddenLayer.Parts * Units];
    int snapshots;

    /// <summary>What the units of a part are sums of: its starts, its ends, and the cue; and the gradients for each of them.</summary>
    public sealed class Sums
    {
        public required PartSample Part { get; init; }
        public required int[] Observed { get; init; }
        public required float[][] Starts { get; init; }
        public required float[][] Ends { get; init; }
        public required float[] Cue { get; init; }
        public required float[][] StartGradients { get; init; }
        public required float[][] EndGradients { get; init; }
        public float[] CueGradient { get; } = new float[Units];
    }

    public Sums SumUp(PartSample part, int[] cue) => new()
    {
        Part = part,
        Observed = cue,
        Starts = [.. part.ObservedStarts.Select(Sum)],
        Ends = [.. part.ObservedEnds.Select(Sum)],
        Cue = Sum(cue),
        StartGradients = [.. part.ObservedStarts.Select(_ => new float[Units])],
        EndGradients = [.. part.ObservedEnds.Select(_ => new float[Units])],
    };

    /// <summary>The score of a pair of start and end.</summary>
    public float Score(Sums sums, int pair)
    {
        var (start, end) = (sums.Starts[sums.Part.Pairs[pair].Start], sums.Ends[sums.Part.Pairs[pair].End]);
        var score = Lanes.Zero;
        for (var k = 0; k < Units; k += Lanes.Count) score += Unit(start, end, sums.Cue, k) * new Lanes(tops.Values, sums.Part.Kind * Units + k);
        return Vector.Sum(score);
    }

    /// <summary>Notes the gradient of a pair's score.</summary>
    public void Note(Sums sums, int pair, float gradient)
    {
        if (MathF.Abs(gradient) < Negligible) return;
        var (i, j) = sums.Part.Pairs[pair];
        for (var k = 0; k < Units; k += Lanes.Count)
        {
            var unit = Unit(sums.Starts[i], sums.Ends[j], sums.Cue, k);
            var top = sums.Part.Kind * Units + k;
            var below = Vector.ConditionalSelect(Vector.GreaterThan(unit, Lanes.Zero), gradient * new Lanes(tops.Values, top), Lanes.Zero);
            Add(sums.StartGradients[i], k, below);
            Add(sums.EndGradients[j], k, below);
            Add(sums.CueGradient, k, below);
            Add(topGradient, top, gradient * unit);
        }
    }

    /// <summary>Takes the steps that were noted.</summary>
    public void Step(Sums sums)
    {
        Step(sums.Part.ObservedStarts, sums.StartGradients);
        Step(sums.Part.ObservedEnds, sums.EndGradients);
        Step([sums.Observed], [sums.CueGradient]);
        for (var k = 0; k < Units; k += Lanes.Count) tops.Step(sums.Part.Kind * Units + k, new Lanes(topGradient, sums.Part.Kind * Units + k));
        topGradient.AsSpan(sums.Part.Kind * Units, Units).Clear();
    }

    /// <summary>Counts the weights as they are now into the mean.</summary>
    public void Snapshot()
    {
        rows.Snapshot();
        tops.Snapshot();
        snapshots++;
    }

    /// <summary>From here on the weights are the mean.</summary>
    public void TakeMean()
    {
        if (snapshots == 0) return;
        rows.TakeMean(snapshots);
        tops.TakeMean(snapshots);
    }

    /// <summary>In signed bytes.</summary>
    public HiddenLayer Quantised()
    {
        var (rowBytes, rowScale) = rows.Quantised();
        var (topBytes, topScale) = tops.Quantised();
        return new HiddenLayer(rowBytes, topBytes, rowScale * topScale);
    }

    static Lanes Unit(float[] start, float[] end, float[] cue, int k) => Vector.Max(Lanes.Zero, new Lanes(start, k) + new Lanes(end, k) + new Lanes(cue, k));

    static void Add(float[] to, int k, Lanes lanes) => (new Lanes(to, k) + lanes).CopyTo(to, k);

    float[] Sum(int[] observed)
    {
        var sum = new float[Units];
        foreach (var row in observed)
            for (var k = 0; k < Units; k += Lanes.Count) Add(sum, k, new Lanes(rows.Values, row * Units + k));
        return sum;
    }

    void Step(int[][] observed, float[][] gradients)
    {
        for (var i = 0; i < observed.Length; i++)
            foreach (var row in observed[i])
                for (var k = 0; k < Units; k += Lanes.Count) rows.Step(row * Units + k, new Lanes(gradients[i], k));
    }

    /// <summary>Weights with what AdaGrad and the mean need of each.</summary>
    sealed class Weighted
    {
        readonly float[] squares;
        readonly float[] sums;

        public Weighted(int count, float range, int seed)
        {
            var random = new Random(seed);
            Values = [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2 - 1) * range)];
            squares = new float[count];
            sums = new float[count];
        }

        public float[] Values { get; }

        public void Step(int at, Lanes gradient)
        {
            var values = new Lanes(Values, at);
            var g = gradient - Decay * values;
            var square = new Lanes(squares, at) + g * g;
            square.CopyTo(squares, at);
            (values + Rate * g / Vector.SquareRoot(square + new Lanes(Smoothing))).CopyTo(Values, at);
        }

        public void Snapshot()
        {
            for (var i = 0; i < sums.Length; i++) sums[i] += Values[i];
        }

        public void TakeMean(int snapshots)
        {
            // What nothing moved is noise from the beginning.
            for (var i = 0; i < sums.Length; i++) Values[i] = squares[i] == 0 ? 0 : sums[i] / snapshots;
        }

        // The greatest few are cut.
        public (sbyte[] Bytes, float Scale) Quantised()
        {
            var sorted = Values.Select(MathF.Abs).Order().ToArray();
            return SignedBytes.Of(Values, sorted[(int)((sorted.Length - 1) * 0.9999)]);
        }
    }
}
