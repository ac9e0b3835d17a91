namespace Ingest.Storage.Transactions;

/// <summary>How long to wait before a lost transaction is done anew: a random part of a time that doubles from 4 ms to 500 ms, so that the writers come apart.</summary>
static class Backoff
{
    const int FirstMilliseconds = 4;
    const int LongestMilliseconds = 500;

    /// <summary>Waits.</summary>
    /// <param name="attempt">Conflicts so far, from 1.</param>
    public static Task WaitAsync(int attempt, TimeProvider time)
    {
        var most = Math.Min(LongestMilliseconds, FirstMilliseconds << Math.Min(attempt - 1, 10));
        return Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.NextDouble() * most), time);
    }

    /// <summary>Waits, and lets others have the turn meanwhile.</summary>
    /// <param name="turns">Of which the caller has one, before and after.</param>
    public static async Task WaitAsync(int attempt, TimeProvider time, SemaphoreSlim turns)
    {
        turns.Release();
        try
        {
            await WaitAsync(attempt, time);
        }
        finally
        {
            await turns.WaitAsync();
        }
    }
}
