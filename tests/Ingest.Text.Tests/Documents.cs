using System.Runtime.CompilerServices;

namespace Ingest.Text.Tests;

/// <summary>The pages of docs whose examples are tests.</summary>
static class Documents
{
    /// <summary>The lines of a page, by its name in docs.</summary>
    public static string[] Lines(string page) => File.ReadAllLines(Path.Combine(Folder(), "..", "..", "docs", page));

    static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
