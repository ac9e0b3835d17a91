namespace Ingest.Text.Articles;

/// <summary>Bounds on what is read.</summary>
public sealed record ParseOptions
{
    /// <summary>1 MiB, the design's limit.</summary>
    public const int DefaultMaxBytes = 1024 * 1024;

    /// <summary>The largest upload that is read, in bytes; from 1 up. Larger ones are refused.</summary>
    public int MaxBytes { get; init; } = DefaultMaxBytes;

    /// <summary>The defaults.</summary>
    public static ParseOptions Default { get; } = new();
}
