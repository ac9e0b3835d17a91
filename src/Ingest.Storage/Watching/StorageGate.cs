using Ingest.Storage.Ledger;
using Microsoft.Extensions.Logging;

namespace Ingest.Storage.Watching;

/// <summary>
/// Shut while the storage does not answer, so that the work waits instead of failing over and over. One of those who noticed tries until it answers;
/// the log gets one line when it shuts and one when it opens.
/// </summary>
sealed partial class StorageGate(IngestStore store, TimeProvider time, ILogger<StorageGate> logger) : IDisposable
{
    static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    static readonly TimeSpan ProbeLimit = TimeSpan.FromSeconds(10);

    readonly SemaphoreSlim probing = new(1, 1);
    volatile TaskCompletionSource? shut;
    volatile int outages;

    /// <summary>How many outages there have been. Read before something is tried, it tells afterwards whether one came between.</summary>
    public int Outages => outages;

    /// <summary>Waits until the storage answers, as far as is known.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => shut?.Task.WaitAsync(cancellationToken) ?? Task.CompletedTask;

    /// <summary>To be told of each failure that looks like the storage's.</summary>
    /// <param name="before"><see cref="Outages"/> before the try.</param>
    /// <returns>
    /// True after an outage, once it is over: the failure says nothing about what was tried. False at once where the storage answers and did all the while: the
    /// failure is of what was tried.
    /// </returns>
    public async Task<bool> WasOutageAsync(Exception failure, int before, CancellationToken cancellationToken)
    {
        if (shut is { } already)
        {
            await already.Task.WaitAsync(cancellationToken);
            return true;
        }

        await probing.WaitAsync(cancellationToken);
        try
        {
            if (outages != before) return true;
            if (await AnswersAsync(cancellationToken)) return false;
            outages++;
            var opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            shut = opened;
            try
            {
                await UntilItAnswersAsync(failure, cancellationToken);
            }
            finally
            {
                // Also where this one gives up: the next that fails takes its place.
                shut = null;
                opened.SetResult();
            }

            return true;
        }
        finally
        {
            probing.Release();
        }
    }

    public void Dispose() => probing.Dispose();

    async Task UntilItAnswersAsync(Exception failure, CancellationToken cancellationToken)
    {
        var since = time.GetTimestamp();
        if (logger.IsEnabled(LogLevel.Warning)) Down(logger, StorageTrouble.Describe(failure));
        for (var pause = FirstPause; ; pause = pause * 2 > LongestPause ? LongestPause : pause * 2)
        {
            await Task.Delay(pause * (0.5 + Random.Shared.NextDouble()), time, cancellationToken);
            if (await AnswersAsync(cancellationToken)) break;
        }

        var seconds = time.GetElapsedTime(since).TotalSeconds;
        Back(logger, seconds);
    }

    async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(ProbeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            await store.Container.GetPropertiesAsync(cancellationToken: either.Token);
            await SweepNotes.LastAsync(store, either.Token);
            return true;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Storage is out of reach: {What}. Uploads wait; nothing is lost. Trying until it answers.")]
    static partial void Down(ILogger logger, string what);

    [LoggerMessage(Level = LogLevel.Information, Message = "Storage answers again after {Seconds:0.0} s.")]
    static partial void Back(ILogger logger, double seconds);
}
