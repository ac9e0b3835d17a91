using Azure.Data.Tables;
using Ingest.Storage.Transactions;

namespace Ingest.Storage.Tests.Transactions;

public sealed class PartitionTransactionTests
{
    [Fact]
    public void It_holds_one_partition() => Breaks(
        "A table transaction takes one partition: this is \"a\", the row is of \"b\".", new PartitionTransaction("a"), Put("b", "1"));

    [Fact]
    public void It_holds_a_hundred_rows()
    {
        var transaction = new PartitionTransaction("a");
        for (var i = 0; i < 100; i++) transaction.Add(Put("a", $"{i}"));
        Assert.False(transaction.Fits([Put("a", "100")]));
        Breaks("A table transaction takes at most 100 rows.", transaction, Put("a", "100"));
    }

    [Fact]
    public void It_holds_each_row_once()
    {
        var transaction = new PartitionTransaction("a");
        transaction.Add(Put("a", "1"));
        Assert.False(transaction.Fits([Put("a", "1")]));
        Breaks("A table transaction takes each row once: \"1\" is in it already.", transaction, Put("a", "1"));
    }

    [Fact]
    public void It_holds_less_than_four_mebibytes()
    {
        var transaction = new PartitionTransaction("a");
        for (var i = 0; i < 3; i++) transaction.Add(Put("a", $"{i}", new byte[900_000]));
        Assert.False(transaction.Fits([Put("a", "3", new byte[900_000])]));
        Assert.Contains("at most 3800000 bytes", Assert.Throws<TransactionRuleException>(() => transaction.Add(Put("a", "3", new byte[900_000]))).Message, StringComparison.Ordinal);
        Assert.InRange(transaction.Bytes, 3_600_000, 3_800_000);
    }

    static void Breaks(string rule, PartitionTransaction transaction, TableTransactionAction action) =>
        Assert.Equal(rule, Assert.Throws<TransactionRuleException>(() => transaction.Add(action)).Message);

    static TableTransactionAction Put(string partition, string row, byte[]? content = null) =>
        new(TableTransactionActionType.UpsertReplace, new TableEntity(partition, row) { ["Content"] = content ?? [] });
}
