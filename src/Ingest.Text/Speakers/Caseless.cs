namespace Ingest.Text.Speakers;

/// <summary>Words compared as the rules do, whatever their case.</summary>
static class Caseless
{
    /// <summary>Whether the two are one word.</summary>
    public static bool Is(ReadOnlySpan<char> word, ReadOnlySpan<char> other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);
}
