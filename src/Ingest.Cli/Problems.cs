using Azure;
using Azure.Identity;
using Ingest.Api.Problems;
using Ingest.Cli.Terminal;
using Ingest.Storage;
using Ingest.Storage.Watching;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace Ingest.Cli;

/// <summary>Errors as a person wants them: what happened and what to do, never a stack trace.</summary>
public static class Problems
{
    /// <summary>Set to anything, it makes an unforeseen error show where it came from.</summary>
    public const string TraceVariable = "INGEST_TRACE";

    const string AboutSettings = "Settings are environment variables: Ingest__Container for Ingest:Container. docs/operations.md has them all";

    /// <summary>Shows the error.</summary>
    /// <returns>The exit code.</returns>
    public static int Report(Screen screen, Exception error)
    {
        if (IsBrokenPipe(error)) return ExitCode.Ok;
        var problem = Explain(error);
        screen.Problem(problem.Message, problem.Advice);
        if (Environment.GetEnvironmentVariable(TraceVariable) is { Length: > 0 }) screen.Error.WriteLine(error.ToString());
        return problem.Code;
    }

    /// <summary>What the error is to the person at the keyboard.</summary>
    public static CliException Explain(Exception error) => error switch
    {
        CliException known => known,
        AggregateException { InnerExceptions: [var first, ..] } => Explain(first),
        AuthenticationFailedException identity => new CliException(
            $"The identity was not accepted: {FirstLine(identity)}",
            "Log in with `az login`, or pass a connection string with --storage",
            ExitCode.Storage,
            identity),
        ListingException unlisted => new CliException(unlisted.What, ListingException.Advice, ExitCode.Storage, unlisted),
        RequestFailedException { Status: 0 } unreachable => new CliException(
            $"Storage does not answer: {FirstLine(unreachable)}",
            "Is it running, and is the address right? See --storage",
            ExitCode.Storage,
            unreachable),
        RequestFailedException { Status: 401 or 403 } denied => new CliException(
            $"Storage does not let us in ({denied.ErrorCode ?? "access denied"})",
            "Is the key right? An identity needs the roles Storage Blob Data Contributor, Storage Table Data Contributor and Storage Queue Data Contributor",
            ExitCode.Storage,
            denied),
        RequestFailedException { ErrorCode: "TableNotFound" or "ContainerNotFound" } empty => new CliException(
            "Nothing was ever stored here", $"Is it the storage that is meant? {Invocation.Line("up")} makes it ready, and so does an upload", ExitCode.Storage, empty),
        RequestFailedException { Status: >= 500 } broken => new CliException(
            $"Storage failed by a fault of its own ({broken.ErrorCode ?? broken.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)})",
            "Try again; what was done is kept, and repeating it does no harm. If an emulator stays like that, its disk may be full: the `up` that runs it says so",
            ExitCode.Storage,
            broken),
        RequestFailedException failed => new CliException(
            $"Storage failed: {FirstLine(failed)} ({failed.ErrorCode ?? failed.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)})",
            "Try again; what was done is kept, and repeating it does no harm",
            ExitCode.Storage,
            failed),
        OptionsValidationException settings => new CliException(string.Join('\n', settings.Failures), AboutSettings, ExitCode.Usage, settings),
        InvalidOperationException setting when UnreadableSetting(setting) is { } what => new CliException(what, AboutSettings, ExitCode.Usage, setting),
        StoreLayoutException layout => new CliException(layout.Message, "Settings are environment variables: Ingest__TablePrefix for Ingest:TablePrefix", ExitCode.Storage, layout),
        IOException full when DiskFull.Is(full) => new CliException(
            $"The disk is full{PathIn(full)}", "Make room, and do it again. What was being written is cut short; what storage has is kept", ExitCode.Machine, full),
        UnauthorizedAccessException denied => new CliException(
            denied.Message, "Give yourself the right to it, or name another place", ExitCode.Machine, denied),
        _ => new CliException(
            $"Something went wrong that was not foreseen: {error.GetType().Name}: {FirstLine(error)}",
            $"Please report it. With {TraceVariable}=1 set, the same command shows where it came from",
            ExitCode.Failed,
            error),
    };

    /// <summary>Whether another process holds the file (EWOULDBLOCK of flock on Linux and on macOS, ERROR_SHARING_VIOLATION).</summary>
    public static bool IsHeld(IOException error) => error.HResult is 11 or 35 or unchecked((int)0x80070020);

    /// <summary>The file that could not be written, where .NET names one: <c>No space left on device : '/data/lock'</c>.</summary>
    static string PathIn(IOException error) => error.Message.Split('\'') is [_, var path, ..] ? $": {path} cannot be written" : "";

    /// <summary>What .NET says of a setting that is not of its type: <c>Failed to convert configuration value 'many' at 'Ingest:MaxRetries' to type 'System.Int32'.</c></summary>
    static string? UnreadableSetting(InvalidOperationException error) =>
        error.Message.StartsWith("Failed to convert configuration value", StringComparison.Ordinal) && error.Message.Split('\'') is [_, var value, _, var setting, ..]
            ? $"The setting {setting} cannot be {value}"
            : null;

    /// <summary>Whether the reader of our output has gone (<c>| head</c>): nobody is left to tell.</summary>
    static bool IsBrokenPipe(Exception error) => error is IOException { HResult: 32 or unchecked((int)0x8007006D) };

    /// <summary>The first line of an error's message: Azure's own go on with the whole answer.</summary>
    internal static string FirstLine(Exception error)
    {
        var message = error.Message.AsSpan();
        var end = message.IndexOfAny('\r', '\n');
        return (end < 0 ? message : message[..end]).ToString();
    }
}
