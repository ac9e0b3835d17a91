using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Ingest.Storage.Tests.Watching;

/// <summary>Waits for what must come true.</summary>
static class Until
{
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>Looks every 50 ms until <paramref name="condition"/> holds; fails the test after ten minutes, which is for machines that are busy with much else.</summary>
    public static async Task TrueAsync(Func<Task<bool>> condition, [CallerArgumentExpression(nameof(condition))] string what = "")
    {
        for (var clock = Stopwatch.StartNew(); !await condition();)
        {
            Assert.True(clock.Elapsed < Limit, $"Not within {Limit.TotalMinutes:0} minutes: {what}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
