using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using Ingest.Testing;

namespace Ingest.Infra.Tests.Bicep;

/// <summary>The pinned Bicep compiler, which holds every resource type and needs no network. The package is for Linux on x64; elsewhere tests are skipped.</summary>
static class Compiler
{
    static readonly string Executable = typeof(Compiler).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == "Bicep").Value!;

    // A compilation takes seconds; tests share it.
    static readonly ConcurrentDictionary<(string Command, string File), Lazy<Task<(string Output, string Complaints)>>> Runs = new();

    public static string Folder { get; } = Path.Combine(Repository.Root, "infra");

    /// <summary>Paths under infra/, with forward slashes.</summary>
    public static IEnumerable<string> Files(string extension) =>
        Directory.EnumerateFiles(Folder, "*" + extension, SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal);

    /// <summary>The template that a .bicep file compiles to.</summary>
    public static async Task<JsonElement> TemplateAsync(string file)
    {
        var (template, complaints) = await RunAsync("build", file);
        Assert.Equal("", complaints);
        return JsonDocument.Parse(template).RootElement;
    }

    /// <summary>What a command of the compiler makes of a file of infra/, and what it complains of.</summary>
    public static Task<(string Output, string Complaints)> RunAsync(string command, string file)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64, "The Bicep compiler that this repository pins is for Linux on x64.");
        return Runs.GetOrAdd((command, file), run => new(() => StartAsync(run.Command, run.File))).Value;
    }

    static async Task<(string Output, string Complaints)> StartAsync(string command, string file)
    {
        if (OperatingSystem.IsLinux()) File.SetUnixFileMode(Executable, File.GetUnixFileMode(Executable) | UnixFileMode.UserExecute);
        var start = new ProcessStartInfo(Executable, [command, file, "--stdout"]) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var complaints = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (await output, await complaints);
    }
}
