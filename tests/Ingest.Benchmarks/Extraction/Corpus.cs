using Ingest.Testing;

namespace Ingest.Benchmarks.Extraction;

/// <summary>Uploads in memory, so that no disk is measured.</summary>
sealed record Corpus(string Folder, IReadOnlyList<byte[]> Articles)
{
    public long Bytes { get; } = Articles.Sum(a => (long)a.Length);

    /// <summary>The files of a folder; those of samples/ where null, which are too few for more than a try.</summary>
    /// <exception cref="DirectoryNotFoundException">It is not there.</exception>
    public static Corpus Read(string? folder)
    {
        folder ??= Repository.Samples;
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"There is no folder {folder}. Name one with articles, a file each.");
        return new Corpus(folder, [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)]);
    }
}
