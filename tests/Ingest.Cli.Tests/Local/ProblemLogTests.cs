using Ingest.Cli.Local;
using Ingest.Cli.Tests.Terminal;
using Microsoft.Extensions.Logging;

namespace Ingest.Cli.Tests.Local;

/// <summary>What the host logs, as the person who runs it sees it.</summary>
public sealed class ProblemLogTests
{
    [Fact]
    public async Task What_was_thrown_stands_behind_what_failed_in_one_line()
    {
        var pipe = new Pipe();
        await using (var feed = new Feed(pipe.Screen, TimeProvider.System))
        {
            using var log = new ProblemLog(feed);
            log.CreateLogger("Ingest.Api.IngestApi").LogError(new IOException("No space left on device\nand more of it"), "POST /api/articles failed");
            log.CreateLogger("Microsoft.Somewhere").LogError("of no interest");
        }

        Assert.EndsWith("problem  POST /api/articles failed: IOException: No space left on device\n", pipe.Output, StringComparison.Ordinal);
        Assert.Single(pipe.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
