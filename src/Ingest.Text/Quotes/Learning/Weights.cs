using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ingest.Text.Quotes.Learning;

/// <summary>
/// The learned weights: a table of signed bytes that features are hashed into with a scale, and a <see cref="HiddenLayer"/>. Embedded as
/// <c>quotes.weights</c>: the two scales (four bytes each, little endian, single precision), the layer's rows and its weights of units, then
/// the table, whose size is a power of two.
/// </summary>
sealed class Weights
{
    readonly sbyte[] table;

    /// <summary>Weights in memory, as the trainer makes them.</summary>
    public Weights(sbyte[] table, float scale, HiddenLayer hidden)
    {
        if (!BitOperations.IsPow2(table.Length)) throw new ArgumentException("The table's size must be a power of two.", nameof(table));
        this.table = table;
        Scale = scale;
        Hidden = hidden;
    }

    /// <summary>What one step of a weight is worth in natural logarithms of odds.</summary>
    public float Scale { get; }

    /// <summary>The layer of hidden units.</summary>
    public HiddenLayer Hidden { get; }

    /// <summary>The weights that the library carries.</summary>
    public static Weights Embedded { get; } = Load();

    /// <summary>The table.</summary>
    public ReadOnlySpan<sbyte> Table => table;

    /// <summary>A sink that adds up the weights of the features it is given.</summary>
    public Sum NewSum() => new(table);

    /// <summary>Writes them as <see cref="Embedded"/> reads them.</summary>
    public void Write(Stream to)
    {
        to.Write(BitConverter.GetBytes(Scale));
        to.Write(BitConverter.GetBytes(Hidden.Scale));
        to.Write(MemoryMarshal.AsBytes(Hidden.RowWeights));
        to.Write(MemoryMarshal.AsBytes(Hidden.TopWeights));
        to.Write(MemoryMarshal.AsBytes(Table));
    }

    static Weights Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Ingest.Text.Quotes.Learning.quotes.weights");
        const int Rows = HiddenLayer.Rows * HiddenLayer.Units, Tops = HiddenLayer.Parts * HiddenLayer.Units;
        if (stream is null) return new Weights(new sbyte[1], 1, new HiddenLayer(new sbyte[Rows], new sbyte[Tops], 1));
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var weights = MemoryMarshal.Cast<byte, sbyte>(bytes.AsSpan(2 * sizeof(float)));
        var hidden = new HiddenLayer(weights[..Rows].ToArray(), weights.Slice(Rows, Tops).ToArray(), BitConverter.ToSingle(bytes, sizeof(float)));
        return new Weights(weights[(Rows + Tops)..].ToArray(), BitConverter.ToSingle(bytes), hidden);
    }

    /// <summary>Adds up weights.</summary>
    public struct Sum(sbyte[] table) : IFeatureSink
    {
        readonly sbyte[] table = table;

        /// <summary>The sum, in steps of <see cref="Scale"/>.</summary>
        public int Total { get; private set; }

        /// <inheritdoc/>
        public void Add(params ReadOnlySpan<uint> features)
        {
            // The mask keeps every place inside the table, which the compiler does not see.
            ref var first = ref MemoryMarshal.GetArrayDataReference(table);
            var mask = (uint)table.Length - 1;
            int low = 0, high = 0, i = 0;
            for (; i + Vector256<uint>.Count <= features.Length; i += Vector256<uint>.Count)
            {
                var places = Feature.Mix(Vector256.Create(features[i..])) & Vector256.Create(mask);
                var (a, b) = (places.GetLower().AsUInt64(), places.GetUpper().AsUInt64());
                low += Pair(ref first, a[0]) + Pair(ref first, a[1]);
                high += Pair(ref first, b[0]) + Pair(ref first, b[1]);
            }
            for (; i < features.Length; i++) low += Unsafe.Add(ref first, Feature.Mix(features[i]) & mask);
            Total += low + high;
        }

        // The weights at two places, each in one half of a number.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static int Pair(ref sbyte first, ulong places) => Unsafe.Add(ref first, (nuint)(uint)places) + Unsafe.Add(ref first, (nuint)(places >> 32));
    }
}
