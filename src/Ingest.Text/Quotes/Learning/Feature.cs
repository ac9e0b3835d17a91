using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Ingest.Text.Quotes.Learning;

/// <summary>
/// Numbers for features: a template and up to three values. <see cref="Of(Template)"/> only adds them up, so that the compiler shares the
/// products between the features of a list; <see cref="Mix(uint)"/> then spreads the sums over the table, several at once.
/// </summary>
static class Feature
{
    const uint Multiplier = 0x2C1B3C6Du;

    /// <summary>The number of a feature that is its template alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(Template template) => template.Number;

    /// <summary>With one value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(Template template, int a) => Of(template) + (uint)a * 0x85EBCA6Bu;

    /// <summary>With two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(Template template, int a, int b) => Of(template, a) ^ ((uint)b * 0xC2B2AE35u + 0x27D4EB2Fu);

    /// <summary>With three.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(Template template, int a, int b, int c) => Of(template, a, b) + (uint)c * 0x165667B1u;

    /// <summary>The hash of a feature's number.</summary>
    public static uint Mix(uint number)
    {
        number ^= number >> 15;
        number *= Multiplier;
        return number ^ (number >> 13);
    }

    /// <summary>The hashes of eight numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Mix(Vector256<uint> numbers)
    {
        numbers ^= numbers >>> 15;
        numbers *= Multiplier;
        return numbers ^ (numbers >>> 13);
    }
}
