using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Ingest.Text.Tokens;

/// <summary>
/// A table from words to what lists say of them, built once. Most of what a look-up takes is the wait for memory: a byte of each word's hash, sixteen of which
/// are compared at once, tells a word of no list for one without a look at the words. Values are few beside the words, and are numbered.
/// </summary>
sealed class KeyTable<T> where T : struct, IEquatable<T>
{
    // Words and empty places whose bytes are looked at together.
    const int Group = 16;

    readonly uint groups;
    readonly byte[] tags;
    readonly ulong[] lows;
    readonly ulong[] highs;
    readonly ushort[] numbers;
    readonly T[] values;

    /// <param name="entries">No key twice, and at most 65,536 different values.</param>
    public KeyTable(IReadOnlyCollection<KeyValuePair<WordKey, T>> entries)
    {
        // A fourth stays empty at least, so that few groups are full.
        groups = (uint)(entries.Count * 4 / 3 / Group + 1);
        tags = new byte[groups * Group];
        lows = new ulong[tags.Length];
        highs = new ulong[tags.Length];
        numbers = new ushort[tags.Length];
        values = [.. entries.Select(entry => entry.Value).Distinct()];
        var places = values.Select((value, number) => (value, number)).ToDictionary(x => x.value, x => checked((ushort)x.number));
        foreach (var (key, value) in entries)
        {
            var slot = GroupOf(key.Hash) * Group;
            while (tags[slot] != 0) slot = (slot + 1) % (uint)tags.Length;
            tags[slot] = TagOf(key, key.Hash);
            (lows[slot], highs[slot]) = (key.Low, key.High);
            numbers[slot] = places[value];
        }
    }

    /// <summary>Finds a word; false, and the default, where it is not in the table.</summary>
    public bool TryFind(WordKey key, out T value)
    {
        var hash = key.Hash;
        var tag = Vector128.Create(TagOf(key, hash));
        for (var group = GroupOf(hash) * Group; ; group = group + Group == (uint)tags.Length ? 0 : group + Group)
        {
            var block = Vector128.Create(tags.AsSpan((int)group, Group));
            for (var same = Vector128.Equals(block, tag).ExtractMostSignificantBits(); same != 0; same &= same - 1)
            {
                var slot = group + (uint)BitOperations.TrailingZeroCount(same);
                if (lows[slot] != key.Low || key.High != 0 && highs[slot] != key.High) continue;
                value = values[numbers[slot]];
                return true;
            }
            if (!Vector128.EqualsAny(block, Vector128<byte>.Zero)) continue;
            value = default;
            return false;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    uint GroupOf(uint hash) => (uint)((ulong)hash * groups >> 32);

    // Never 0, and no short word's is a long one's: of a short word half a key is looked at.
    static byte TagOf(WordKey key, uint hash) => (byte)(key.High != 0 ? hash | 0x80 : hash & 0x7E | 1);
}
