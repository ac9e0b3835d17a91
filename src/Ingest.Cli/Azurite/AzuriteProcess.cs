using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Ingest.Cli.Azurite;

/// <summary>A running emulator that was started here and ends with this object, or with this process, however that ends.</summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(20);

    readonly Process process;
    readonly StringBuilder output = new();

    AzuriteProcess(Process process, EmulatorPorts ports)
    {
        (this.process, Ports) = (process, ports);
        Ended = process.WaitForExitAsync();
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Where it listens.</summary>
    public EmulatorPorts Ports { get; }

    /// <summary>The operating system's id of the process.</summary>
    public int ProcessId => process.Id;

    /// <summary>What clients connect with.</summary>
    public string ConnectionString => Ports.ConnectionString;

    /// <summary>Is done when the process has ended, asked to or not.</summary>
    public Task Ended { get; }

    /// <summary>What it wrote: the start of it.</summary>
    public string Said
    {
        get
        {
            lock (output) return output.ToString().Trim();
        }
    }

    /// <summary>Installs the package where needed, starts it, and waits until its three services listen.</summary>
    /// <exception cref="AzuriteException">It could not be installed or started; the message says what to do.</exception>
    public static async Task<AzuriteProcess> StartAsync(AzuriteOptions options, CancellationToken cancellationToken)
    {
        await Node.CheckAsync(cancellationToken);
        var script = await AzuritePackage.EnsureAsync(options.ToolFolder, options.Installing, cancellationToken);
        Directory.CreateDirectory(options.DataFolder);
        var azurite = new AzuriteProcess(Node.Start(Command(options, script)), options.Ports);
        try
        {
            await azurite.WaitUntilListeningAsync(cancellationToken);
            return azurite;
        }
        catch
        {
            await azurite.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends it so that it writes its data down first; kills it where it does not end by itself.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            // The end of its standard input is the word to end: see lifeline.cjs.
            process.StandardInput.Close();
            if (await Task.WhenAny(Ended, Task.Delay(EndLimit)) != Ended) process.Kill(entireProcessTree: true);
            await Ended;
        }

        process.Dispose();
    }

    static ProcessStartInfo Command(AzuriteOptions options, string script)
    {
        string[] keep = options.InMemory ? ["--inMemoryPersistence"] : ["--location", options.DataFolder];
        string[] arguments =
        [
            "--require", AzuritePackage.Lifeline(options.ToolFolder),
            script, "--silent", "--skipApiVersionCheck", "--disableTelemetry",
            "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1",
            "--blobPort", Text(options.Ports.Blob), "--queuePort", Text(options.Ports.Queue), "--tablePort", Text(options.Ports.Table),
            .. keep,
        ];
        return new ProcessStartInfo("node", arguments)
        {
            WorkingDirectory = options.DataFolder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    async Task WaitUntilListeningAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        foreach (var port in Ports.All)
        {
            try
            {
                while (!await PortProbe.ListensAsync(port, limit.Token))
                {
                    if (Ended.IsCompleted) throw new AzuriteException("The storage emulator ended at once", Said);
                    await Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token);
                }
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new AzuriteException($"The storage emulator did not listen on port {Text(port)} within {StartLimit.TotalSeconds:0} seconds", Said);
            }
        }
    }

    void Keep(string? line)
    {
        if (line is null) return;
        lock (output)
        {
            if (output.Length < 16_384) output.AppendLine(line);
        }
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
