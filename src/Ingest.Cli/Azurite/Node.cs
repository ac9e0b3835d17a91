using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Ingest.Cli.Azurite;

/// <summary>The machine's Node.js.</summary>
static class Node
{
    /// <summary>The oldest major version that the pinned emulator runs on.</summary>
    public const int Oldest = 20;

    const string Install = "Install Node.js 20 or later from https://nodejs.org (it brings npm), open a new terminal, and start again.\n"
        + "Without it: --storage takes a storage account, or an emulator that runs elsewhere (--storage emulator).";

    /// <summary>Makes sure that there is a Node.js that is new enough.</summary>
    /// <exception cref="CliException">There is none, or it is too old.</exception>
    public static async Task CheckAsync(CancellationToken cancellationToken)
    {
        using var node = Start(new ProcessStartInfo("node", ["--version"]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false });
        var said = (await node.StandardOutput.ReadToEndAsync(cancellationToken)).Trim();
        await node.WaitForExitAsync(cancellationToken);
        var major = said.TrimStart('v').Split('.')[0];
        if (!int.TryParse(major, NumberStyles.None, CultureInfo.InvariantCulture, out var version)) throw Lacking("Node.js does not run: `node --version` gave no version");
        if (version < Oldest) throw Lacking($"Node.js {said} is too old for the storage emulator");
    }

    /// <summary>Starts <c>node</c>.</summary>
    /// <exception cref="CliException">It was not found.</exception>
    public static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw Lacking("Node.js did not start");
        }
        catch (Win32Exception e)
        {
            throw Lacking("The storage emulator needs Node.js, which was not found on this machine", e);
        }
    }

    static CliException Lacking(string what, Exception? inner = null) => new(what, Install, ExitCode.Machine, inner);
}
