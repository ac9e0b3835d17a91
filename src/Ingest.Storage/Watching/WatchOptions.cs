namespace Ingest.Storage.Watching;

/// <summary>Settings of watching and sweeping, section <c>Ingest:Watch</c>. Checked when the host starts.</summary>
public sealed class WatchOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Ingest:Watch";

    /// <summary>How many blobs are ingested at the same time: 1 to 1,000.</summary>
    public int Concurrency { get; set; } = 64;

    /// <summary>How often a blob that fails is tried before it goes to the poison queue, the first try included: 1 to 100. The Functions host's default is 5 too.</summary>
    public int MaxTries { get; set; } = 5;

    /// <summary>
    /// How often a blob is tried whose failure looks like the storage's (429, 5xx, timeouts) although the storage answers otherwise: <see cref="MaxTries"/> to
    /// 1,000. While storage does not answer at all, nothing is counted.
    /// </summary>
    public int MaxTroubledTries { get; set; } = 20;

    /// <summary>The pause after a blob's first failure, doubled each time up to <see cref="MaxRetryDelay"/>, with jitter: 1 ms to 1 hour.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest of these pauses: <see cref="RetryDelay"/> to 1 day.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The pause between two looks at the container, where looking is cheap: 10 ms to 1 hour. A look that takes long is followed by a longer pause.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How often the whole container is compared with the store: 1 second to 1 day.</summary>
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The sweep leaves alone what was written within this time, for that is on its way by event or watcher: 0 to 1 day.</summary>
    public TimeSpan SweepMinimumAge { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The function that poison messages name, as the Functions host writes it.</summary>
    public string FunctionId { get; set; } = "Host.Functions.IngestArticle";
}
