using Ingest.Text.Tokens;

namespace Ingest.Text.Speakers;

/// <summary>Finds members of a cast by what a name is made of. Keys are hashes of words (<see cref="WordHash"/>); kept and filled again for every article.</summary>
sealed class NameIndex
{
    ulong[] keys = new ulong[256];
    int[] values = new int[256];
    int count;

    /// <summary>What of a name a key stands for.</summary>
    public enum Part : ulong
    {
        /// <summary>All its words.</summary>
        Full = 0x9E3779B97F4A7C15,

        /// <summary>First word and surname.</summary>
        FirstAndLast = 0xC2B2AE3D27D4EB4F,

        /// <summary>The surname.</summary>
        Surname = 0x165667B19E3779F9,

        /// <summary>The words it begins with.</summary>
        Opening = 0x27D4EB2F165667C5,
    }

    /// <summary>The member under a key; -1 where there is none.</summary>
    public int Find(Part part, ulong hash)
    {
        var key = Key(part, hash);
        for (var slot = Slot(key); keys[slot] != 0; slot = (slot + 1) & (keys.Length - 1))
            if (keys[slot] == key) return values[slot];
        return -1;
    }

    /// <summary>Sets the member under a key.</summary>
    public void Set(Part part, ulong hash, int member)
    {
        if (count * 2 >= keys.Length) Grow();
        if (Put(Key(part, hash), member)) count++;
    }

    /// <summary>Sets the member under a key that has none.</summary>
    public void SetNew(Part part, ulong hash, int member)
    {
        if (Find(part, hash) < 0) Set(part, hash, member);
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        if (keys.Length > 1 << 14)
        {
            keys = new ulong[256];
            values = new int[256];
        }
        else if (count > 0) Array.Clear(keys);
        count = 0;
    }

    static ulong Key(Part part, ulong hash)
    {
        var key = (hash ^ (ulong)part) * 0xFF51AFD7ED558CCDUL;
        key ^= key >> 32;
        return key == 0 ? 1 : key;
    }

    int Slot(ulong key) => (int)(key >> 7) & (keys.Length - 1);

    bool Put(ulong key, int member)
    {
        var slot = Slot(key);
        while (keys[slot] != 0 && keys[slot] != key) slot = (slot + 1) & (keys.Length - 1);
        var added = keys[slot] == 0;
        keys[slot] = key;
        values[slot] = member;
        return added;
    }

    void Grow()
    {
        var (oldKeys, oldValues) = (keys, values);
        keys = new ulong[oldKeys.Length * 2];
        values = new int[keys.Length];
        for (var i = 0; i < oldKeys.Length; i++)
            if (oldKeys[i] != 0) Put(oldKeys[i], oldValues[i]);
    }
}
