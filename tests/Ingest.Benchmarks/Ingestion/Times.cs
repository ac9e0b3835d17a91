namespace Ingest.Benchmarks.Ingestion;

/// <summary>Measured times, and what they say.</summary>
sealed class Times
{
    readonly List<double> milliseconds = [];

    public void Add(TimeSpan time)
    {
        lock (milliseconds) milliseconds.Add(time.TotalMilliseconds);
    }

    /// <summary>The value that <paramref name="share"/> (0 to 1) of the times do not exceed, in milliseconds.</summary>
    public double At(double share)
    {
        lock (milliseconds)
        {
            milliseconds.Sort();
            return milliseconds.Count == 0 ? double.NaN : milliseconds[(int)Math.Clamp(Math.Ceiling(share * milliseconds.Count) - 1, 0, milliseconds.Count - 1)];
        }
    }
}
