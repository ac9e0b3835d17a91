using System.Globalization;
using Ingest.Cli.Azurite;
using Ingest.Cli.Connecting;
using Ingest.Cli.Terminal;
using Spectre.Console;
using Progress = Ingest.Cli.Terminal.Progress;

namespace Ingest.Cli.Local;

/// <summary>The storage that the local host works on, with the emulator that it started for that, if it did.</summary>
sealed class LocalStorage : IAsyncDisposable
{
    readonly DataFolder? folder;
    readonly AzuriteProcess? emulator;

    LocalStorage(StorageAddress address, AzuriteProcess? emulator = null, DataFolder? folder = null) =>
        (Address, this.emulator, this.folder, Ended) = (address, emulator, folder, emulator?.Ended ?? Task.Delay(Timeout.Infinite));

    /// <summary>Where it is.</summary>
    public StorageAddress Address { get; }

    /// <summary>The folder of the data; null where it is kept elsewhere.</summary>
    public string? Folder => folder?.Path;

    /// <summary>Is done when the emulator that was started here ended by itself; never for storage that was there.</summary>
    public Task Ended { get; }

    /// <summary>What the emulator said last, for when it ended, in a line.</summary>
    public string LastWords => AzuriteFailure.LastOf(emulator?.Said ?? "");

    /// <summary>Why what was stored last could not be written to the disk; null where it was, or where no emulator was started here.</summary>
    public string? Unsaved => emulator?.Unsaved;

    /// <summary>The storage that is named; otherwise an emulator on the wanted ports, started where none runs.</summary>
    /// <param name="feed">Is told when the emulator cannot write its data down.</param>
    public static async Task<LocalStorage> OpenAsync(UpOptions options, Screen screen, Feed feed, CancellationToken cancellationToken)
    {
        if (StorageOptions.Given(options.Storage) is { } given)
        {
            if (given.Ports is { } of && !await PortProbe.ListensAsync(of.Table, cancellationToken))
            {
                throw new CliException($"No emulator answers on ports {of}", "Start it, or leave --storage out: `up` then starts one itself", ExitCode.Storage);
            }

            return new LocalStorage(given);
        }

        var ports = EmulatorPorts.From(options.StoragePort);
        if (options.StoragePort != 0 && await RunsAsync(ports, cancellationToken)) return new LocalStorage(StorageAddress.Emulator(ports));

        var data = DataFolder.Hold(options.Data);
        try
        {
            var azurite = new AzuriteOptions
            {
                DataFolder = data.Path,
                ToolFolder = Folders.AzuriteTools,
                Ports = ports,
                Installing = () => screen.Out.WriteLine(
                    $"Installing the storage emulator, Azurite {AzuritePackage.Version}, with npm. This happens once and takes about half a minute."),
                Unsaved = why => Tell(feed, data.Path, why),
            };
            var process = await Progress.WaitAsync(screen, "Starting the storage emulator", () => AzuriteProcess.StartAsync(azurite, cancellationToken));
            return new LocalStorage(StorageAddress.Emulator(ports), process, data);
        }
        catch
        {
            data.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (emulator is not null) await emulator.DisposeAsync();
        folder?.Dispose();
    }

    static void Tell(Feed feed, string folder, string? unsaved)
    {
        if (unsaved is null) feed.Remark($"All that is stored is written down in {folder} again.");
        else feed.Problem($"What is stored cannot be written down in {folder}: {unsaved}. It is tried again and again, and kept in memory alone until then: make that good before this is stopped.", severe: true);
    }

    /// <summary>Whether an emulator runs there already; false where the ports are free.</summary>
    /// <exception cref="CliException">The ports are taken by something else.</exception>
    static async Task<bool> RunsAsync(EmulatorPorts ports, CancellationToken cancellationToken)
    {
        var listeners = await Task.WhenAll(ports.All.Select(port => PortProbe.AskAsync(port, cancellationToken)));
        if (listeners.All(who => who == Listener.Azurite)) return true;
        if (listeners.All(who => who == Listener.None)) return false;
        var another = Invocation.Line(string.Create(CultureInfo.InvariantCulture, $"up --storage-port {ports.Blob + 10}"));
        var at = Array.IndexOf(listeners, Listener.Other);
        throw at >= 0
            ? new CliException(
                string.Create(CultureInfo.InvariantCulture, $"Port {ports.All[at]}, which the storage emulator needs, is taken by another program"),
                $"End that program, or choose three other ports by the first of them: {another}",
                ExitCode.Machine)
            : new CliException(
                $"A part of a storage emulator runs on ports {ports}, and a part does not",
                $"Start all of it (`azurite`, not `azurite-blob`), or end it, or choose other ports: {another}",
                ExitCode.Machine);
    }
}
