using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Queues.Models;
using Ingest.Storage.Ingestion;
using Ingest.Storage.Ledger;
using Ingest.Storage.Reading;

namespace Ingest.Storage.Watching;

/// <summary>
/// Ingests again what failed, once the cause is gone: the blobs of the poison queue, and those that the rejections tell of though their message is lost (the Functions
/// host's messages expire after seven days). A message is removed only when its blob is ingested, refused or gone. One whose blob fails again stays, and so does one
/// that is of another container or not understood.
/// </summary>
public sealed class Redrive
{
    /// <summary>So long nobody else takes a message that is in hand here. A redrive that is killed gives them back after this.</summary>
    static readonly TimeSpan Hidden = TimeSpan.FromMinutes(5);

    readonly ArticleIngestor ingestor;
    readonly SummaryReader reader;
    readonly BlobLedger ledger;
    readonly PoisonQueue queue;
    readonly IngestStore store;

    internal Redrive(IngestStore store, ArticleIngestor ingestor, SummaryReader reader, BlobLedger ledger, PoisonQueue queue) =>
        (this.store, this.ingestor, this.reader, this.ledger, this.queue) = (store, ingestor, reader, ledger, queue);

    /// <summary>Redrives once.</summary>
    /// <param name="refused">Also reads again what was refused as no article, for when the bounds or the rules have changed.</param>
    /// <returns>What became of each blob, as it happens. A blob comes once, however many messages it has.</returns>
    public async IAsyncEnumerable<RedriveResult> RunAsync(bool refused, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var done = new Dictionary<string, RedriveResult>(StringComparer.Ordinal);
        await foreach (var result in QueueAsync(done, cancellationToken)) yield return result;
        await foreach (var result in RejectionsAsync(done, refused, cancellationToken)) yield return result;
    }

    async IAsyncEnumerable<RedriveResult> QueueAsync(Dictionary<string, RedriveResult> done, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // What stays on the queue, with the receipt that was got last: given back at the end, for before it would be met again.
        var staying = new Dictionary<string, QueueMessage>(StringComparer.Ordinal);
        try
        {
            while (await queue.TakeAsync(Hidden, cancellationToken) is { Count: > 0 } messages)
            {
                var fresh = messages.Where(message => !staying.ContainsKey(message.MessageId)).ToList();
                foreach (var message in messages) staying[message.MessageId] = message;
                if (fresh.Count == 0) break;

                var blobs = new Dictionary<string, List<QueueMessage>>(StringComparer.Ordinal);
                foreach (var message in fresh)
                {
                    var read = PoisonMessage.Read(message.MessageText);
                    if (read is null)
                    {
                        yield return new RedriveResult(message.MessageId, null, "This message is not of a blob trigger. It was left on the queue.");
                    }
                    else if (read.ContainerName == store.Container.Name)
                    {
                        if (!blobs.TryGetValue(read.BlobName, out var same)) blobs.Add(read.BlobName, same = []);
                        same.Add(message);
                    }
                }

                var untried = blobs.Keys.Where(blob => !done.ContainsKey(blob));
                foreach (var result in await Task.WhenAll(untried.Select(blob => IngestAsync(blob, cancellationToken))))
                {
                    done.Add(result.Blob, result);
                    yield return result;
                }

                foreach (var message in blobs.Where(blob => done[blob.Key].Failure is null).SelectMany(blob => blob.Value))
                {
                    await queue.RemoveAsync(message, cancellationToken);
                    staying.Remove(message.MessageId);
                }
            }
        }
        finally
        {
            foreach (var message in staying.Values) await GiveBackAsync(message);
        }
    }

    async IAsyncEnumerable<RedriveResult> RejectionsAsync(Dictionary<string, RedriveResult> done, bool refused, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            var page = await reader.RejectionsAsync(new PageRequest(100, next), cancellationToken);
            foreach (var rejection in page.Items.Where(rejection => (rejection.Poisoned || refused) && !done.ContainsKey(rejection.Blob)))
            {
                // The ledger would answer for what was refused. Without an entry it is read anew, by whoever comes first.
                if (!rejection.Poisoned) await ledger.RemoveAsync(rejection.Blob, cancellationToken);
                var result = await IngestAsync(rejection.Blob, cancellationToken);
                done.TryAdd(result.Blob, result);
                yield return result;
            }

            next = page.Next;
        }
        while (next is not null);
    }

    async Task<RedriveResult> IngestAsync(string blob, CancellationToken cancellationToken)
    {
        try
        {
            return new RedriveResult(blob, await ingestor.IngestAsync(blob, cancellationToken), null);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return new RedriveResult(blob, null, StorageTrouble.Describe(e));
        }
    }

    async Task GiveBackAsync(QueueMessage message)
    {
        try
        {
            await queue.ReturnAsync(message, CancellationToken.None);
        }
        catch (RequestFailedException)
        {
            // It comes back by itself when its time is over.
        }
    }
}
