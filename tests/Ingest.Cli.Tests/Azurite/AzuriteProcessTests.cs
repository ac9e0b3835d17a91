using Azure.Data.Tables;
using Ingest.Testing;

namespace Ingest.Cli.Tests.Azurite;

public sealed class AzuriteProcessTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task What_is_written_to_the_emulator_can_be_read_back()
    {
        var tables = new TableServiceClient(azurite.ConnectionString);
        var table = tables.GetTableClient("azuritetest");
        await table.CreateIfNotExistsAsync(TestContext.Current.CancellationToken);

        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["Said"] = "so" }, cancellationToken: TestContext.Current.CancellationToken);

        var row = await table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("so", row.Value.GetString("Said"));
    }
}
