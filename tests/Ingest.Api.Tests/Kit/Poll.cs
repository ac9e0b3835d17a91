using System.Diagnostics;

namespace Ingest.Api.Tests.Kit;

/// <summary>Waits for what will come, and says so where it does not.</summary>
public static class Poll
{
    public static async Task UntilAsync(Func<Task<bool>> done)
    {
        var clock = Stopwatch.StartNew();
        while (!await done())
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), "It did not come within a minute.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
