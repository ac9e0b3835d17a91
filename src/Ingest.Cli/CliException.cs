namespace Ingest.Cli;

/// <summary>An error for the person at the keyboard: what happened, what to do about it, and the exit code.</summary>
/// <param name="message">What happened, in a sentence.</param>
/// <param name="advice">What to do, in lines; empty where the message says it.</param>
/// <param name="exitCode">One of <see cref="Cli.ExitCode"/>.</param>
public sealed class CliException(string message, string advice = "", int exitCode = ExitCode.Failed, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>What to do, in lines; may be empty.</summary>
    public string Advice { get; } = advice;

    /// <summary>What the process ends with.</summary>
    public int Code { get; } = exitCode;
}
