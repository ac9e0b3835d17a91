namespace Ingest.Testing;

/// <summary>Where things are in the checkout that the tests run from.</summary>
public static class Repository
{
    /// <summary>The folder that holds Ingest.sln.</summary>
    public static string Root { get; } = Find();

    /// <summary>Where the pinned emulator is installed: the folder that <c>up</c> uses too.</summary>
    public static string AzuriteTools => Path.Combine(Root, ".ingest", "azurite");

    /// <summary>The articles to try it with.</summary>
    public static string Samples => Path.Combine(Root, "samples");

    static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Ingest.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Ingest.sln is not above the test's folder.");
    }
}
