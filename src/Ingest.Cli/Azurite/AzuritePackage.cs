using System.ComponentModel;
using System.Diagnostics;

namespace Ingest.Cli.Azurite;

/// <summary>The pinned npm package of the emulator: installed once into a folder, from the lock file embedded here.</summary>
public static class AzuritePackage
{
    const string EntryPoint = "node_modules/azurite/dist/src/azurite.js";

    /// <summary>Installs the package where it is not there yet; several processes may ask at once.</summary>
    /// <returns>The path of the script that Node.js runs.</returns>
    /// <exception cref="AzuriteException">Node.js or npm is missing or too old, or npm failed.</exception>
    public static async Task<string> EnsureAsync(string toolFolder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(toolFolder);
        var script = Path.Combine(toolFolder, EntryPoint);
        var done = Path.Combine(toolFolder, "installed");
        if (IsCurrent(done) && File.Exists(script)) return script;

        using var turn = await LockAsync(Path.Combine(toolFolder, "lock"), cancellationToken);
        if (IsCurrent(done) && File.Exists(script)) return script;

        await File.WriteAllTextAsync(Path.Combine(toolFolder, "package.json"), Embedded("package.json"), cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(toolFolder, "package-lock.json"), Embedded("package-lock.json"), cancellationToken);
        await NpmAsync(toolFolder, cancellationToken);
        await File.WriteAllTextAsync(done, Embedded("package-lock.json"), cancellationToken);
        return script;
    }

    static bool IsCurrent(string done) => File.Exists(done) && File.ReadAllText(done) == Embedded("package-lock.json");

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
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            }
        }
    }

    static async Task NpmAsync(string folder, CancellationToken cancellationToken)
    {
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd.exe", ["/c", "npm", "ci", "--no-audit", "--no-fund"])
            : new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund"]);
        start.WorkingDirectory = folder;
        start.UseShellExecute = false;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        try
        {
            using var npm = Process.Start(start) ?? throw new AzuriteException("npm did not start.");
            var output = npm.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = npm.StandardError.ReadToEndAsync(cancellationToken);
            await npm.WaitForExitAsync(cancellationToken);
            await output;
            if (npm.ExitCode != 0)
            {
                throw new AzuriteException(
                    $"npm could not install Azurite into {folder} (exit code {npm.ExitCode}). Is the npm registry within reach?\n{await errors}");
            }
        }
        catch (Win32Exception e)
        {
            throw new AzuriteException("npm was not found. Install Node.js 20 or later, which brings it: https://nodejs.org", e);
        }
    }
}
