using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Ingest.Cli.Commands;
using Ingest.Cli.Query;
using Ingest.Cli.Terminal;

namespace Ingest.Cli;

/// <summary>The program from its arguments to its exit code.</summary>
public static class CommandLine
{
    /// <summary>Runs as the process: its streams, its signals.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        using var signals = new Signals();
        return await RunAsync(args, Screen.OfProcess(), signals.Token, () => signals.ExitCode);
    }

    /// <summary>Runs on the given screen.</summary>
    /// <param name="interruptedBy">The exit code of the signal that cancelled; null where it was none.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args, Screen screen, CancellationToken cancellationToken, Func<int?>? interruptedBy = null)
    {
        var parsed = Root(screen).Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is System.CommandLine.Invocation.ParseErrorAction)
        {
            return WrongUsage(screen, parsed);
        }

        var configuration = new InvocationConfiguration
        {
            Output = screen.Writer,
            EnableDefaultExceptionHandler = false,

            // Signals are ours (the token): no limit on how long a clean end may take.
            ProcessTerminationTimeout = null,
        };
        try
        {
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return interruptedBy?.Invoke() ?? ExitCode.Interrupted;
        }
        catch (Exception e)
        {
            return Problems.Report(screen, e);
        }
    }

    internal static RootCommand Root(Screen screen)
    {
        var root = new RootCommand("News articles in, who said what and when out: the local host, and the tools around it.")
        {
            UpCommand.Create(screen),
            UploadCommand.Create(screen),
            ExtractCommand.Create(screen),
            QueryCommand.Create(screen),
            VerifyCommand.Create(screen),
            RedriveCommand.Create(screen),
            ConnectionCommand.Create(screen),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        var action = new HelpWithExamples((HelpAction)help.Action!);
        help.Action = action;
        root.SetAction(action.Invoke);
        return root;
    }

    static int WrongUsage(Screen screen, ParseResult parsed)
    {
        var name = "";
        for (var result = parsed.CommandResult; result is { Command: not RootCommand }; result = result.Parent as CommandResult) name = $"{result.Command.Name} {name}";
        screen.Problem(
            string.Join('\n', parsed.Errors.Select(Words).Distinct(StringComparer.Ordinal)),
            $"What it takes: {Invocation.Line($"{name}--help")}");
        return ExitCode.Usage;
    }

    /// <summary>The parser's own words, but for an argument that is missing, of which it does not say what it is.</summary>
    static string Words(ParseError error) => error.SymbolResult is ArgumentResult { Tokens.Count: 0, Parent: CommandResult } missing && missing.Argument.Arity.MinimumNumberOfValues > 0
        ? $"{missing.Argument.Name} is missing: {missing.Argument.Description}"
        : error.Message;
}
