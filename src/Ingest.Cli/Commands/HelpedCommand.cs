using System.CommandLine;

namespace Ingest.Cli.Commands;

/// <summary>A command line to try, and what it does.</summary>
sealed record Example(string Arguments, string Does);

/// <summary>A command whose help ends with examples.</summary>
sealed class HelpedCommand(string name, string description, params Example[] examples) : Command(name, description)
{
    /// <summary>Shown at the end of its help, in this order.</summary>
    public IReadOnlyList<Example> Examples { get; } = examples;
}
