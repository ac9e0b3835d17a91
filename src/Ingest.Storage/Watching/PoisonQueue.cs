using Azure.Storage.Queues.Models;

namespace Ingest.Storage.Watching;

/// <summary>The queue of the blobs that failed too often, shared with the Functions host.</summary>
sealed class PoisonQueue(IngestStore store)
{
    static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    /// <summary>Puts a message on. It does not expire.</summary>
    public Task PutAsync(PoisonMessage message, CancellationToken cancellationToken) =>
        store.Poison.SendMessageAsync(message.Write(), visibilityTimeout: null, timeToLive: Forever, cancellationToken);

    /// <summary>Takes up to 32 messages, which nobody else sees for <paramref name="hidden"/>.</summary>
    public async Task<IReadOnlyList<QueueMessage>> TakeAsync(TimeSpan hidden, CancellationToken cancellationToken) =>
        (await store.Poison.ReceiveMessagesAsync(32, hidden, cancellationToken)).Value;

    /// <summary>Removes a message that was taken.</summary>
    public Task RemoveAsync(QueueMessage message, CancellationToken cancellationToken) =>
        store.Poison.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);

    /// <summary>Puts a message that was taken back, unchanged.</summary>
    public Task ReturnAsync(QueueMessage message, CancellationToken cancellationToken) =>
        store.Poison.UpdateMessageAsync(message.MessageId, message.PopReceipt, visibilityTimeout: TimeSpan.Zero, cancellationToken: cancellationToken);
}
