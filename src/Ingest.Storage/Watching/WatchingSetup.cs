using Ingest.Storage.Ingestion;
using Ingest.Storage.Ledger;
using Ingest.Storage.Reading;
using Ingest.Storage.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ingest.Storage.Watching;

/// <summary>Puts the sweep, the redrive and the watcher into a host that has <see cref="StorageSetup.AddIngestStorage"/>.</summary>
public static class WatchingSetup
{
    /// <summary>Registers <see cref="Sweep"/> and <see cref="Redrive"/>, which run when called: for the Functions host, whose trigger and timer do the rest, and for tools.</summary>
    public static IServiceCollection AddIngestSweep(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WatchOptions>().Configure(options => configuration.GetSection(WatchOptions.Section).Bind(options)).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<WatchOptions>, WatchOptionsCheck>();
        services.TryAddSingleton<PoisonQueue>();
        services.TryAddSingleton<StorageGate>();
        services.TryAddSingleton<BlobIntake>();
        services.TryAddSingleton(p => new Sweep(
            p.GetRequiredService<IngestStore>(), p.GetRequiredService<BlobLedger>(), p.GetRequiredService<BlobIntake>(), p.GetRequiredService<IOptions<WatchOptions>>(),
            p.GetRequiredService<IngestMetrics>(), p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<Sweep>>()));
        services.TryAddSingleton(p => new Redrive(
            p.GetRequiredService<IngestStore>(), p.GetRequiredService<ArticleIngestor>(), p.GetRequiredService<SummaryReader>(), p.GetRequiredService<BlobLedger>(),
            p.GetRequiredService<PoisonQueue>()));
        return services;
    }

    /// <summary>
    /// Registers, beside those, the watcher and the timed sweep as hosted services: for the local host, which has no triggers. They start with the host and want the
    /// container and the tables to be there (<see cref="IngestStore.CreateAsync"/>); until then they wait.
    /// </summary>
    public static IServiceCollection AddIngestWatching(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddIngestSweep(configuration);
        services.AddHostedService<BlobWatcher>();
        services.AddHostedService<SweepTimer>();
        return services;
    }
}
