using System.Numerics;

namespace Ingest.Text.Tokens;

/// <summary>Hashes of words in 64 bits, the same whatever a word's case, the shape of its apostrophe, and with a full stop at its end or without (<c>Corp.</c>).</summary>
static class WordHash
{
    /// <summary>The hash of one word.</summary>
    public static ulong Of(ReadOnlySpan<char> word)
    {
        if (word.Length > 1 && word[^1] == '.') word = word[..^1];
        if (WordKey.TryOf(word, out var key)) return (key.Low ^ BitOperations.RotateLeft(key.High * 0x9FB21C651E98DF25UL, 32)) * 0xD6E8FEB86659FD93UL;
        var hash = 14695981039346656037UL;
        foreach (var c in word) hash = (hash ^ Lexicon.Fold(c)) * 1099511628211UL;
        return hash;
    }

    /// <summary>The hash of a word after others.</summary>
    public static ulong Then(ulong hash, ulong word) => BitOperations.RotateLeft(hash, 23) * 0x9FB21C651E98DF25UL + word;
}
