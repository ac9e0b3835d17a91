using System.Numerics;

namespace Ingest.Text.Tokens;

/// <summary>A table from words to what lists say of them: open addressing, key and value side by side, built once.</summary>
sealed class KeyTable<T> where T : struct
{
    readonly Slot[] slots;

    /// <param name="entries">No key twice.</param>
    public KeyTable(IReadOnlyCollection<KeyValuePair<WordKey, T>> entries)
    {
        // Two thirds stay empty, since most of the names that are looked up are in no list.
        slots = new Slot[BitOperations.RoundUpToPowerOf2((uint)entries.Count * 3 + 1)];
        foreach (var (key, value) in entries)
        {
            var slot = key.Hash & (uint)(slots.Length - 1);
            while (slots[slot].Key != default) slot = (slot + 1) & (uint)(slots.Length - 1);
            slots[slot] = new(key, value);
        }
    }

    /// <summary>Finds a word; false, and the default, where it is not in the table.</summary>
    public bool TryFind(WordKey key, out T value)
    {
        var table = slots;
        for (var slot = key.Hash & (uint)(table.Length - 1); ; slot = (slot + 1) & (uint)(table.Length - 1))
        {
            ref readonly var candidate = ref table[slot];
            if (candidate.Key == key)
            {
                value = candidate.Value;
                return key != default;
            }
            if (candidate.Key == default) break;
        }
        value = default;
        return false;
    }

    readonly record struct Slot(WordKey Key, T Value);
}
