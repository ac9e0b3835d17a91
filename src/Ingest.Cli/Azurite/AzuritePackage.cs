using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Ingest.Api.Problems;

namespace Ingest.Cli.Azurite;

/// <summary>The pinned npm package of the emulator: installed once into a folder, from the lock file embedded here.</summary>
public static class AzuritePackage
{
    const string EntryPoint = "node_modules/azurite/dist/src/azurite.js";

    static readonly string[] Scripts = ["lifeline.cjs", "listing.cjs"];
    static readonly string[] Files = ["package.json", "package-lock.json", .. Scripts];

    /// <summary>The pinned version.</summary>
    public static string Version { get; } = JsonDocument.Parse(Embedded("package.json")).RootElement.GetProperty("dependencies").GetProperty("azurite").GetString()!;

    /// <summary>The scripts to load before the emulator, in this order; see there.</summary>
    public static IEnumerable<string> Before(string toolFolder) => Scripts.Select(script => Path.Combine(toolFolder, script));

    /// <summary>Installs the package where it is not there yet; several processes may ask at once.</summary>
    /// <param name="installing">Called before npm runs; not where the package is there.</param>
    /// <returns>The path of the script that Node.js runs.</returns>
    /// <exception cref="CliException">npm is missing or failed, or the folder may not be written to.</exception>
    public static async Task<string> EnsureAsync(string toolFolder, Action? installing, CancellationToken cancellationToken)
    {
        try
        {
            return await FindOrInstallAsync(toolFolder, installing, cancellationToken);
        }
        catch (Exception e) when (e is UnauthorizedAccessException || (e is IOException io && !DiskFull.Is(io)))
        {
            throw new CliException(
                $"The storage emulator cannot be installed into {toolFolder}: {e.Message}",
                "Give yourself the right to write there. Or use storage that is there: --storage takes an account, or an emulator that runs elsewhere", ExitCode.Machine, e);
        }
    }

    static async Task<string> FindOrInstallAsync(string toolFolder, Action? installing, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(toolFolder);
        var script = Path.Combine(toolFolder, EntryPoint);
        var done = Path.Combine(toolFolder, "installed");
        if (IsCurrent(done) && File.Exists(script)) return script;

        using var turn = await LockAsync(Path.Combine(toolFolder, "lock"), cancellationToken);
        if (IsCurrent(done) && File.Exists(script)) return script;

        installing?.Invoke();
        foreach (var file in Files) await File.WriteAllTextAsync(Path.Combine(toolFolder, file), Embedded(file), cancellationToken);
        await InstallAsync(toolFolder, cancellationToken);
        await File.WriteAllTextAsync(done, Pinned(), cancellationToken);
        return script;
    }

    static bool IsCurrent(string done) => File.Exists(done) && File.ReadAllText(done) == Pinned();

    static string Pinned() => string.Concat(Files.Select(Embedded));

    static string Embedded(string file)
    {
        using var stream = typeof(AzuritePackage).Assembly.GetManifestResourceStream($"Ingest.Cli.Azurite.{file}")
            ?? throw new InvalidOperationException($"{file} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    static async Task<FileStream> LockAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (Problems.IsHeld(e))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            }
        }
    }

    static async Task InstallAsync(string folder, CancellationToken cancellationToken)
    {
        string[] arguments = ["ci", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=warn"];
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo("cmd.exe", ["/c", "npm", .. arguments]) : new ProcessStartInfo("npm", arguments);
        start.WorkingDirectory = folder;
        start.UseShellExecute = false;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var npm = Start(start);
        try
        {
            var output = npm.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = npm.StandardError.ReadToEndAsync(cancellationToken);
            await npm.WaitForExitAsync(cancellationToken);
            await output;
            var said = await errors;
            if (NpmFailure.Is(npm.ExitCode, said)) throw NpmFailure.Explain(folder, said);
        }
        catch (OperationCanceledException)
        {
            npm.Kill(entireProcessTree: true);
            throw;
        }
    }

    static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new CliException(
                "npm was not found, though Node.js is there",
                "Install npm (it comes with Node.js from https://nodejs.org; on Debian and Ubuntu it is the package npm), and start again.", ExitCode.Machine, e);
        }
    }
}
