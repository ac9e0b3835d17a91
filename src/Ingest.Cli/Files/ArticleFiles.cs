using Ingest.Api.Uploads;

namespace Ingest.Cli.Files;

/// <summary>Finds the files that are meant by the paths of a command line.</summary>
public static class ArticleFiles
{
    /// <summary>Folders within folders are followed so deep, which a loop of links ends.</summary>
    const int MaxDepth = 64;

    /// <summary>What names standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>
    /// The files, folders searched through; <c>-</c> is an article from standard input, which is read here, to its end or one byte over
    /// <paramref name="largest"/>, and is named by its content as an upload by HTTP without a name is; hidden files (<c>.DS_Store</c>) are left out unless named themselves. In the order of the
    /// arguments, and within a folder by name, byte for byte, the same on every machine.
    /// </summary>
    /// <param name="largest">The largest article, in bytes.</param>
    /// <exception cref="CliException">A path is not there, or may not be read; no file was found; or standard input is named twice.</exception>
    public static IReadOnlyList<ArticleFile> Find(IReadOnlyList<string> paths, int largest)
    {
        if (paths.Count(path => path == StandardInput) > 1) throw new CliException("Standard input (-) can be read once", "Name it once", ExitCode.Usage);

        var files = new List<ArticleFile>();
        foreach (var path in paths)
        {
            if (path == StandardInput) files.Add(OfInput(Console.OpenStandardInput(), largest));
            else if (AttributesOf(path).HasFlag(FileAttributes.Directory)) files.AddRange(InFolder(path));
            else files.Add(new ArticleFile(path, Path.GetFileName(path)));
        }

        if (files.Count == 0)
        {
            throw new CliException($"There are no files in {string.Join(", ", paths)}", "Name a file, or a folder that holds some", ExitCode.Usage);
        }

        return files;
    }

    /// <summary>An article out of a stream: its name is made from its content, so that the same again has the same.</summary>
    internal static ArticleFile OfInput(Stream input, int largest)
    {
        using var read = new MemoryStream();
        using (input)
        {
            var buffer = new byte[64 * 1024];
            for (int length; read.Length <= largest && (length = input.Read(buffer, 0, (int)Math.Min(buffer.Length, largest + 1L - read.Length))) > 0;) read.Write(buffer, 0, length);
        }

        var content = read.ToArray();
        return new ArticleFile(StandardInput, BlobNames.Of(null, hasUrl: false, content)) { Content = content };
    }

    static FileAttributes AttributesOf(string path)
    {
        try
        {
            return File.GetAttributes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            throw new CliException($"There is no file or folder {path}", $"Paths are relative to {Directory.GetCurrentDirectory()}", ExitCode.Usage, e);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw NotReadable(path, e);
        }
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
            throw NotReadable(folder, e);
        }
    }

    static CliException NotReadable(string path, Exception why) =>
        new($"{path} may not be read: {why.Message}", "Give yourself the right to read it, or leave it out", ExitCode.Usage, why);
}
