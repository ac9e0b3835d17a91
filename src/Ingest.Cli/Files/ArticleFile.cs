using Ingest.Cli.Terminal;

namespace Ingest.Cli.Files;

/// <summary>A file that was named on the command line, found in a folder that was, or standard input.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">Its path within the folder that was named, with <c>/</c>; for a file that was named itself, its name.</param>
public sealed record ArticleFile(string Path, string Name)
{
    /// <summary>What was read already, of standard input; null for a file, which is read when its turn comes.</summary>
    public byte[]? Content { get; init; }

    /// <summary>What to call it on the screen.</summary>
    public string Shown => Content is null ? Printable.Of(Path) : "standard input";

    /// <summary>Opens it, to be read from its start.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public Stream Open() => Content is null ? File.OpenRead(Path) : new MemoryStream(Content, writable: false);
}
