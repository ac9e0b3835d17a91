namespace Ingest.Text.Quotes;

/// <summary>A short list of words at which a content may begin or end, each with its region; of fixed capacity.</summary>
sealed class Boundaries(int capacity)
{
    readonly int[] words = new int[capacity];
    readonly byte[] regions = new byte[capacity];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether it takes no more.</summary>
    public bool Full => Count == words.Length;

    /// <summary>The token of a boundary.</summary>
    public int this[int index] => words[index];

    /// <summary>Which sentence a boundary is in; <see cref="ContentCandidates"/> says what the numbers mean.</summary>
    public int Region(int index) => regions[index];

    public void Clear() => Count = 0;

    public void Add(int word, byte region)
    {
        if (Full) return;
        words[Count] = word;
        regions[Count++] = region;
    }

    public void RemoveLast() => Count--;
}
