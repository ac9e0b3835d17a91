using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Ingest.Testing;

namespace Ingest.Infra.Tests.Bicep;

/// <summary>
/// The pinned Bicep compiler, which holds every resource type and needs no network: one process for all tests, asked by JSON-RPC, since it is its start
/// that takes long. The package is for Linux on x64; elsewhere tests are skipped.
/// </summary>
public sealed class Compiler : IDisposable
{
    static readonly string Executable = typeof(Compiler).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == "Bicep").Value!;

    readonly Lock oneAtATime = new();
    readonly Dictionary<string, JsonElement> compiled = [];
    Process? process;
    int calls;

    /// <summary>Where the files are.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "infra");

    /// <summary>Paths under infra/, with forward slashes.</summary>
    public static IEnumerable<string> Files(string extension) =>
        Directory.EnumerateFiles(Folder, "*" + extension, SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal);

    /// <summary>What the compiler and its linter say of a .bicep or .bicepparam file and of the modules that it names, a line each.</summary>
    public IReadOnlyList<string> Complaints(string file) =>
        [.. Compile(file).GetProperty("diagnostics").EnumerateArray().Select(each => $"{each.GetProperty("level")} {each.GetProperty("code")} in {each.GetProperty("source")}: {each.GetProperty("message")}")];

    /// <summary>The template that a .bicep file compiles to.</summary>
    public JsonElement Template(string file)
    {
        Assert.Empty(Complaints(file));
        return JsonDocument.Parse(Compile(file).GetProperty("contents").GetString()!).RootElement;
    }

    /// <summary>A file as the compiler would lay it out.</summary>
    public string Formatted(string file) => Call("bicep/format", new { path = Path.Combine(Folder, file) }).GetProperty("contents").GetString()!;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (process is not { HasExited: false }) return;
        process.Kill();
        process.Dispose();
    }

    JsonElement Compile(string file)
    {
        lock (oneAtATime)
        {
            if (compiled.TryGetValue(file, out var known)) return known;
            var path = Path.Combine(Folder, file);
            return compiled[file] = file.EndsWith(".bicepparam", StringComparison.Ordinal)
                ? Call("bicep/compileParams", new { path, parameterOverrides = new Dictionary<string, string>() })
                : Call("bicep/compile", new { path });
        }
    }

    JsonElement Call(string method, object parameters)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64, "The Bicep compiler that this repository pins is for Linux on x64.");
        lock (oneAtATime)
        {
            process ??= Start();
            var request = JsonSerializer.SerializeToUtf8Bytes(new { jsonrpc = "2.0", id = ++calls, method, @params = parameters });
            var input = process.StandardInput.BaseStream;
            input.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {request.Length}\r\n\r\n")));
            input.Write(request);
            input.Flush();
            var answer = JsonDocument.Parse(ReadMessage(process.StandardOutput.BaseStream)).RootElement;
            return answer.TryGetProperty("result", out var result) ? result : throw new InvalidOperationException($"{method}: {answer}");
        }
    }

    static Process Start()
    {
        if (OperatingSystem.IsLinux()) File.SetUnixFileMode(Executable, File.GetUnixFileMode(Executable) | UnixFileMode.UserExecute);
        return Process.Start(new ProcessStartInfo(Executable, ["jsonrpc", "--stdio"]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
    }

    // Header lines, an empty line, and as many bytes as Content-Length says: the framing of the Language Server Protocol.
    static byte[] ReadMessage(Stream output)
    {
        var length = 0;
        while (ReadLine(output) is { Length: > 0 } header)
        {
            if (header.Split(':', 2) is ["Content-Length", var value]) length = int.Parse(value, CultureInfo.InvariantCulture);
        }

        var message = new byte[length];
        output.ReadExactly(message);
        return message;
    }

    static string ReadLine(Stream output)
    {
        var line = new StringBuilder();
        for (var next = output.ReadByte(); next != '\n'; next = output.ReadByte())
        {
            if (next < 0) throw new InvalidOperationException("The Bicep compiler ended.");
            if (next != '\r') line.Append((char)next);
        }

        return line.ToString();
    }
}
