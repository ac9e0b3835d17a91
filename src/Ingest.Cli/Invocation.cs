namespace Ingest.Cli;

/// <summary>How this program is started, for the command lines that it shows.</summary>
static class Invocation
{
    /// <summary>A command line that can be pasted: through <c>dotnet run</c> in a checkout, by the program's name elsewhere.</summary>
    public static string Line(string arguments) => $"{Program} {arguments}";

    static string Program => Folders.Checkout is null ? "ingest" : "dotnet run --project src/Ingest.Cli --";
}
