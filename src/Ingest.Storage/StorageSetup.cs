using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Storage;

/// <summary>Puts storage into a host.</summary>
public static class StorageSetup
{
    /// <summary>
    /// Registers the clients, from the configuration section <c>Storage</c> (falling back to <c>AzureWebJobsStorage</c>) in the naming of
    /// Functions: a connection string, or <c>__accountName</c>, or <c>__blobServiceUri</c>, <c>__tableServiceUri</c> and <c>__queueServiceUri</c> with an identity.
    /// </summary>
    public static IServiceCollection AddIngestStorage(this IServiceCollection services, IConfiguration configuration) =>
        throw new NotImplementedException();
}
