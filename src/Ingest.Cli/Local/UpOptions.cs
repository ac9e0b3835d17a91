using Ingest.Cli.Azurite;

namespace Ingest.Cli.Local;

/// <summary>Whether the articles to try it with are loaded.</summary>
public enum SampleLoading
{
    /// <summary>Where the container is empty.</summary>
    WhereEmpty,

    /// <summary>In any case; to load them again changes nothing.</summary>
    Always,

    /// <summary>Not.</summary>
    Never,
}

/// <summary>How the local host is to run.</summary>
public sealed record UpOptions
{
    /// <summary>What <c>func start</c> takes too, so that addresses are the same on both hosts.</summary>
    public const int DefaultPort = 7071;

    /// <summary>Storage that is there; null for the emulator, found or started.</summary>
    public string? Storage { get; init; }

    /// <summary>The first of the emulator's three ports; 0 takes free ones.</summary>
    public int StoragePort { get; init; } = EmulatorPorts.DefaultFirst;

    /// <summary>Where the API and the pages are served, on this machine only; 0 takes a free port.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>The folder that keeps the emulator's data.</summary>
    public required string Data { get; init; }

    /// <summary>Whether the samples are loaded.</summary>
    public SampleLoading Samples { get; init; }
}
