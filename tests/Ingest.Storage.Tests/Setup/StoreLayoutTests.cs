using Azure.Data.Tables;
using Ingest.Storage.Tests.Kit;
using Ingest.Testing;

namespace Ingest.Storage.Tests.Setup;

public sealed class StoreLayoutTests(AzuriteFixture azurite)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_store_of_this_version_is_opened_again_empty_or_full()
    {
        var store = await TestStore.CreateAsync(azurite);
        await store.Connect(null).CreateAsync(Stop);
        await store.PutAsync(store.Ingestor(), Some.Article("a", said: new Said("Ada Lovelace", "Engines weave.")));
        await store.Connect(null).CreateAsync(Stop);
    }

    [Fact]
    public async Task A_store_that_was_laid_out_before_layouts_had_numbers_is_refused_with_what_to_do()
    {
        var store = await TestStore.CreateAsync(azurite);
        await store.Tables.Blobs.DeleteEntityAsync("layout", "layout", cancellationToken: Stop);
        await store.Tables.Articles.AddEntityAsync(new TableEntity("03", "aabcdefghijklmnopqrstuvwx"), Stop);

        await RefusedAsync(store, "a layout without a number");
    }

    [Fact]
    public async Task A_store_of_a_later_layout_is_refused_with_what_to_do()
    {
        var store = await TestStore.CreateAsync(azurite);
        await store.Tables.Blobs.UpsertEntityAsync(new TableEntity("layout", "layout") { ["Number"] = 3 }, TableUpdateMode.Replace, Stop);

        await RefusedAsync(store, "layout 3");
    }

    static async Task RefusedAsync(TestStore store, string layout)
    {
        foreach (var open in (Func<Task>[])[() => store.Connect(null).CreateAsync(Stop), () => store.DifferencesAsync()])
        {
            var refused = await Assert.ThrowsAsync<StoreLayoutException>(open);
            Assert.Contains($"({layout}; this one reads layout 2)", refused.Message, StringComparison.Ordinal);
            Assert.Contains("Ingest:TablePrefix", refused.Message, StringComparison.Ordinal);
        }
    }
}
