namespace Ingest.Cli;

/// <summary>What the process ends with, so that scripts can tell the cases apart. The help of every command lists them.</summary>
public static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Ok = 0;

    /// <summary>Something failed, was refused, was not found, or differs; the rest was done.</summary>
    public const int Failed = 1;

    /// <summary>Wrong usage: an unknown option, a value out of range, a path that is not there.</summary>
    public const int Usage = 2;

    /// <summary>Storage does not answer, or does not let us in.</summary>
    public const int Storage = 3;

    /// <summary>The machine lacks something: Node.js, a free port, space or rights on the disk.</summary>
    public const int Machine = 4;

    /// <summary>Ended by Ctrl+C (128 + SIGINT, as shells count).</summary>
    public const int Interrupted = 130;

    /// <summary>Ended by SIGTERM (128 + SIGTERM).</summary>
    public const int Terminated = 143;
}
