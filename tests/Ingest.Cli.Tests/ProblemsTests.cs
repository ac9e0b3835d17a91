using Ingest.Cli.Terminal;

namespace Ingest.Cli.Tests;

/// <summary>Errors in words.</summary>
public sealed class ProblemsTests
{
    [Fact]
    public async Task Output_to_a_full_disk_is_told_as_such()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Only Linux has a device that is always full.");
        // Not disposed of: that would write once more.
        var full = new StreamWriter(new FileStream("/dev/full", FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0)) { AutoFlush = true };
        using var errors = new StringWriter();
        var screen = new Screen(full, errors, outIsTerminal: false, errorIsTerminal: false);

        var code = await CommandLine.RunAsync(["extract", Path.Combine(Folders.Samples, "ferry-timetable.txt")], screen, TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Machine, code);
        Assert.StartsWith("The disk is full", errors.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Failed to create '/data/installed' with allocation size '142340' because the disk was full.")]
    [InlineData("No space left on device : '/data/installed'", 28)]
    public void A_full_disk_is_known_by_each_of_the_ways_in_which_it_is_told_and_the_file_is_named(string message, int code = -1)
    {
        var problem = Problems.Explain(new IOException(message, code));

        Assert.Equal(ExitCode.Machine, problem.Code);
        Assert.Equal("The disk is full: /data/installed cannot be written", problem.Message);
    }
}
