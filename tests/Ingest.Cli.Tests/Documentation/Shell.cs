using System.Diagnostics;
using Ingest.Cli.Tests.Local;
using Ingest.Testing;
using Ingest.Testing.Processes;

namespace Ingest.Cli.Tests.Documentation;

/// <summary>Runs the commands of a document as its reader would, against an <c>up</c> of the tests, in a folder with the files that the document names.</summary>
public sealed class Shell : IAsyncLifetime
{
    static readonly string[] Tools = ["bash", "curl", "zip", "tar"];

    const string Program = "dotnet run --project src/Ingest.Cli --";

    readonly string data = Directory.CreateTempSubdirectory("ingest-documents-").FullName;
    readonly string desk = Directory.CreateTempSubdirectory("ingest-desk-").FullName;
    Up? up;

    internal Up Up => up ?? throw new InvalidOperationException("It is not up.");

    /// <summary>Where its data is.</summary>
    internal string Data => data;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateSymbolicLink(Path.Combine(desk, "samples"), Repository.Samples);
        foreach (var name in (string[])["walk-out.txt", "strike-ends.txt", "articles/walk-out.txt"])
        {
            Directory.CreateDirectory(Path.Combine(desk, Path.GetDirectoryName(name)!));
            File.Copy(Path.Combine(Repository.Root, "samples", name.EndsWith("walk-out.txt", StringComparison.Ordinal) ? "dockworkers-walk-out.txt" : name), Path.Combine(desk, name));
        }

        System.IO.Compression.ZipFile.CreateFromDirectory(Path.Combine(desk, "articles"), Path.Combine(desk, "articles.zip"));
        up = await Up.StartAsync(data);
        await up.UntilArticlesAsync(12);
    }

    /// <summary>Runs a command line of a document. Skips the test where this machine does not have bash or the tools of <see cref="Tools"/> that the line names.</summary>
    public async Task<CliResult> RunAsync(string command)
    {
        ArgumentNullException.ThrowIfNull(command);
        foreach (var tool in Tools.Where(tool => tool == "bash" || command.Contains(tool + " ", StringComparison.Ordinal))) Assert.SkipUnless(Has(tool), $"{tool} is not on this machine.");
        var line = command
            .Replace(Program, $"dotnet '{Path.Combine(AppContext.BaseDirectory, "ingest.dll")}'", StringComparison.Ordinal)
            .Replace("http://localhost:7071", Up.Address, StringComparison.Ordinal)
            .Replace("curl ", "curl --silent --show-error ", StringComparison.Ordinal);
        var start = new ProcessStartInfo("bash", ["-c", "set -euo pipefail; " + line])
        {
            WorkingDirectory = desk,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["INGEST_STORAGE"] = Up.Storage.ConnectionString;
        using var shell = Process.Start(start)!;
        var (output, errors) = (shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(shell.ExitCode, await output, await errors);
    }

    static bool Has(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, tool)));

    public async ValueTask DisposeAsync()
    {
        if (up is not null)
        {
            await up.StopAsync();
            await up.DisposeAsync();
        }

        Directory.Delete(data, recursive: true);
        Directory.Delete(desk, recursive: true);
    }
}
