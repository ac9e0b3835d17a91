using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Ingest.Cli.Azurite;

/// <summary>A running emulator that was started here and ends with this object.</summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    /// <summary>The emulator's published account, the same on every machine: no secret.</summary>
    public const string Account = "devstoreaccount1";

    /// <summary>The emulator's published key, the same on every machine: no secret.</summary>
    public const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    readonly Process process;
    readonly StringBuilder output;

    AzuriteProcess(Process process, StringBuilder output, int blobPort, int queuePort, int tablePort)
    {
        this.process = process;
        this.output = output;
        (BlobPort, QueuePort, TablePort) = (blobPort, queuePort, tablePort);
    }

    /// <summary>Port of the blob service.</summary>
    public int BlobPort { get; }

    /// <summary>Port of the queue service.</summary>
    public int QueuePort { get; }

    /// <summary>Port of the table service.</summary>
    public int TablePort { get; }

    /// <summary>The operating system's id of the process.</summary>
    public int ProcessId => process.Id;

    /// <summary>What clients connect with.</summary>
    public string ConnectionString => Connect(BlobPort, QueuePort, TablePort);

    /// <summary>The connection string of an emulator on these ports of this machine.</summary>
    public static string Connect(int blobPort, int queuePort, int tablePort) => string.Create(
        CultureInfo.InvariantCulture,
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint=http://127.0.0.1:{blobPort}/{Account};QueueEndpoint=http://127.0.0.1:{queuePort}/{Account};TableEndpoint=http://127.0.0.1:{tablePort}/{Account};");

    /// <summary>Installs the package where needed, starts it, and waits until its three services listen.</summary>
    /// <exception cref="AzuriteException">It could not be installed or started; the message says what to do.</exception>
    public static async Task<AzuriteProcess> StartAsync(AzuriteOptions options, CancellationToken cancellationToken)
    {
        var script = await AzuritePackage.EnsureAsync(options.ToolFolder, cancellationToken);
        Directory.CreateDirectory(options.DataFolder);
        var (blob, queue, table) = (Port(options.BlobPort), Port(options.QueuePort), Port(options.TablePort));
        var start = new ProcessStartInfo("node")
        {
            ArgumentList =
            {
                script, "--silent", "--skipApiVersionCheck", "--disableTelemetry",
                "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1",
                "--blobPort", Text(blob), "--queuePort", Text(queue), "--tablePort", Text(table),
            },
            WorkingDirectory = options.DataFolder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (options.InMemory)
        {
            start.ArgumentList.Add("--inMemoryPersistence");
        }
        else
        {
            start.ArgumentList.Add("--location");
            start.ArgumentList.Add(options.DataFolder);
        }

        Process node;
        try
        {
            node = Process.Start(start) ?? throw new AzuriteException("Node.js did not start.");
        }
        catch (Win32Exception e)
        {
            throw new AzuriteException("Node.js was not found. Install Node.js 20 or later: https://nodejs.org", e);
        }

        var said = new StringBuilder();
        node.OutputDataReceived += (_, line) => Keep(said, line.Data);
        node.ErrorDataReceived += (_, line) => Keep(said, line.Data);
        node.BeginOutputReadLine();
        node.BeginErrorReadLine();
        var azurite = new AzuriteProcess(node, said, blob, queue, table);
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
            await TerminateAsync();
        }

        process.Dispose();
    }

    async Task TerminateAsync()
    {
        if (!OperatingSystem.IsWindows())
        {
            // SIGTERM: Azurite flushes its data only when asked to end.
            using var kill = Process.Start("kill", ["-TERM", Text(process.Id)]);
            await kill.WaitForExitAsync();
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(15));
            try
            {
                await process.WaitForExitAsync(limit.Token);
                return;
            }
            catch (OperationCanceledException)
            {
                // It did not end in time: below.
            }
        }

        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    async Task WaitUntilListeningAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        foreach (var port in (int[])[BlobPort, QueuePort, TablePort])
        {
            while (!await ListensAsync(port, limit.Token))
            {
                if (process.HasExited) throw new AzuriteException($"Azurite ended at once:\n{Said()}");
                try
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token);
                }
                catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
                {
                    throw new AzuriteException($"Azurite did not listen on port {Text(port)} within {StartLimit.TotalSeconds:0} seconds:\n{Said()}");
                }
            }
        }
    }

    static async Task<bool> ListensAsync(int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    static int Port(int wanted)
    {
        if (wanted != 0) return wanted;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    static void Keep(StringBuilder output, string? line)
    {
        if (line is null) return;
        lock (output)
        {
            if (output.Length < 16_384) output.AppendLine(line);
        }
    }

    string Said()
    {
        lock (output) return output.ToString();
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
