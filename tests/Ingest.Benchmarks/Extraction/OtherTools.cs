using System.Diagnostics;
using System.Text.Json;
using Ingest.Testing;

namespace Ingest.Benchmarks.Extraction;

/// <summary>
/// The npm packages that find quotes, run by node on the same files. They are installed from the lock file in Others/ into the checkout's
/// git-ignored folder when first asked for.
/// </summary>
static class OtherTools
{
    public sealed record Measured(string Tool, long Bytes, int Articles, int Quotes, double Seconds, double Busy)
    {
        /// <summary>Megabytes a second by the clock.</summary>
        public double Rate => Bytes / 1e6 / Seconds;

        /// <summary>Megabytes a second of processor time, which does not count what others on the machine take.</summary>
        public double BusyRate => Bytes / 1e6 / Busy;
    }

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Each tool for so many seconds at most; none, with a remark, where there is no node.</summary>
    public static IReadOnlyList<Measured> Run(string folder, int seconds)
    {
        var source = Path.Combine(Repository.Root, "tests", "Ingest.Benchmarks", "Extraction", "Others");
        var tools = Path.Combine(Repository.Root, ".ingest", "benchmarks");
        try
        {
            Directory.CreateDirectory(tools);
            foreach (var file in Directory.EnumerateFiles(source)) File.Copy(file, Path.Combine(tools, Path.GetFileName(file)), overwrite: true);
            if (!Directory.Exists(Path.Combine(tools, "node_modules"))) Output("npm", ["ci", "--no-audit", "--no-fund"], tools);
            return [.. Output("node", ["extract.js", Path.GetFullPath(folder), $"{seconds}"], tools).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonSerializer.Deserialize<Measured>(line, Json)!)];
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            Console.WriteLine($"The tools of npm were left out: {e.Message}");
            return [];
        }
    }

    static string Output(string program, string[] arguments, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false })
            ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
