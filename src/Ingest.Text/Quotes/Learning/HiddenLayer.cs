using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ingest.Text.Quotes.Learning;

/// <summary>
/// A layer of hidden units over what is observed at a content's start, at its end and at its cue. Every observation has a row of weights, one
/// for each unit; a unit is the sum over the rows where that is above zero, and a content's score is the weighted sum of its units. So it is
/// learned which observations matter together, and a rare combination is judged by what its parts do elsewhere. The rows of start, end and cue
/// are added up once each; a pair costs a few instructions. All of it is whole numbers, so that every machine decides alike.
/// </summary>
sealed class HiddenLayer
{
    /// <summary>Number of units.</summary>
    public const int Units = 32;

    /// <summary>Number of rows; a power of two. Observations are hashed into them.</summary>
    public const int Rows = 1 << 13;

    /// <summary>Kinds of parts that a content has, each with weights of its own for the units: on the right of its cue, on the left, the tail of one with two parts.</summary>
    public const int Parts = 3;

    readonly sbyte[] rows;
    readonly sbyte[] tops;

    /// <summary>A layer in memory.</summary>
    /// <param name="rows"><see cref="Rows"/> times <see cref="Units"/> weights.</param>
    /// <param name="tops"><see cref="Parts"/> times <see cref="Units"/> weights.</param>
    /// <param name="scale">What one step of a score is worth in natural logarithms of odds.</param>
    public HiddenLayer(sbyte[] rows, sbyte[] tops, float scale)
    {
        if (rows.Length != Rows * Units) throw new ArgumentException($"There must be {Rows * Units} weights.", nameof(rows));
        if (tops.Length != Parts * Units) throw new ArgumentException($"There must be {Parts * Units} weights.", nameof(tops));
        this.rows = rows;
        this.tops = tops;
        Scale = scale;
    }

    /// <summary>What one step of a score is worth in natural logarithms of odds.</summary>
    public float Scale { get; }

    /// <summary>The rows, one after the other.</summary>
    public ReadOnlySpan<sbyte> RowWeights => rows;

    /// <summary>The weights of the units, part after part.</summary>
    public ReadOnlySpan<sbyte> TopWeights => tops;

    /// <summary>The sum of the rows of what was observed; of so many as a content's part has, so that it stays in the range of sixteen bits.</summary>
    public Sum SumUp(in Observed observed)
    {
        // The mask keeps every row inside the table, which the compiler does not see.
        ref var first = ref MemoryMarshal.GetArrayDataReference(rows);
        Vector256<short> sumLow = default, sumHigh = default;
        foreach (var number in observed.Numbers)
        {
            var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref first, (nuint)(Feature.Mix(number) & Rows - 1) * Units));
            sumLow += low;
            sumHigh += high;
        }
        return new Sum(sumLow, sumHigh);
    }

    /// <summary>The score of a content's part, in steps of <see cref="Scale"/>.</summary>
    public int Score(in Sum cue, in Sum start, in Sum end, int part)
    {
        var (low, high) = Vector256.Widen(Vector256.Create(tops.AsSpan(part * Units, Units)));
        return Score(cue.Low + start.Low + end.Low, low) + Score(cue.High + start.High + end.High, high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int Score(Vector256<short> units, Vector256<short> weights)
    {
        var (low, high) = Vector256.Widen(Vector256.Max(units, Vector256<short>.Zero));
        var (lowWeights, highWeights) = Vector256.Widen(weights);
        return Vector256.Sum(low * lowWeights + high * highWeights);
    }

    /// <summary>What the units are sums of.</summary>
    /// <param name="Low">The first half of the units.</param>
    /// <param name="High">The second half.</param>
    public readonly record struct Sum(Vector256<short> Low, Vector256<short> High);

    /// <summary>Holds what was observed at a place until its sum is wanted, which most places never come to.</summary>
    public struct Observed() : IFeatureSink
    {
        /// <summary>No place has more observations.</summary>
        public const int Most = 21;

        readonly uint[] numbers = new uint[Most];
        int count;

        /// <summary>The observations as features.</summary>
        public readonly ReadOnlySpan<uint> Numbers => numbers.AsSpan(0, count);

        /// <inheritdoc/>
        public void Add(params ReadOnlySpan<uint> features)
        {
            features.CopyTo(numbers);
            count = features.Length;
        }
    }
}
