using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ingest.Text.Tokens;

/// <summary>
/// A word of at most <see cref="Longest"/> ASCII characters, in lower case, packed in two numbers, the first character lowest: compared and
/// hashed in a few steps, and read from a text sixteen characters at once.
/// </summary>
readonly record struct WordKey(ulong Low, ulong High)
{
    /// <summary>No word with more characters has a key.</summary>
    public const int Longest = 16;

    /// <summary>A hash of it, the lowest bits as good as any.</summary>
    public uint Hash => BitOperations.Crc32C(BitOperations.Crc32C(0, Low), High);

    /// <summary>The key of a word; false where it is longer or has letters outside ASCII. A curly apostrophe counts as a straight one.</summary>
    public static bool TryOf(ReadOnlySpan<char> word, out WordKey key)
    {
        key = default;
        if (word.Length > Longest) return false;
        if (word.Length >= 8)
        {
            // The first eight and the last eight characters, which may share some.
            var (first, last) = (Vector128.Create(Units(word)), Vector128.Create(Units(word[^8..])));
            if (IsAscii(first | last))
            {
                key = new(Packed(first), word.Length == 8 ? 0 : Packed(last) >> (8 * (Longest - word.Length)));
                return true;
            }
        }
        else if (word.Length >= 4)
        {
            // Likewise the first four and the last four.
            var both = Vector128.Create(Vector64.Create(Units(word)), Vector64.Create(Units(word[^4..])));
            if (IsAscii(both))
            {
                var packed = Packed(both);
                key = new((uint)packed | packed >> 32 << (8 * (word.Length - 4)), 0);
                return true;
            }
        }
        ulong low = 0, high = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var c = Lexicon.Fold(word[i]);
            if (c >= 128) return false;
            if (i < 8) low |= (ulong)c << (8 * i);
            else high |= (ulong)c << (8 * i);
        }
        key = new(low, high);
        return true;
    }

    static ReadOnlySpan<ushort> Units(ReadOnlySpan<char> text) => MemoryMarshal.Cast<char, ushort>(text);

    static bool IsAscii(Vector128<ushort> characters) => (characters & Vector128.Create((ushort)0xFF80)) == Vector128<ushort>.Zero;

    // Eight ASCII characters in lower case.
    static ulong Packed(Vector128<ushort> characters)
    {
        var capitals = Vector128.LessThan(characters - Vector128.Create((ushort)'A'), Vector128.Create((ushort)26));
        var lower = characters | capitals & Vector128.Create((ushort)0x20);
        return Vector128.Narrow(lower, lower).AsUInt64()[0];
    }

    /// <summary>Reads the ASCII letters that stand at <paramref name="at"/>, where at least <see cref="Longest"/> characters are left.</summary>
    /// <param name="most">No more letters than this are read.</param>
    /// <param name="length">How many there are; <see cref="Longest"/> may be more.</param>
    /// <param name="capitals">A bit for each, the first lowest: whether it is a capital.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordKey Read(string text, int at, int most, out int length, out uint capitals)
    {
        var block = Vector256.LoadUnsafe(ref Unsafe.As<char, ushort>(ref Unsafe.AsRef(in text.GetPinnableReference())), (nuint)at);
        var lower = block | Vector256.Create((ushort)0x20);
        var letters = Vector256.LessThan(lower - Vector256.Create((ushort)'a'), Vector256.Create((ushort)26)).ExtractMostSignificantBits();
        length = Math.Min(BitOperations.TrailingZeroCount(~letters), most);
        capitals = Vector256.LessThan(block - Vector256.Create((ushort)'A'), Vector256.Create((ushort)26)).ExtractMostSignificantBits() & ((1u << length) - 1);
        return Packed(lower, length);
    }

    /// <summary>Likewise letters and digits, whatever their case; the key is <see cref="TryOf"/>'s.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordKey ReadWithDigits(string text, int at, int most, out int length)
    {
        var block = Vector256.LoadUnsafe(ref Unsafe.As<char, ushort>(ref Unsafe.AsRef(in text.GetPinnableReference())), (nuint)at);
        var lower = block | Vector256.Create((ushort)0x20);
        var letters = Vector256.LessThan(lower - Vector256.Create((ushort)'a'), Vector256.Create((ushort)26));
        var digits = Vector256.LessThan(block - Vector256.Create((ushort)'0'), Vector256.Create((ushort)10));
        length = Math.Min(BitOperations.TrailingZeroCount(~(letters | digits).ExtractMostSignificantBits()), most);
        return Packed(lower, length);
    }

    /// <summary>The key with one more character behind <paramref name="length"/> others, which are fewer than eight.</summary>
    public WordKey With(char last, int length) => this with { Low = Low | (ulong)last << (8 * length) };

    // The first characters, in lower case.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static WordKey Packed(Vector256<ushort> lower, int length)
    {
        var packed = Vector128.Narrow(lower.GetLower(), lower.GetUpper()) & Vector128.LessThan(Indices, Vector128.Create((byte)length));
        return new(packed.AsUInt64()[0], packed.AsUInt64()[1]);
    }

    static Vector128<byte> Indices => Vector128.Create((byte)0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
}
