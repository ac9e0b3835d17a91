using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Ingest.Text.Reading;

/// <summary>A quick look at how sentences begin: in a text without two that begin alike, nothing stands twice (<see cref="RepeatedText"/>).</summary>
static class SentenceOpenings
{
    // Of a sentence's beginning. The shortest run that counts has more than the second, but for the shortest of words.
    const int FewLetters = 36;
    const int ManyLetters = 48;

    /// <summary>
    /// Whether two sentences begin alike, as they do where a text stands twice: most articles are done with after a look at the first
    /// letters of each, and most others after a second look at more of them.
    /// </summary>
    public static bool MayRepeat(string text, ReadOnlySpan<RepeatedText.Unit> units) => MayRepeat(text, units, FewLetters) && MayRepeat(text, units, ManyLetters);

    static bool MayRepeat(string text, ReadOnlySpan<RepeatedText.Unit> units, int letters)
    {
        var characters = 0;
        foreach (ref readonly var unit in units) characters += unit.Span.Length;
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, characters / 16));
        var table = ArrayPool<uint>.Shared.Rent(size);
        table.AsSpan(0, size).Clear();
        Span<ushort> room = stackalloc ushort[ManyLetters + 1];
        var found = false;
        var count = 0;
        foreach (ref readonly var unit in units)
        {
            var span = unit.Span.Of(text);
            for (var at = 0; at < span.Length && !found;)
            {
                var hash = Opening(span[at..], letters, room);
                var slot = (int)(hash >> 8) & (size - 1);
                while (table[slot] != 0 && table[slot] != hash) slot = (slot + 1) & (size - 1);
                found = hash != 0 && table[slot] == hash;
                if (hash != 0 && ++count > size / 2) found = true;
                table[slot] = hash;
                var end = span[at..].IndexOf('.');
                at = end < 0 ? span.Length : at + end + 1;
            }
        }
        ArrayPool<uint>.Shared.Return(table);
        return found;
    }

    /// <summary>The hash of a sentence's first letters, a multiple of four, blanks and marks left out; 0 where it has fewer.</summary>
    /// <param name="letters">Room for one more than so many.</param>
    static uint Opening(ReadOnlySpan<char> sentence, int enough, Span<ushort> letters)
    {
        var count = 0;
        foreach (var c in sentence)
        {
            // Without a branch, which nobody could foresee: what is no letter is written over.
            var letter = Letters.Of(c);
            letters[count] = (ushort)letter;
            count += letter != 0 ? 1 : 0;
            if (count == enough) return Hash(letters[..enough]);
        }
        return 0;
    }

    static uint Hash(ReadOnlySpan<ushort> letters)
    {
        var hash = 0u;
        foreach (var four in MemoryMarshal.Cast<ushort, ulong>(letters)) hash = BitOperations.Crc32C(hash, four);
        return hash | 1;
    }
}
