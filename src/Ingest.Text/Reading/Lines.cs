using System.Buffers;

namespace Ingest.Text.Reading;

/// <summary>Cuts a text into lines: LF, CR, CR LF and Unicode's own line ends. Each line comes without the blanks around it.</summary>
ref struct Lines(string text, int start)
{
    static readonly SearchValues<char> Ends = SearchValues.Create("\n\r\u0085\u2028\u2029");

    int position = start;

    /// <summary>The line read last, empty where it holds blanks only.</summary>
    public TextSpan Current { get; private set; }

    /// <summary>Where the next line begins.</summary>
    public readonly int Position => position;

    /// <summary>Reads the next line; false at the end of the text.</summary>
    public bool MoveNext()
    {
        if (position >= text.Length) return false;
        var length = text.AsSpan(position).IndexOfAny(Ends);
        var end = length < 0 ? text.Length : position + length;
        Current = text.Trimmed(position, end);
        position = end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? end + 2 : end + 1;
        return true;
    }
}
