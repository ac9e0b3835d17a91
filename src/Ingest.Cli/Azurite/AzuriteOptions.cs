namespace Ingest.Cli.Azurite;

/// <summary>How the storage emulator is run.</summary>
public sealed record AzuriteOptions
{
    /// <summary>Folder that keeps the emulator's data; made where missing.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Folder that the npm package is installed into, once.</summary>
    public required string ToolFolder { get; init; }

    /// <summary>Where it listens.</summary>
    public EmulatorPorts Ports { get; init; } = EmulatorPorts.From(EmulatorPorts.DefaultFirst);

    /// <summary>Keep everything in memory: for tests that do not restart it.</summary>
    public bool InMemory { get; init; }

    /// <summary>Called before the package is installed, which takes some ten seconds the first time.</summary>
    public Action? Installing { get; init; }

    /// <summary>Called when what is stored can no longer be written to the disk, with the reason, and with null when it can again.</summary>
    public Action<string?>? Unsaved { get; init; }
}
