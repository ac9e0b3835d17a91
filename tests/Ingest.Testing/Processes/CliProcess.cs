using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Ingest.Testing.Processes;

/// <summary>
/// The program as a process of its own, as a person starts it: its output, its exit code, and the signals it is sent. Killed with all that
/// it started when disposed of while it runs.
/// </summary>
public sealed class CliProcess : IAsyncDisposable
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    readonly Process process;
    readonly StringBuilder output = new();
    readonly StringBuilder errors = new();
    readonly Task read;

    CliProcess(Process process)
    {
        this.process = process;
        read = Task.WhenAll(KeepAsync(process.StandardOutput, output), KeepAsync(process.StandardError, errors));
    }

    /// <summary>The operating system's id.</summary>
    public int Id => process.Id;

    /// <summary>What it wrote to standard output so far.</summary>
    public string Output => Read(output);

    /// <summary>What it wrote to standard error so far.</summary>
    public string Errors => Read(errors);

    /// <summary>Starts it.</summary>
    /// <param name="arguments">As typed after the program's name.</param>
    /// <param name="environment">Set for it beside the test's own; null takes a variable away.</param>
    public static CliProcess Start(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        // In a session of its own, as from a terminal of its own: a signal to the group reaches it and what it started, and not the tests.
        var own = OperatingSystem.IsLinux();
        var dotnet = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        string[] line = [dotnet, Path.Combine(AppContext.BaseDirectory, "ingest.dll"), .. arguments];
        var start = new ProcessStartInfo(own ? "setsid" : line[0], own ? line : line[1..])
        {
            WorkingDirectory = Repository.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>(StringComparer.Ordinal))
        {
            if (value is null) start.Environment.Remove(name);
            else start.Environment[name] = value;
        }

        return new CliProcess(Process.Start(start)!);
    }

    /// <summary>Runs it to its end.</summary>
    /// <param name="input">What stands on its standard input.</param>
    /// <returns>The exit code, and what it wrote.</returns>
    public static async Task<CliResult> RunAsync(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?>? environment = null, string input = "")
    {
        await using var cli = Start(arguments, environment);
        await cli.process.StandardInput.WriteAsync(input);
        cli.process.StandardInput.Close();
        return await cli.EndAsync();
    }

    /// <summary>Runs it to its end by <c>dotnet run</c> from the top of the checkout, as the README does.</summary>
    public static async Task<CliResult> RunByDotnetRunAsync(params IReadOnlyList<string> arguments)
    {
        var configuration = AppContext.BaseDirectory.Contains("Release", StringComparison.Ordinal) ? "Release" : "Debug";
        await using var cli = new CliProcess(Process.Start(
            new ProcessStartInfo("dotnet", ["run", "--no-build", "--configuration", configuration, "--project", "src/Ingest.Cli", "--", .. arguments])
            {
                WorkingDirectory = Repository.Root,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!);
        return await cli.EndAsync();
    }

    /// <summary>Waits until it ends.</summary>
    /// <exception cref="TimeoutException">It did not; what it wrote is in the message.</exception>
    public async Task<CliResult> EndAsync(TimeSpan? limit = null)
    {
        using var timeout = new CancellationTokenSource(limit ?? Limit);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
            await read.WaitAsync(timeout.Token);
        }
        catch (OperationCanceledException e)
        {
            throw new TimeoutException($"The process has not ended. It wrote:\n{Output}\n{Errors}", e);
        }

        return new CliResult(process.ExitCode, Output, Errors);
    }

    /// <summary>Waits until standard output holds <paramref name="text"/>.</summary>
    /// <exception cref="TimeoutException">It did not come, or the process ended first; what it wrote is in the message.</exception>
    public Task UntilAsync(string text) => Eventually.TrueAsync(
        () => Output.Contains(text, StringComparison.Ordinal)
            ? Task.FromResult(true)
            : process.HasExited
                ? throw new TimeoutException($"The process ended (exit code {process.ExitCode}) and never wrote “{text}”. It wrote:\n{Output}\n{Errors}")
                : Task.FromResult(false),
        () => $"The process has not written “{text}”. It wrote:\n{Output}\n{Errors}",
        Limit);

    /// <summary>Ctrl+C in its terminal: SIGINT to it and to all that it started.</summary>
    public Task PressCtrlCAsync() => SignalAsync("INT", "-" + Text(Id));

    /// <summary>SIGTERM to it alone, as a service manager sends it.</summary>
    public Task TerminateAsync() => SignalAsync("TERM", Text(Id));

    /// <summary>SIGKILL to it alone: it has no chance to tidy up.</summary>
    public Task KillAsync() => SignalAsync("KILL", Text(Id));

    /// <summary>The processes that it started, directly or not, and that still run (Linux).</summary>
    public IReadOnlyList<string> Left() =>
    [
        .. from folder in Directory.EnumerateDirectories("/proc")
           where int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) && id != Id
           let stat = Stat(folder)
           where stat.Session == Id && stat.State != 'Z'
           select $"{Path.GetFileName(folder)} {stat.Name}",
    ];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    static async Task SignalAsync(string signal, string id)
    {
        using var kill = Process.Start("kill", ["-" + signal, "--", id]);
        await kill.WaitForExitAsync();
    }

    /// <summary>From /proc/ID/stat: <c>id (name) state parent group session …</c>.</summary>
    static (string Name, char State, int Session) Stat(string folder)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(folder, "stat"));
            var (open, close) = (text.IndexOf('(', StringComparison.Ordinal), text.LastIndexOf(')'));
            var rest = text[(close + 2)..].Split(' ');
            return (text[(open + 1)..close], rest[0][0], int.Parse(rest[3], CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            // It ended between the listing and the reading.
            return ("", 'Z', 0);
        }
    }

    static async Task KeepAsync(StreamReader from, StringBuilder to)
    {
        var buffer = new char[1024];
        int length;
        while ((length = await from.ReadAsync(buffer)) > 0)
        {
            lock (to) to.Append(buffer.AsSpan(0, length));
        }
    }

    static string Read(StringBuilder from)
    {
        lock (from) return from.ToString();
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
