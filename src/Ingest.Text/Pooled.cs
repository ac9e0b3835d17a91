using System.Buffers;

namespace Ingest.Text;

/// <summary>Arrays from the shared pool that fill up.</summary>
static class Pooled
{
    /// <summary>Makes room behind the first <paramref name="count"/> entries of an array, where there is none.</summary>
    public static void MakeRoom<T>(ref T[] array, int count)
    {
        if (count < array.Length) return;
        var larger = ArrayPool<T>.Shared.Rent(count * 2);
        array.AsSpan(0, count).CopyTo(larger);
        ArrayPool<T>.Shared.Return(array);
        array = larger;
    }
}
