using System.Diagnostics;

namespace Ingest.Benchmarks.Ingestion;

/// <summary>The largest memory of this process, looked at ten times a second, in parts of a run.</summary>
sealed class PeakMemory : IDisposable
{
    readonly Timer timer;
    readonly Process self = Process.GetCurrentProcess();
    long peak;

    public PeakMemory() => timer = new Timer(_ => Look(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(100));

    /// <summary>The peak since the last call, in MiB.</summary>
    public long Take()
    {
        Look();
        return Interlocked.Exchange(ref peak, 0) >> 20;
    }

    public void Dispose()
    {
        timer.Dispose();
        self.Dispose();
    }

    void Look()
    {
        lock (self)
        {
            self.Refresh();
            peak = Math.Max(peak, self.WorkingSet64);
        }
    }
}
