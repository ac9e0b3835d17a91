namespace Ingest.Cli.Files;

/// <summary>Finds the files that are meant by the paths of a command line.</summary>
public static class ArticleFiles
{
    /// <summary>Folders within folders are followed so deep, which a loop of links ends.</summary>
    const int MaxDepth = 64;

    /// <summary>
    /// The files, folders searched through; hidden files (<c>.DS_Store</c>) are left out unless named themselves. In the order of the
    /// arguments, and within a folder by name, byte for byte, the same on every machine.
    /// </summary>
    /// <exception cref="CliException">A path is not there, or may not be read; or no file was found.</exception>
    public static IReadOnlyList<ArticleFile> Find(IReadOnlyList<string> paths)
    {
        var files = new List<ArticleFile>();
        foreach (var path in paths)
        {
            if (File.Exists(path))
            {
                files.Add(new ArticleFile(path, Path.GetFileName(path)));
            }
            else if (Directory.Exists(path))
            {
                files.AddRange(InFolder(path));
            }
            else
            {
                throw new CliException(
                    $"There is no file or folder {path}", $"Paths are relative to {Directory.GetCurrentDirectory()}", ExitCode.Usage);
            }
        }

        if (files.Count == 0)
        {
            throw new CliException($"There are no files in {string.Join(", ", paths)}", "Name a file, or a folder that holds some", ExitCode.Usage);
        }

        return files;
    }

    static List<ArticleFile> InFolder(string folder)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = MaxDepth,
            IgnoreInaccessible = false,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
        };
        try
        {
            var found = Directory.EnumerateFiles(folder, "*", options)
                .Select(path => new ArticleFile(path, Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/')))
                .ToList();
            found.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
            return found;
        }
        catch (UnauthorizedAccessException e)
        {
            throw new CliException($"{folder} may not be read: {e.Message}", "Give yourself the right to read it, or leave that folder out", ExitCode.Usage, e);
        }
    }
}
