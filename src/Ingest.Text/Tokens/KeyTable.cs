using System.Numerics;

namespace Ingest.Text.Tokens;

/// <summary>
/// A table from words to what lists say of them, built once: open addressing, as small as may be, since most of what a look-up takes is the wait
/// for memory. Values are few beside the words, and are numbered.
/// </summary>
sealed class KeyTable<T> where T : struct, IEquatable<T>
{
    readonly WordKey[] keys;
    readonly ushort[] numbers;
    readonly T[] values;

    /// <param name="entries">No key twice, and at most 65,536 different values.</param>
    public KeyTable(IReadOnlyCollection<KeyValuePair<WordKey, T>> entries)
    {
        // A third stays empty at least, so that a word of no list is known for one after a look or two.
        keys = new WordKey[BitOperations.RoundUpToPowerOf2((uint)entries.Count * 3 / 2 + 1)];
        numbers = new ushort[keys.Length];
        values = [.. entries.Select(entry => entry.Value).Distinct()];
        var places = values.Select((value, number) => (value, number)).ToDictionary(x => x.value, x => checked((ushort)x.number));
        foreach (var (key, value) in entries)
        {
            var slot = key.Hash & (uint)(keys.Length - 1);
            while (keys[slot] != default) slot = (slot + 1) & (uint)(keys.Length - 1);
            keys[slot] = key;
            numbers[slot] = places[value];
        }
    }

    /// <summary>Finds a word; false, and the default, where it is not in the table.</summary>
    public bool TryFind(WordKey key, out T value)
    {
        var table = keys;
        for (var slot = key.Hash & (uint)(table.Length - 1); ; slot = (slot + 1) & (uint)(table.Length - 1))
        {
            var candidate = table[slot];
            if (candidate == default) break;
            if (candidate != key) continue;
            value = values[numbers[slot]];
            return true;
        }
        value = default;
        return false;
    }
}
