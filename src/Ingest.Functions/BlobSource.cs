using Ingest.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace Ingest.Functions;

/// <summary>
/// Where the blob trigger looks. It stands in an attribute and so is the same for every deployment of a build, and the code behind the trigger has to
/// look there too.
/// </summary>
static class BlobSource
{
    /// <summary>The host's own account. A connection named <c>Storage</c> would be no other: the host puts <c>AzureWebJobs</c> before a name first.</summary>
    public const string Connection = "AzureWebJobsStorage";

    /// <summary>Every blob of the container that takes uploads.</summary>
    public const string Path = Container + "/{name}";

#if EVENT_GRID
    /// <summary>The account's events: the only source that Flex Consumption has. Release builds.</summary>
    public const BlobTriggerSource How = BlobTriggerSource.EventGrid;
#else
    /// <summary>Looking again and again: the only source that an emulator has. Debug builds.</summary>
    public const BlobTriggerSource How = BlobTriggerSource.LogsAndContainerScan;
#endif

    const string Container = "articles";

    /// <summary>Refuses settings by which the trigger and the code behind it would look in different places.</summary>
    /// <exception cref="InvalidOperationException">They would.</exception>
    public static void Check(IConfiguration configuration)
    {
        if (configuration.GetSection("Storage").Exists() || configuration.GetSection("ConnectionStrings:Storage").Exists())
            throw new InvalidOperationException($"Take the setting Storage away: on Functions, trigger and tables share the account of {Connection}.");
        if (configuration[$"{IngestOptions.Section}:{nameof(IngestOptions.Container)}"] is { } other && other != Container)
            throw new InvalidOperationException($"Take the setting {IngestOptions.Section}:{nameof(IngestOptions.Container)} away: on Functions, uploads are taken by the container {Container}, not {other}.");
    }
}
