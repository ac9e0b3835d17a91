using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Ingest.Storage.Ingestion;
using Ingest.Storage.Ledger;
using Ingest.Storage.Reading;
using Ingest.Storage.Telemetry;
using Ingest.Storage.Verification;
using Microsoft.Extensions.Azure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Ingest.Storage;

/// <summary>Puts storage into a host.</summary>
public static class StorageSetup
{
    /// <summary>
    /// Registers <see cref="IngestStore"/>, <see cref="ArticleIngestor"/>, <see cref="SummaryReader"/>, <see cref="BlobLedger"/> and
    /// <see cref="Verifier"/>, all for the life of the host, and the SDK's clients, from the configuration <c>Storage</c> (falling back to
    /// <c>AzureWebJobsStorage</c>) in the naming of Functions: a connection string, or <c>__accountName</c>, or <c>__blobServiceUri</c>,
    /// <c>__tableServiceUri</c> and <c>__queueServiceUri</c> with an identity (<c>__credential=managedidentity</c>, <c>__clientId</c>).
    /// Settings come from the section <c>Ingest</c> (<see cref="IngestOptions"/>) and are checked when the host starts.
    /// </summary>
    public static IServiceCollection AddIngestStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<IngestOptions>().Configure(options => configuration.GetSection(IngestOptions.Section).Bind(options)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<IngestOptions>, IngestOptionsCheck>();
        services.AddSingleton(_ => StorageConnection.Of(configuration));
        services.AddAzureClients(clients =>
        {
            clients.AddClient<BlobServiceClient, BlobClientOptions>((options, provider) =>
                Connect(options, provider, "blob", text => new BlobServiceClient(text, options), (uri, who) => new BlobServiceClient(uri, who, options)));
            clients.AddClient<TableServiceClient, TableClientOptions>((options, provider) =>
                Connect(options, provider, "table", text => new TableServiceClient(text, options), (uri, who) => new TableServiceClient(uri, who, options)));
            clients.AddClient<QueueServiceClient, QueueClientOptions>((options, provider) =>
                Connect(options, provider, "queue", text => new QueueServiceClient(text, options), (uri, who) => new QueueServiceClient(uri, who, options)));
        });
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IngestMetrics>();
        services.AddSingleton<IngestRuns>();
        services.AddSingleton<IngestStore>();
        services.AddSingleton<BlobLedger>();
        services.AddSingleton<ArticleIngestor>();
        services.AddSingleton<SummaryReader>();
        services.AddSingleton<Verifier>();
        return services;
    }

    static T Connect<T>(ClientOptions options, IServiceProvider provider, string service, Func<string, T> byString, Func<Uri, TokenCredential, T> byIdentity)
    {
        var bounds = provider.GetRequiredService<IOptions<IngestOptions>>().Value;
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = bounds.MaxRetries;
        options.Retry.Delay = bounds.RetryDelay;
        options.Retry.MaxDelay = bounds.MaxRetryDelay;
        options.Retry.NetworkTimeout = bounds.NetworkTimeout;
        options.AddPolicy(new StorageRequests(provider.GetRequiredService<IngestMetrics>(), service), HttpPipelinePosition.PerRetry);
        var connection = provider.GetRequiredService<StorageConnection>();
        return connection.ConnectionString is { } text ? byString(text) : byIdentity(connection.Endpoint(service), connection.Credential);
    }
}
