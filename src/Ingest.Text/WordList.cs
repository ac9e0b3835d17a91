namespace Ingest.Text;

/// <summary>
/// The word lists that rules look words up in: files <c>*.words.txt</c> beside the code that uses them, embedded. A line
/// is an entry; one that begins with <c>#</c> says where the list comes from.
/// </summary>
static class WordList
{
    /// <summary>The lines of a list, comments and blank lines left out.</summary>
    /// <param name="name">Folder and file without extension (<c>Reading.agencies</c>).</param>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream($"Ingest.Text.{name}.words.txt")
            ?? throw new InvalidOperationException($"No word list {name} is embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.AsSpan().Trim() is { IsEmpty: false } entry && entry[0] != '#') yield return entry.ToString();
        }
    }

    /// <summary>The entries as a set that knows no case, to look spans of a text up in.</summary>
    public static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Load(string name) =>
        new HashSet<string>(Lines(name), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
