using Spectre.Console;

namespace Ingest.Cli.Terminal;

/// <summary>
/// Where a command writes. Results go to <see cref="Out"/>; what is said about the work (progress, problems) goes to
/// <see cref="Error"/>, so that a pipe carries results only. Colour and progress are for terminals; a pipe gets plain lines.
/// </summary>
public sealed class Screen
{
    /// <summary>Tables in a pipe or a file are never folded.</summary>
    const int Unfolded = 10_000;

    readonly TextWriter errors;

    /// <summary>Writes to the given streams.</summary>
    /// <param name="outIsTerminal">Whether a person sees what is written to <paramref name="output"/>.</param>
    /// <param name="errorIsTerminal">Whether a person sees what is written to <paramref name="error"/>.</param>
    public Screen(TextWriter output, TextWriter error, bool outIsTerminal, bool errorIsTerminal)
    {
        (Writer, errors, OutIsTerminal, ErrorIsTerminal) = (output, error, outIsTerminal, errorIsTerminal);
        Out = Create(output, outIsTerminal);
        Error = Create(error, errorIsTerminal);
    }

    /// <summary>Results, as they are: NDJSON, JSON.</summary>
    public TextWriter Writer { get; }

    /// <summary>Results, for people.</summary>
    public IAnsiConsole Out { get; }

    /// <summary>Progress and problems.</summary>
    public IAnsiConsole Error { get; }

    /// <summary>Whether a person sees <see cref="Out"/>.</summary>
    public bool OutIsTerminal { get; }

    /// <summary>Whether a person sees <see cref="Error"/>.</summary>
    public bool ErrorIsTerminal { get; }

    /// <summary>The process's own streams.</summary>
    public static Screen OfProcess() => new(Console.Out, Console.Error, !Console.IsOutputRedirected, !Console.IsErrorRedirected);

    /// <summary>One problem: what happened in red, what to do below it.</summary>
    public void Problem(string message, string advice = "")
    {
        Error.Line("red", message);
        // Past the console, which would break a command line at the width: as the terminal folds it, it can be copied whole.
        foreach (var line in advice.Split('\n', StringSplitOptions.RemoveEmptyEntries)) errors.WriteLine($"  {line}");
    }

    static IAnsiConsole Create(TextWriter writer, bool terminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = terminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = terminal ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        if (!terminal) console.Profile.Width = Unfolded;
        return console;
    }
}
