using System.Runtime.InteropServices;

namespace Ingest.Cli.Terminal;

/// <summary>
/// Ctrl+C and SIGTERM, as a token: the first asks the command to end in good order, a second Ctrl+C ends the process at once.
/// </summary>
public sealed class Signals : IDisposable
{
    readonly CancellationTokenSource source = new();
    readonly List<PosixSignalRegistration> registrations = [];

    /// <summary>Listens from here on.</summary>
    public Signals()
    {
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT])
        {
            registrations.Add(PosixSignalRegistration.Create(signal, Received));
        }
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>What the process ends with when the signal cut its work short; null where there was none.</summary>
    public int? ExitCode { get; private set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in registrations) registration.Dispose();
        source.Dispose();
    }

    void Received(PosixSignalContext context)
    {
        // Not cancelling the context leaves the signal to its default: the process ends.
        if (ExitCode is not null && context.Signal is PosixSignal.SIGINT or PosixSignal.SIGQUIT) return;
        context.Cancel = true;
        ExitCode ??= context.Signal == PosixSignal.SIGTERM ? Cli.ExitCode.Terminated : Cli.ExitCode.Interrupted;
        source.Cancel();
    }
}
