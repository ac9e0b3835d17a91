using System.Text.RegularExpressions;

namespace Ingest.Cli.Azurite;

/// <summary>What npm's own words mean for somebody who wanted a storage emulator.</summary>
static partial class NpmFailure
{
    const string Otherwise = "Or use storage that is there: --storage takes an account, or an emulator that runs elsewhere.";

    /// <summary>The error to show.</summary>
    /// <param name="folder">Where npm was to install.</param>
    /// <param name="said">What it wrote to standard error.</param>
    public static AzuriteException Explain(string folder, string said)
    {
        var code = Code().Match(said) is { Success: true } match ? match.Groups["code"].Value : "";
        return code switch
        {
            "ENOTFOUND" or "ECONNREFUSED" or "ECONNRESET" or "ETIMEDOUT" or "EAI_AGAIN" or "ERR_SOCKET_TIMEOUT" or "EHOSTUNREACH" or "ENETUNREACH" or "FETCH_ERROR" => new AzuriteException(
                $"npm could not reach its registry ({code}), so that the storage emulator could not be installed",
                $"Is the machine online? Behind a proxy npm has to know it: `npm config set proxy http://…`. Then start again.\n{Otherwise}"),
            "ENOSPC" or "EDQUOT" => new AzuriteException(
                "The disk is full, so that the storage emulator could not be installed", $"It takes about 150 MB in {folder}. Make room, and start again."),
            "EACCES" or "EPERM" => new AzuriteException(
                $"npm may not write to {folder}", "Give yourself the right to write there, and start again."),
            _ => new AzuriteException(
                $"npm could not install the storage emulator{(code.Length > 0 ? $" ({code})" : "")}",
                $"{Last(said)}\nTo see all of it: run `npm ci` in {folder}\n{Otherwise}"),
        };
    }

    static string Last(string said) =>
        string.Join('\n', said.Split('\n').Where(line => line.Trim().Length > 0 && !line.Contains("debug log", StringComparison.Ordinal) && !line.Contains("A complete log", StringComparison.Ordinal)).Take(4));

    [GeneratedRegex(@"^npm (error|ERR!) code (?<code>\S+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
