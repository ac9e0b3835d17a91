using System.Globalization;

namespace Ingest.Cli.Terminal;

/// <summary>Numbers of things, as a person writes them.</summary>
public static class Count
{
    /// <summary><c>1 file</c>, <c>1,204 files</c>.</summary>
    public static string Of(long number, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {thing}{(number == 1 ? "" : "s")}");
}
