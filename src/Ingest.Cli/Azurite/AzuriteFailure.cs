using System.Text.RegularExpressions;

namespace Ingest.Cli.Azurite;

/// <summary>What the emulator's own words, and Node.js's, mean for somebody who started it.</summary>
static partial class AzuriteFailure
{
    /// <summary>The error of an emulator that ended before it was up.</summary>
    /// <param name="said">What it wrote to standard error.</param>
    public static CliException Explain(AzuriteOptions options, string said) => CodeOf(said) switch
    {
        "ENOSPC" or "EDQUOT" => new CliException(
            "The disk is full, so that the storage emulator could not start",
            $"Make room for {options.DataFolder}, and start again; what is stored there is kept.", ExitCode.Machine),
        "EACCES" or "EPERM" or "EROFS" => new CliException(
            $"The storage emulator may not write to {options.DataFolder}: {LastOf(said)}",
            "Give yourself the right to all that is in that folder, or choose another one with --data.", ExitCode.Machine),
        "EADDRINUSE" => new CliException(
            $"A port that the storage emulator needs was taken in this moment: {LastOf(said)}",
            "End what took it, or choose three other ports by the first of them, with --storage-port.", ExitCode.Machine),
        "MODULE_NOT_FOUND" => new CliException(
            "The storage emulator is installed only in part", $"Delete {options.ToolFolder}, and start again: it is installed anew.", ExitCode.Machine),
        _ => new CliException(
            $"The storage emulator ended at once: {LastOf(said)}",
            $"If its data is damaged, move {options.DataFolder} away, and start again with a new one.", ExitCode.Machine),
    };

    /// <summary>Why data cannot be written, out of <c>ENOSPC: no space left on device, write</c>.</summary>
    public static string Reason(string said) => CodeOf(said) switch
    {
        "ENOSPC" or "EDQUOT" => "the disk is full",
        "EACCES" or "EPERM" or "EROFS" => "its folder may not be written to",
        _ => said,
    };

    /// <summary>The system's code of the error that is told; empty where none is.</summary>
    static string CodeOf(string said) => Code().Match(said) is { Success: true } match ? match.Value : "";

    /// <summary>The one line that says what happened, out of a stack trace or whatever else it wrote.</summary>
    public static string LastOf(string said)
    {
        const string Exit = "Exit due to unhandled error: ";
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var line = lines.LastOrDefault(each => each.StartsWith(Exit, StringComparison.Ordinal)) ?? lines.FirstOrDefault(each => each.Contains("Error", StringComparison.Ordinal));
        return line?.Replace(Exit, "", StringComparison.Ordinal) ?? (lines.Length > 0 ? lines[^1] : "it said nothing");
    }

    [GeneratedRegex(@"\b(ENOSPC|EDQUOT|EACCES|EPERM|EROFS|EADDRINUSE|MODULE_NOT_FOUND)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
