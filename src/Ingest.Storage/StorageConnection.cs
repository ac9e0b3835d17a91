using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

namespace Ingest.Storage;

/// <summary>
/// The connection <c>Storage</c>, or <c>AzureWebJobsStorage</c> where that is not set, in the naming of Azure Functions: a connection
/// string, or <c>__accountName</c>, or <c>__blobServiceUri</c>, <c>__tableServiceUri</c> and <c>__queueServiceUri</c>; the last two with an identity.
/// </summary>
sealed class StorageConnection
{
    static readonly string[] Names = ["Storage", "AzureWebJobsStorage"];

    readonly IConfigurationSection section;
    readonly Lazy<TokenCredential> credential;

    StorageConnection(IConfigurationSection section)
    {
        this.section = section;
        credential = new(Identity);
    }

    /// <summary>The connection string; null where an identity is used.</summary>
    public string? ConnectionString => section.Value is { Length: > 0 } value ? value : section["connectionString"];

    /// <summary>Who signs in where there is no connection string.</summary>
    public TokenCredential Credential => credential.Value;

    /// <exception cref="InvalidOperationException">Neither connection is set.</exception>
    public static StorageConnection Of(IConfiguration configuration)
    {
        foreach (var name in Names)
        {
            if (Section(configuration, name) is { } section) return new StorageConnection(section);
        }

        throw new InvalidOperationException(
            "No storage is set. Set Storage (or AzureWebJobsStorage) to a connection string, or Storage__accountName to the name of an account that this identity may use.");
    }

    /// <summary>Where a service is.</summary>
    /// <param name="service"><c>blob</c>, <c>table</c> or <c>queue</c>.</param>
    /// <exception cref="InvalidOperationException">The connection does not say.</exception>
    public Uri Endpoint(string service)
    {
        if (section[service + "ServiceUri"] is { Length: > 0 } uri) return new Uri(uri);
        if (section["accountName"] is { Length: > 0 } account) return new Uri($"https://{account}.{service}.core.windows.net");
        throw new InvalidOperationException($"{section.Path} has neither a connection string nor accountName nor {service}ServiceUri. Set {section.Path}__{service}ServiceUri.");
    }

    static IConfigurationSection? Section(IConfiguration configuration, string name)
    {
        // Hosts put connection strings beside the settings (ConnectionStrings:Storage) too.
        var (setting, beside) = (configuration.GetSection(name), configuration.GetSection("ConnectionStrings:" + name));
        return setting.Exists() ? setting : beside.Exists() ? beside : null;
    }

    TokenCredential Identity()
    {
        var client = section["clientId"];
        return string.Equals(section["credential"], "managedidentity", StringComparison.OrdinalIgnoreCase)
            ? new ManagedIdentityCredential(client is null ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(client))
            : new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = client });
    }
}
