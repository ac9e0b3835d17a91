using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Ingest.Testing;

/// <summary>Waits for what comes in its own time: looks again and again, up to a limit that is generous, since machines are busy with other tests too.</summary>
public static class Eventually
{
    static readonly TimeSpan Usual = TimeSpan.FromMinutes(5);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits until <paramref name="condition"/> holds.</summary>
    /// <param name="otherwise">What to say when it does not; the condition's own text where there is no more to say.</param>
    /// <exception cref="TimeoutException">It does not within the limit.</exception>
    public static async Task TrueAsync(
        Func<Task<bool>> condition, Func<string>? otherwise = null, TimeSpan? limit = null, [CallerArgumentExpression(nameof(condition))] string what = "")
    {
        var since = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(since) > (limit ?? Usual)) throw new TimeoutException(otherwise?.Invoke() ?? $"Not within {limit ?? Usual}: {what}");
            await Task.Delay(Pause);
        }
    }

    /// <summary>The same for what is known without waiting.</summary>
    public static Task TrueAsync(
        Func<bool> condition, Func<string>? otherwise = null, TimeSpan? limit = null, [CallerArgumentExpression(nameof(condition))] string what = "") =>
        TrueAsync(() => Task.FromResult(condition()), otherwise, limit, what);
}
