using System.Runtime.CompilerServices;

namespace Ingest.Text.Quotes.Learning;

/// <summary>
/// The number of a template of features, spread already: where a group of templates begins is multiplied once, and those that follow are a
/// sum away, which matters where a feature takes a nanosecond.
/// </summary>
readonly struct Template
{
    const uint Spread = 0x9E3779B1u;

    readonly uint number;

    /// <summary>A template by its number, from 0.</summary>
    public Template(int number) => this.number = (uint)number * Spread;

    Template(uint spread) => number = spread;

    /// <summary>The number as <see cref="Feature"/> takes it.</summary>
    public uint Number => number;

    /// <summary>The template so many places later.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Template operator +(Template template, int places) => new(template.number + (uint)places * Spread);
}
