using System.Runtime.CompilerServices;

namespace Ingest.Text.Tests;

/// <summary>What tests read beside the code: the pages of docs whose examples are tests, and the articles that are learned from.</summary>
static class Documents
{
    /// <summary>The lines of a page, by its name in docs.</summary>
    public static string[] Lines(string page) => File.ReadAllLines(Path.Combine(Folder(), "..", "..", "docs", page));

    /// <summary>The folder of the trainer's marked articles.</summary>
    public static string Corpus => Path.Combine(Folder(), "..", "..", "tools", "Ingest.Trainer", "Corpus");

    static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
