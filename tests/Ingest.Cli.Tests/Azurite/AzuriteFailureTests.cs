using Ingest.Cli.Azurite;

namespace Ingest.Cli.Tests.Azurite;

public sealed class AzuriteFailureTests
{
    [Theory]
    [InlineData("Exit due to unhandled error: Error: ENOSPC: no space left on device, write", "The disk is full", "Make room for the-data")]
    [InlineData("Exit due to unhandled error: Error: EACCES: permission denied, open 'the-data/x.json'", "The storage emulator may not write to the-data: Error: EACCES", "--data")]
    [InlineData("Exit due to unhandled error: listen EADDRINUSE: address already in use 127.0.0.1:10001", "A port that the storage emulator needs was taken", "--storage-port")]
    [InlineData("node:internal/modules/cjs/loader:1215\n  throw err;\nError: Cannot find module 'x'\n  code: 'MODULE_NOT_FOUND',", "The storage emulator is installed only in part", "Delete the-tools")]
    [InlineData("Exit due to unhandled error: Unterminated string in JSON at position 21", "The storage emulator ended at once: Unterminated string in JSON", "move the-data away")]
    [InlineData("", "The storage emulator ended at once: it said nothing", "move the-data away")]
    public void What_the_emulator_said_last_becomes_what_happened_and_what_to_do(string said, string message, string advice)
    {
        var error = AzuriteFailure.Explain(new AzuriteOptions { DataFolder = "the-data", ToolFolder = "the-tools" }, said);

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Contains(advice, error.Advice, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Machine, error.Code);
    }
}
