using Microsoft.AspNetCore.WebUtilities;

namespace Ingest.Api.Uploads;

/// <summary>Bodies that have to be read twice, or from the end as zip is: in memory while they are small, otherwise in a temporary file.</summary>
static class Spool
{
    const int InMemory = 1024 * 1024;

    /// <summary>Reads <paramref name="source"/> to its end.</summary>
    /// <returns>The same, from its start, to be read at will; dispose it to delete the file.</returns>
    public static async Task<FileBufferingReadStream> ReadAsync(Stream source, long limit, CancellationToken stop)
    {
        var spool = new FileBufferingReadStream(source, InMemory);
        try
        {
            var buffer = new byte[64 * 1024];
            var total = 0L;
            for (int read; (read = await spool.ReadAsync(buffer, stop)) > 0;)
            {
                total += read;
                if (total > limit) throw new TooLargeException($"The body is larger than {limit} bytes. Send it in parts.");
            }
            spool.Position = 0;
            return spool;
        }
        catch
        {
            await spool.DisposeAsync();
            throw;
        }
    }
}
