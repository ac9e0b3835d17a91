using System.Text.RegularExpressions;

namespace Ingest.Cli.Azurite;

/// <summary>What npm's own words mean for somebody who wanted a storage emulator.</summary>
static partial class NpmFailure
{
    const string NotUnpacked = "TAR_ENTRY_ERROR";
    const string Otherwise = "Or use storage that is there: --storage takes an account, or an emulator that runs elsewhere.";

    /// <summary>Whether npm failed. On a full disk it says only in a warning that a file could not be unpacked, and ends with 0.</summary>
    /// <param name="said">What it wrote to standard error, its warnings included.</param>
    public static bool Is(int exitCode, string said) => exitCode != 0 || said.Contains(NotUnpacked, StringComparison.Ordinal);

    /// <summary>The error to show.</summary>
    /// <param name="folder">Where npm was to install.</param>
    /// <param name="said">What it wrote to standard error.</param>
    public static CliException Explain(string folder, string said)
    {
        var code = Code().Match(said) is { Success: true } match ? match.Groups["code"].Value : "";
        var (message, advice) = code switch
        {
            "ENOTFOUND" or "ECONNREFUSED" or "ECONNRESET" or "ETIMEDOUT" or "EAI_AGAIN" or "ERR_SOCKET_TIMEOUT" or "EHOSTUNREACH" or "ENETUNREACH" or "FETCH_ERROR" => (
                $"npm could not reach its registry ({code}), so that the storage emulator could not be installed",
                $"Is the machine online? Behind a proxy npm has to know it: `npm config set proxy http://…`. Then start again.\n{Otherwise}"),
            "ENOSPC" or "EDQUOT" => (
                "The disk is full, so that the storage emulator could not be installed", $"It takes about 150 MB in {folder}. Make room, and start again."),
            "EACCES" or "EPERM" => (
                $"npm may not write to {folder}", "Give yourself the right to write there, and start again."),
            _ => (
                $"npm could not install the storage emulator{(code.Length > 0 ? $" ({code})" : "")}",
                $"{Last(said)}\nTo see all of it: run `npm ci` in {folder}\n{Otherwise}"),
        };
        return new CliException(message, advice, ExitCode.Machine);
    }

    static string Last(string said) =>
        string.Join('\n', said.Split('\n').Where(line => line.Trim().Length > 0 && !line.StartsWith("npm warn", StringComparison.OrdinalIgnoreCase) && !line.Contains("debug log", StringComparison.Ordinal) && !line.Contains("A complete log", StringComparison.Ordinal)).Take(4));

    [GeneratedRegex(@"^npm ((error|ERR!) code|(warn|WARN) tar TAR_ENTRY_ERROR) (?<code>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
