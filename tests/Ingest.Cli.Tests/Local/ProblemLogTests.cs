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

    [Fact]
    public async Task What_looks_like_an_emoji_is_shown_as_it_is()
    {
        var pipe = new Pipe();
        await using (var feed = new Feed(pipe.Screen, TimeProvider.System)) feed.Problem("No number at 'Ingest:Watch:Concurrency', [said] a:bell:b", severe: true);
        pipe.Screen.Problem("a:bell:b", "and a:bell:b");

        Assert.EndsWith("problem  No number at 'Ingest:Watch:Concurrency', [said] a:bell:b\n", pipe.Output, StringComparison.Ordinal);
        Assert.Equal("a:bell:b\n  and a:bell:b\n", pipe.Errors);
    }
}
