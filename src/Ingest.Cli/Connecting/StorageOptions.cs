using System.CommandLine;
using Ingest.Cli.Azurite;
using Ingest.Cli.Local;

namespace Ingest.Cli.Connecting;

/// <summary>The options by which a command is told which storage to use, and what is used where it is told nothing.</summary>
sealed class StorageOptions
{
    /// <summary>Stands for <c>--storage</c> where that is not given: keeps a key off the command line, which other users can see.</summary>
    public const string Variable = "INGEST_STORAGE";

    public Option<string?> Storage { get; } = new("--storage")
    {
        Description = "A connection string, the name or address of a storage account, or `emulator` for one on its usual ports. "
            + $"Otherwise {Variable}, then the storage of a running `up`, then the emulator",
        HelpName = "WHERE",
    };

    public Option<string> Data { get; } = new("--data")
    {
        Description = "The folder of the `up` to find, where it was started with --data",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => Folders.AzuriteData,
    };

    /// <summary>Adds them to <paramref name="command"/>.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(Storage);
        command.Options.Add(Data);
    }

    /// <summary>The storage that is meant, after a look whether an emulator that is meant is there.</summary>
    /// <exception cref="CliException">It is no storage, or nothing answers there.</exception>
    public async Task<StorageAddress> ResolveAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var address = Given(parsed.GetValue(Storage))
            ?? (RunningHost.Find(parsed.GetRequiredValue(Data)) is { } host ? StorageAddress.Emulator(host.Ports) : null)
            ?? StorageAddress.Emulator(EmulatorPorts.From(EmulatorPorts.DefaultFirst));
        if (address.Ports is { } ports && !await PortProbe.ListensAsync(ports.Table, cancellationToken))
        {
            throw new CliException(
                $"No storage emulator answers on ports {ports} of this machine",
                $"Start the local host in another terminal ({Invocation.Line("up")}), or say with --storage where the storage is",
                ExitCode.Storage);
        }

        return address;
    }

    /// <summary>The storage that the option or the variable names; null where neither does.</summary>
    /// <exception cref="CliException">It is no storage.</exception>
    public static StorageAddress? Given(string? option) =>
        (option ?? Environment.GetEnvironmentVariable(Variable)) is { Length: > 0 } text ? StorageAddress.Parse(text) : null;
}
