using Ingest.Text.Articles;

namespace Ingest.Storage;

/// <summary>Settings, section <c>Ingest</c> (<c>Ingest__Container</c> as an environment variable). Checked when the host starts.</summary>
public sealed class IngestOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Ingest";

    /// <summary>The largest <see cref="MaxArticleBytes"/>: an article's text has to fit one transaction of 4 MiB whatever it is made of.</summary>
    public const int LargestArticleBytes = 2 * 1024 * 1024;

    /// <summary>The blob container that takes the uploads: 3 to 63 lower-case letters, digits and single hyphens.</summary>
    public string Container { get; set; } = "articles";

    /// <summary>What stands before every table's name: up to 40 letters and digits, the first a letter; empty for nothing. For several stores in one account.</summary>
    public string TablePrefix { get; set; } = "";

    /// <summary>The largest upload that is read, in bytes: 1 to <see cref="LargestArticleBytes"/>. Larger ones are refused.</summary>
    public int MaxArticleBytes { get; set; } = ParseOptions.DefaultMaxBytes;

    /// <summary>How often the SDK sends a request again after a failure of the network or the service (408, 429, 500, 502, 503, 504): 0 to 10.</summary>
    public int MaxRetries { get; set; } = 4;

    /// <summary>The pause before the first of these, doubled each time, with jitter: 1 ms to 1 minute.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(400);

    /// <summary>The longest of these pauses: <see cref="RetryDelay"/> to 5 minutes.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long one request may take before it counts as failed: 1 second to 10 minutes.</summary>
    public TimeSpan NetworkTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How often a transaction that lost to another writer of its partition is done anew on what that one wrote: 1 to 1,000. Then the
    /// ingestion fails and its caller retries.
    /// </summary>
    public int MaxConflicts { get; set; } = 60;

    /// <summary>
    /// How many counts of days and speakers are kept in memory between transactions, over all partitions: 0 to 10,000,000. A count
    /// takes about 150 bytes. What is dropped is read again when its partition is written next.
    /// </summary>
    public int CachedCounts { get; set; } = 500_000;
}
