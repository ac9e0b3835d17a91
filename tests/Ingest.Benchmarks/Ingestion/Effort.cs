using System.Diagnostics;
using Ingest.Cli.Azurite;

namespace Ingest.Benchmarks.Ingestion;

/// <summary>What a piece of work took. The processor times hold on a machine that does other things too, where the clock does not.</summary>
/// <param name="Clock">From start to end.</param>
/// <param name="Emulator">Processor time of the emulator, which does one thing at a time: the bottleneck.</param>
/// <param name="Own">Processor time of this process: the host, and whoever uploads.</param>
readonly record struct Effort(TimeSpan Clock, TimeSpan Emulator, TimeSpan Own)
{
    /// <summary>Does the work and measures it.</summary>
    public static async Task<Effort> OfAsync(AzuriteProcess azurite, Func<Task> work)
    {
        using var emulator = Process.GetProcessById(azurite.ProcessId);
        using var own = Process.GetCurrentProcess();
        var (began, emulatorBefore, ownBefore) = (Stopwatch.GetTimestamp(), emulator.TotalProcessorTime, own.TotalProcessorTime);
        await work();
        var clock = Stopwatch.GetElapsedTime(began);
        emulator.Refresh();
        own.Refresh();
        return new Effort(clock, emulator.TotalProcessorTime - emulatorBefore, own.TotalProcessorTime - ownBefore);
    }

    /// <summary>The three for each of so many articles.</summary>
    public string Per(int articles) =>
        $"{articles / Clock.TotalSeconds,8:0.0} articles/s; processor time an article: emulator {Emulator.TotalMilliseconds / articles:0.00} ms, this process {Own.TotalMilliseconds / articles:0.00} ms";
}
