using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Ingest.Cli.Commands;

/// <summary>The usual help, and after it the examples of the command and the exit codes.</summary>
sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    const string ExitCodes = """
        Exit codes:
          0    all went well
          1    something failed, was refused, was not found, or differs
          2    wrong usage: an unknown option, a value out of range, a path that is not there
          3    storage does not answer, or does not let us in
          4    the machine lacks something: Node.js, a free port, space or rights on the disk
          130  ended by Ctrl+C (143: by SIGTERM)
        """;

    public override int Invoke(ParseResult parseResult)
    {
        usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is HelpedCommand { Examples: { Count: > 0 } examples })
        {
            output.WriteLine("Examples:");
            foreach (var example in examples)
            {
                output.WriteLine($"  {Invocation.Line(example.Arguments)}");
                output.WriteLine($"      {example.Does}");
            }

            output.WriteLine();
        }

        output.WriteLine(ExitCodes);
        return ExitCode.Ok;
    }
}
