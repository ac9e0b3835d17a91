using Ingest.Storage.Ingestion;
using Ingest.Storage.Ledger;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ingest.Storage.Watching;

/// <summary>
/// Sees a blob through to its end: ingested, refused, or on the poison queue after failing as often as the Functions host would let it. An outage of the storage is
/// waited out and never counts against a blob.
/// </summary>
sealed partial class BlobIntake(
    IngestStore store,
    ArticleIngestor ingestor,
    BlobLedger ledger,
    PoisonQueue poison,
    StorageGate gate,
    IEnumerable<IIntakeObserver> observers,
    IOptions<WatchOptions> options,
    TimeProvider time,
    ILogger<BlobIntake> logger) : IDisposable
{
    readonly WatchOptions bounds = options.Value;
    readonly SemaphoreSlim turns = new(options.Value.Concurrency);
    int waiting;

    /// <summary>How many blobs may be in hand at once: those being ingested and those waiting for their next try.</summary>
    public int Room => bounds.Concurrency * 8;

    /// <summary>Blobs that wait for a free place among those being ingested.</summary>
    public int Waiting => Volatile.Read(ref waiting);

    /// <summary>Ingests <paramref name="blob"/>, trying again where that fails.</summary>
    /// <returns>What became of it; null where it went to the poison queue.</returns>
    public async Task<IngestResult?> IngestAsync(BlobVersion blob, CancellationToken cancellationToken)
    {
        for (var (failed, troubled) = (0, 0); ;)
        {
            await gate.WaitAsync(cancellationToken);
            var outages = gate.Outages;
            var (result, failure) = await TryAsync(failed + troubled == 0 ? blob : blob with { Unknown = false }, cancellationToken);
            if (failure is null)
            {
                foreach (var observer in observers) observer.Ingested(result!);
                return result;
            }

            if (!StorageTrouble.Is(failure)) failed++;
            else if (await gate.WasOutageAsync(failure, outages, cancellationToken)) continue;
            else troubled++;

            var tries = failed + troubled;
            if (failed >= bounds.MaxTries || troubled >= bounds.MaxTroubledTries)
            {
                await PoisonAsync(blob, tries, failure, cancellationToken);
                return null;
            }

            if (tries == 1) Fails(logger, blob.Name, StorageTrouble.Describe(failure));
            await Task.Delay(Pause(tries), time, cancellationToken);
        }
    }

    public void Dispose() => turns.Dispose();

    async Task<(IngestResult? Result, Exception? Failure)> TryAsync(BlobVersion blob, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref waiting);
        try
        {
            await turns.WaitAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }

        try
        {
            return (await ingestor.IngestAsync(blob.Name, blob.Unknown, cancellationToken), null);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, e);
        }
        finally
        {
            turns.Release();
        }
    }

    /// <summary>The message first: if this is killed between the two, the blob is not in the ledger yet and comes again.</summary>
    async Task PoisonAsync(BlobVersion blob, int tries, Exception failure, CancellationToken cancellationToken)
    {
        var reason = StorageTrouble.Describe(failure);
        Poisoned(logger, failure, blob.Name, tries, reason);
        var message = PoisonMessage.For(bounds.FunctionId, store.Container.Name, blob);
        await PersistAsync(() => poison.PutAsync(message, cancellationToken), cancellationToken);
        await PersistAsync(
            () => ledger.PoisonedAsync(blob.Name, blob.ETag, blob.LastModified, $"Failed {tries} times; the last time {reason}.", cancellationToken), cancellationToken);
    }

    async Task PersistAsync(Func<Task> write, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var outages = gate.Outages;
            try
            {
                await write();
                return;
            }
            catch (Exception e) when (StorageTrouble.Is(e) && !cancellationToken.IsCancellationRequested)
            {
                if (!await gate.WasOutageAsync(e, outages, cancellationToken)) await Task.Delay(Pause(tries), time, cancellationToken);
            }
        }
    }

    TimeSpan Pause(int failures)
    {
        var pause = bounds.RetryDelay * Math.Pow(2, Math.Min(failures - 1, 30));
        return (pause < bounds.MaxRetryDelay ? pause : bounds.MaxRetryDelay) * (0.75 + (Random.Shared.NextDouble() / 2));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Blob} could not be ingested ({Reason}). Trying again.")]
    static partial void Fails(ILogger logger, string blob, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Blob} failed {Tries} times ({Reason}) and went to the poison queue. `redrive` ingests it once the cause is gone.")]
    static partial void Poisoned(ILogger logger, Exception failure, string blob, int tries, string reason);
}
