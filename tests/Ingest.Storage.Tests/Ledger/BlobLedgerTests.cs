using Ingest.Storage.Tests.Kit;
using Ingest.Testing;

namespace Ingest.Storage.Tests.Ledger;

public sealed class BlobLedgerTests(AzuriteFixture azurite)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_ledger_is_read_in_the_order_of_the_names()
    {
        var store = await TestStore.CreateAsync(azurite);
        var ingestor = store.Ingestor();
        foreach (var blob in (string[])["b/2.txt", "a.txt", "a/1.txt", "a-1.txt"]) await store.PutAsync(ingestor, Some.Article(blob.Replace('/', '-')), blob);

        var entries = new List<string>();
        await foreach (var entry in store.Ledger().ReadAsync("a.", Stop)) entries.Add(entry.Blob);
        Assert.Equal(["a.txt", "a/1.txt", "b/2.txt"], entries);
    }
}
