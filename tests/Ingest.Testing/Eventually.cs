using System.Diagnostics;

namespace Ingest.Testing;

/// <summary>Waits for what comes in its own time: looks again and again, up to a generous limit.</summary>
public static class Eventually
{
    static readonly TimeSpan Usual = TimeSpan.FromSeconds(60);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits until <paramref name="condition"/> holds.</summary>
    /// <param name="otherwise">What to say when it does not.</param>
    /// <exception cref="TimeoutException">It does not within the limit.</exception>
    public static async Task TrueAsync(Func<Task<bool>> condition, Func<string> otherwise, TimeSpan? limit = null)
    {
        var since = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(since) > (limit ?? Usual)) throw new TimeoutException(otherwise());
            await Task.Delay(Pause);
        }
    }
}
