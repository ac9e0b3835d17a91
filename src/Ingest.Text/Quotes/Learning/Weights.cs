using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ingest.Text.Quotes.Learning;

/// <summary>
/// The learned weights: a table of signed bytes that features are hashed into, and a scale. Embedded as <c>quotes.weights</c>: the scale
/// (four bytes, little endian, single precision), then the table, whose size is a power of two.
/// </summary>
sealed class Weights
{
    readonly sbyte[] table;

    /// <summary>Weights in memory, as the trainer makes them.</summary>
    public Weights(sbyte[] table, float scale)
    {
        if (!BitOperations.IsPow2(table.Length)) throw new ArgumentException("The table's size must be a power of two.", nameof(table));
        this.table = table;
        Scale = scale;
    }

    /// <summary>What one step of a weight is worth in natural logarithms of odds.</summary>
    public float Scale { get; }

    /// <summary>The weights that the library carries.</summary>
    public static Weights Embedded { get; } = Load();

    /// <summary>The table.</summary>
    public ReadOnlySpan<sbyte> Table => table;

    /// <summary>A sink that adds up the weights of the features it is given.</summary>
    public Sum NewSum() => new(table);

    static Weights Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Ingest.Text.Quotes.Learning.quotes.weights");
        if (stream is null) return new Weights(new sbyte[1], 1);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new Weights(MemoryMarshal.Cast<byte, sbyte>(bytes.AsSpan(4)).ToArray(), BitConverter.ToSingle(bytes));
    }

    /// <summary>Adds up weights.</summary>
    public struct Sum(sbyte[] table) : IFeatureSink
    {
        readonly sbyte[] table = table;

        /// <summary>The sum, in steps of <see cref="Scale"/>.</summary>
        public int Total { get; set; }

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(uint feature) => Total += table[feature & (uint)(table.Length - 1)];
    }
}
