using System.Numerics;

namespace Ingest.Text.Tokens;

/// <summary>The classes and forms of single marks.</summary>
static class MarkClasses
{
    /// <summary>What a mark is by its shape.</summary>
    public static WordClass Of(char mark) => mark switch
    {
        ',' => WordClass.Comma,
        '.' or '?' or '!' => WordClass.Stop,
        ':' => WordClass.Colon,
        ';' => WordClass.Semicolon,
        '-' or '–' or '—' or '‒' or '―' => WordClass.Dash,
        '…' => WordClass.Ellipsis,
        '(' or '[' or '{' => WordClass.OpenBracket,
        ')' or ']' or '}' => WordClass.CloseBracket,
        '"' or '＂' => WordClass.DoubleMark,
        '“' or '„' or '«' or '‟' => WordClass.DoubleMark | WordClass.OpensByShape,
        '”' or '»' => WordClass.DoubleMark | WordClass.ClosesByShape,
        '\'' or '`' or '´' => WordClass.SingleMark,
        '‘' or '‚' or '‹' => WordClass.SingleMark | WordClass.OpensByShape,
        '’' or '›' => WordClass.SingleMark | WordClass.ClosesByShape,
        _ => WordClass.None,
    };

    /// <summary>Forms from here on are of marks that have no class: currency signs and the like. A mark's <see cref="TokenCode"/> is its form.</summary>
    public const int FirstWithout = 30;

    /// <summary>The class that gives a mark its form; none where a mark of no class has it.</summary>
    public static WordClass ClassOf(ushort form) => form switch { >= 1 and <= 3 => WordClass.Stop, >= 4 and < 16 => (WordClass)(1UL << form + 40), _ => WordClass.None };

    /// <summary>The form of a mark, from 1 to 38: from 1 those of sentence ends, from 4 those of a class, from <see cref="FirstWithout"/> the others.</summary>
    public static ushort FormOf(char mark, WordClass classes) => (ushort)(classes == WordClass.None
        ? mark switch { '$' or '£' or '€' => FirstWithout, '%' => 31, '@' => 32, '#' => 33, '&' => 34, '/' => 35, '-' => 36, '*' or '•' => 37, _ => 38 }
        : mark switch { '.' when classes == WordClass.Stop => 1, '?' => 2, '!' => 3, _ => 4 + BitOperations.TrailingZeroCount((ulong)classes >> 44) });
}
