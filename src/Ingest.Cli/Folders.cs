namespace Ingest.Cli;

/// <summary>Where things are on this machine.</summary>
public static class Folders
{
    /// <summary>The checkout that this program was built in; null where it was published elsewhere.</summary>
    public static string? Checkout { get; } = Find();

    /// <summary>What the local host keeps: the emulator and its data. In the checkout (git-ignored), or with the person's own application data.</summary>
    public static string Local { get; } = Checkout is null
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "ingest")
        : Path.Combine(Checkout, ".ingest");

    /// <summary>The emulator itself.</summary>
    public static string AzuriteTools { get; } = Path.Combine(Local, "azurite");

    /// <summary>The emulator's data, unless <c>--data</c> says where.</summary>
    public static string AzuriteData { get; } = Path.Combine(Local, "azurite-data");

    /// <summary>The articles to try it with, beside the program.</summary>
    public static string Samples { get; } = Path.Combine(AppContext.BaseDirectory, "samples");

    static string? Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Ingest.sln"))) folder = folder.Parent;
        return folder?.FullName;
    }
}
