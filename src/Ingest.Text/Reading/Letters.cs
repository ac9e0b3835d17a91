namespace Ingest.Text.Reading;

/// <summary>Characters as they count where texts are compared whatever their blanks, marks and case.</summary>
static class Letters
{
    /// <summary>The letter or digit without its case; 0 for any other character.</summary>
    public static uint Of(char c) => c < 128 ? Ascii[c] : char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : 0u;

    static readonly byte[] Ascii =
        [.. Enumerable.Range(0, 128).Select(c => char.IsAsciiLetterOrDigit((char)c) ? (byte)char.ToLowerInvariant((char)c) : (byte)0)];
}
