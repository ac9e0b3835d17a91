namespace Ingest.Storage.Tests;

/// <summary>Tests that load the emulator so much that they and the others would time out beside each other: they run when nothing else does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RunsAlone
{
    public const string Name = "Alone";
}
