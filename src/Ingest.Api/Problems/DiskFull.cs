namespace Ingest.Api.Problems;

/// <summary>That a disk had no room left, as .NET tells it.</summary>
public static class DiskFull
{
    /// <summary>Whether it is that (ENOSPC, EDQUOT, ERROR_DISK_FULL; where .NET wanted room for a whole file at once, it says so in words alone).</summary>
    public static bool Is(IOException error) =>
        error.HResult is 28 or 122 or unchecked((int)0x80070070) or unchecked((int)0x80070027) || error.Message.EndsWith("because the disk was full.", StringComparison.Ordinal);
}
