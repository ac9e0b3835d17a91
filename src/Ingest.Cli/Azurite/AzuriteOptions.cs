namespace Ingest.Cli.Azurite;

/// <summary>How the storage emulator is run.</summary>
public sealed record AzuriteOptions
{
    /// <summary>Folder that keeps the emulator's data; made where missing.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Folder that the npm package is installed into, once.</summary>
    public required string ToolFolder { get; init; }

    /// <summary>Port of the blob service; 0 takes a free one.</summary>
    public int BlobPort { get; init; } = 10000;

    /// <summary>Port of the queue service; 0 takes a free one.</summary>
    public int QueuePort { get; init; } = 10001;

    /// <summary>Port of the table service; 0 takes a free one.</summary>
    public int TablePort { get; init; } = 10002;

    /// <summary>Keep everything in memory: for tests that do not restart it.</summary>
    public bool InMemory { get; init; }
}
