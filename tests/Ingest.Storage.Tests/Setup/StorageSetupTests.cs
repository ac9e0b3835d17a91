using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Ingest.Storage.Ingestion;
using Ingest.Storage.Reading;
using Ingest.Storage.Verification;
using Ingest.Storage.Watching;
using Ingest.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ingest.Storage.Tests.Setup;

public sealed class StorageSetupTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("Storage")]
    [InlineData("AzureWebJobsStorage")]
    [InlineData("ConnectionStrings:Storage")]
    public async Task A_connection_string_is_enough(string setting)
    {
        await using var host = Host((setting, azurite.ConnectionString), ("Ingest:Container", "setup"), ("Ingest:TablePrefix", "setup"));
        await host.GetRequiredService<IngestStore>().CreateAsync(TestContext.Current.CancellationToken);
        Assert.True((await host.GetRequiredService<SummaryReader>().HealthAsync(TestContext.Current.CancellationToken)).Reachable);
        Assert.NotNull(host.GetRequiredService<ArticleIngestor>());
        Assert.NotNull(host.GetRequiredService<Verifier>());
    }

    [Fact]
    public async Task An_account_name_is_enough_with_an_identity()
    {
        await using var host = Host(("Storage:accountName", "news"), ("Storage:credential", "managedidentity"), ("Storage:clientId", "7c7a1a1e-0000-4000-8000-000000000000"));
        Assert.Equal(new Uri("https://news.blob.core.windows.net/"), host.GetRequiredService<BlobServiceClient>().Uri);
        Assert.Equal(new Uri("https://news.table.core.windows.net/"), host.GetRequiredService<TableServiceClient>().Uri);
    }

    [Fact]
    public async Task Service_addresses_go_before_the_account_name()
    {
        await using var host = Host(("AzureWebJobsStorage:accountName", "news"), ("AzureWebJobsStorage:tableServiceUri", "https://tables.example/"));
        Assert.Equal(new Uri("https://tables.example/"), host.GetRequiredService<TableServiceClient>().Uri);
    }

    [Fact]
    public async Task Without_storage_it_says_what_to_set()
    {
        await using var host = Host();
        Assert.StartsWith("No storage is set. Set Storage", Assert.Throws<InvalidOperationException>(host.GetRequiredService<TableServiceClient>).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Container", "No Capitals", "The setting Ingest:Container takes 3 to 63 lower-case letters, digits and single hyphens.")]
    [InlineData("TablePrefix", "1st", "The setting Ingest:TablePrefix takes up to 40 letters and digits, the first a letter.")]
    [InlineData("MaxArticleBytes", "0", "The setting Ingest:MaxArticleBytes takes 1 to 2097152.")]
    [InlineData("MaxRetries", "11", "The setting Ingest:MaxRetries takes 0 to 10.")]
    [InlineData("RetryDelay", "00:02:00", "The setting Ingest:RetryDelay takes 00:00:00.001 to 00:01:00.")]
    [InlineData("MaxConflicts", "0", "The setting Ingest:MaxConflicts takes 1 to 1000.")]
    public async Task A_setting_out_of_its_range_is_named(string setting, string value, string expected)
    {
        await using var host = Host(("Ingest:" + setting, value));
        var failure = Assert.Throws<OptionsValidationException>(() => host.GetRequiredService<IOptions<IngestOptions>>().Value);
        Assert.Contains(expected, failure.Failures);
    }

    [Theory]
    [InlineData("Concurrency", "0", "takes 1 to 1000.")]
    [InlineData("MaxTries", "0", "takes 1 to 100.")]
    [InlineData("MaxTroubledTries", "4", "takes MaxTries to 1000.")]
    [InlineData("RetryDelay", "00:00:00", "takes 00:00:00.001 to 01:00:00.")]
    [InlineData("MaxRetryDelay", "00:00:00.5", "takes RetryDelay to 1.00:00:00.")]
    [InlineData("Interval", "02:00:00", "takes 00:00:00.010 to 01:00:00.")]
    [InlineData("SweepInterval", "00:00:00", "takes 00:00:01 to 1.00:00:00.")]
    [InlineData("SweepMinimumAge", "-00:00:01", "takes 00:00:00 to 1.00:00:00.")]
    [InlineData("FunctionId", "", "takes the name of a function, as Host.Functions.IngestArticle.")]
    public async Task A_setting_of_the_watcher_out_of_its_range_is_named(string setting, string value, string expected)
    {
        await using var host = Host(("Ingest:Watch:" + setting, value));
        var failure = Assert.Throws<OptionsValidationException>(() => host.GetRequiredService<IOptions<WatchOptions>>().Value);
        Assert.Equal($"The setting Ingest:Watch:{setting} {expected}", Assert.Single(failure.Failures));
    }

    static ServiceProvider Host(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();
        return new ServiceCollection().AddIngestStorage(configuration).AddIngestSweep(configuration).BuildServiceProvider();
    }
}
