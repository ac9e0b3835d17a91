using System.ComponentModel.DataAnnotations;

namespace Ingest.Api;

/// <summary>Limits of the HTTP interface: configuration section <c>Ingest:Http</c>.</summary>
public sealed class HttpOptions
{
    /// <summary>Where the configuration holds them.</summary>
    public const string Section = "Ingest:Http";

    /// <summary>The largest body of an upload, in bytes as sent; 1 KiB to 1 GiB. Larger is 413. Functions itself takes at most 210 MB.</summary>
    [Range(1024, 1024 * 1024 * 1024)]
    public long MaxUploadBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Most files in one upload; 1 to 100,000. More is 413.</summary>
    [Range(1, 100_000)]
    public int MaxUploadFiles { get; set; } = 5000;

    /// <summary>Most bytes that the archives of one upload may unpack to; 1 KiB to 16 GiB. More is 413.</summary>
    [Range(1024, 16L * 1024 * 1024 * 1024)]
    public long MaxUnpackedBytes { get; set; } = 256 * 1024 * 1024;

    /// <summary>
    /// Most bytes that an upload may unpack to for each byte sent, 1 to 1,032 (all that deflate can do). Text packs about 3 to 1, articles in the
    /// upload format, which say things twice, up to 10 to 1. An upload may always unpack to one article's size. More is 413.
    /// </summary>
    [Range(1, 1032)]
    public int MaxUnpackRatio { get; set; } = 50;

    /// <summary>Uploads that are taken at a time, 1 to 1,000. One more is 429 and may try again.</summary>
    [Range(1, 1000)]
    public int MaxConcurrentUploads { get; set; } = 8;

    /// <summary>Files of one upload that are read and stored at a time, 1 to 64: what bounds its memory.</summary>
    [Range(1, 64)]
    public int UploadParallelism { get; set; } = 8;

    /// <summary>The longest that an upload may take, its body included; 1 second to 1 hour. Longer is 408.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan UploadTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest that an answer may take, 1 second to 10 minutes; a stream of CSV or NDJSON has no limit but its client. Longer is 503.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan AnswerTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
