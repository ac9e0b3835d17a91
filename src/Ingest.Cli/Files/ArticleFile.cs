namespace Ingest.Cli.Files;

/// <summary>A file that was named on the command line, or found in a folder that was.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">Its path within the folder that was named, with <c>/</c>; for a file that was named itself, its name.</param>
public sealed record ArticleFile(string Path, string Name);
