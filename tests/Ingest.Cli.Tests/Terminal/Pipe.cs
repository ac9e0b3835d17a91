using System.Text;
using Ingest.Cli.Terminal;

namespace Ingest.Cli.Tests.Terminal;

/// <summary>A screen that is a pipe, to look at what went into it.</summary>
sealed class Pipe
{
    readonly StringBuilder output = new();
    readonly StringBuilder errors = new();

    public Pipe() => Screen = new Screen(new StringWriter(output), new StringWriter(errors), outIsTerminal: false, errorIsTerminal: false);

    public Screen Screen { get; }

    public string Output => output.ToString().ReplaceLineEndings("\n");

    public string Errors => errors.ToString().ReplaceLineEndings("\n");
}
