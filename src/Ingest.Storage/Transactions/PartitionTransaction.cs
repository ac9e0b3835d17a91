using Azure;
using Azure.Data.Tables;

namespace Ingest.Storage.Transactions;

/// <summary>
/// An entity-group transaction in the making. It owns the service's rules, and says which one a row would break:
/// one partition, each row once, at most <see cref="MaxRows"/> rows and <see cref="MaxBytes"/> bytes.
/// </summary>
sealed class PartitionTransaction(string partitionKey)
{
    /// <summary>The service's bound.</summary>
    public const int MaxRows = 100;

    /// <summary>The service takes 4 MiB; the rest is for what an estimate may miss.</summary>
    public const int MaxBytes = 3_800_000;

    /// <summary>The largest row that the service takes is 1 MiB, where text counts two bytes a character.</summary>
    public const int MaxRowBytes = 1024 * 1024;

    readonly List<TableTransactionAction> actions = [];
    readonly HashSet<string> keys = [];

    /// <summary>Rows so far.</summary>
    public int Rows => actions.Count;

    /// <summary>Bytes so far, estimated from above.</summary>
    public int Bytes { get; private set; }

    /// <summary>What is to be done, in order.</summary>
    public IReadOnlyList<TableTransactionAction> Actions => actions;

    /// <summary>Whether <paramref name="more"/> can be added without breaking a rule.</summary>
    public bool Fits(IReadOnlyList<TableTransactionAction> more)
    {
        if (actions.Count + more.Count > MaxRows) return false;
        var bytes = Bytes;
        foreach (var action in more)
        {
            if (keys.Contains(action.Entity.RowKey)) return false;
            bytes += Size(action);
        }

        return bytes <= MaxBytes;
    }

    /// <summary>Adds a row.</summary>
    /// <exception cref="TransactionRuleException">A rule would be broken; the message names it.</exception>
    public void Add(TableTransactionAction action)
    {
        var (row, bytes) = (action.Entity, Size(action));
        if (row.PartitionKey != partitionKey) throw Broken($"one partition: this is \"{partitionKey}\", the row is of \"{row.PartitionKey}\"");
        if (actions.Count == MaxRows) throw Broken($"at most {MaxRows} rows");
        if (Bytes + bytes > MaxBytes) throw Broken($"at most {MaxBytes} bytes: there are {Bytes}, the row has {bytes}");
        if (!keys.Add(row.RowKey)) throw Broken($"each row once: \"{row.RowKey}\" is in it already");
        actions.Add(action);
        Bytes += bytes;
    }

    /// <summary>Sends it: all of it is done, or nothing.</summary>
    /// <returns>The rows' new ETags, in order; default for deleted ones.</returns>
    public async Task<ETag[]> SendAsync(TableClient table, CancellationToken cancellationToken)
    {
        var answer = await table.SubmitTransactionAsync(actions, cancellationToken);
        return [.. answer.Value.Select(response => response.Headers.ETag ?? default)];
    }

    static int Size(TableTransactionAction action) => action.Entity is TableEntity row ? RowSize.Of(row) : throw new ArgumentException("Rows are TableEntity here.", nameof(action));

    static TransactionRuleException Broken(string rule) => new($"A table transaction takes {rule}.");
}

/// <summary>What was to be done together breaks a rule of the service's transactions.</summary>
sealed class TransactionRuleException(string rule) : InvalidOperationException(rule);
