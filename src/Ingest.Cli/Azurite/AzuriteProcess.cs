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
    readonly AzuriteOptions options;
    readonly StringBuilder said = new();

    AzuriteProcess(Process process, AzuriteOptions options)
    {
        (this.process, this.options) = (process, options);
        Ended = process.WaitForExitAsync();
        // Standard output tells of services that start; nobody needs it, but its pipe must not fill.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Where it listens.</summary>
    public EmulatorPorts Ports => options.Ports;

    /// <summary>The operating system's id of the process.</summary>
    public int ProcessId => process.Id;

    /// <summary>What clients connect with.</summary>
    public string ConnectionString => Ports.ConnectionString;

    /// <summary>Is done when the process has ended, asked to or not.</summary>
    public Task Ended { get; }

    /// <summary>Why what was stored last is not on the disk, and could not be written when it ended; null where all is or soon will be.</summary>
    public string? Unsaved { get; private set; }

    /// <summary>What it complained of: the start of it.</summary>
    public string Said
    {
        get
        {
            lock (said) return said.ToString().Trim();
        }
    }

    /// <summary>Installs the package where needed, starts it, and waits until its three services listen.</summary>
    /// <exception cref="CliException">It could not be installed or started; the message says what to do.</exception>
    public static async Task<AzuriteProcess> StartAsync(AzuriteOptions options, CancellationToken cancellationToken)
    {
        await Node.CheckAsync(cancellationToken);
        var script = await AzuritePackage.EnsureAsync(options.ToolFolder, options.Installing, cancellationToken);
        Directory.CreateDirectory(options.DataFolder);
        var azurite = new AzuriteProcess(Node.Start(Command(options, script)), options);
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
            .. AzuritePackage.Before(options.ToolFolder).SelectMany(before => (string[])["--require", before]),
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
                    if (Ended.IsCompleted) throw AzuriteFailure.Explain(options, Said);
                    await Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token);
                }
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new CliException($"The storage emulator did not listen on port {Text(port)} within {StartLimit.TotalSeconds:0} seconds", Said, ExitCode.Machine);
            }
        }
    }

    void Take(string? line)
    {
        const string NotWritten = "unsaved ", Written = "saved";
        if (line is null) return;
        if (line == Written || line.StartsWith(NotWritten, StringComparison.Ordinal))
        {
            // See lifeline.cjs.
            Unsaved = line == Written ? null : AzuriteFailure.Reason(line[NotWritten.Length..]);
            options.Unsaved?.Invoke(Unsaved);
            return;
        }

        lock (said)
        {
            if (said.Length < 16_384) said.AppendLine(line);
        }
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
