using Ingest.Cli.Azurite;

namespace Ingest.Cli.Tests.Azurite;

public sealed class NpmFailureTests
{
    [Theory]
    [InlineData("npm error code ENOTFOUND\nnpm error network request to https://registry.example failed", "npm could not reach its registry (ENOTFOUND)")]
    [InlineData("npm ERR! code ECONNREFUSED\nnpm ERR! errno ECONNREFUSED", "npm could not reach its registry (ECONNREFUSED)")]
    [InlineData("npm warn tar TAR_ENTRY_ERROR ENOSPC\nnpm error code ENOSPC", "The disk is full")]
    [InlineData("npm error code EACCES", "npm may not write to")]
    [InlineData("npm error code E404\nnpm error 404 Not Found - GET https://registry.example/azurite", "npm could not install the storage emulator (E404)")]
    [InlineData("something else", "npm could not install the storage emulator")]
    public void What_npm_says_becomes_what_happened_and_what_to_do(string said, string message)
    {
        var error = NpmFailure.Explain("the-folder", said);

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.Advice);
    }

    [Fact]
    public void On_a_full_disk_npm_ends_with_0_and_a_warning_and_has_failed()
    {
        const string Said = "npm warn deprecated glob@7.2.3: Glob versions prior to v9 are no longer supported\nnpm warn tar TAR_ENTRY_ERROR ENOSPC: no space left on device, write\n";

        Assert.True(NpmFailure.Is(0, Said));
        Assert.StartsWith("The disk is full", NpmFailure.Explain("the-folder", Said).Message, StringComparison.Ordinal);
        Assert.False(NpmFailure.Is(0, "npm warn deprecated glob@7.2.3: Glob versions prior to v9 are no longer supported\n"));
    }

    [Fact]
    public void What_is_not_known_shows_npms_own_words()
    {
        var error = NpmFailure.Explain("the-folder", "npm warn deprecated glob@7.2.3\nnpm error code E404\nnpm error 404 Not Found\nnpm error A complete log of this run can be found in: /x/y.log\n");

        Assert.Contains("404 Not Found", error.Advice, StringComparison.Ordinal);
        Assert.DoesNotContain("deprecated", error.Advice, StringComparison.Ordinal);
        Assert.DoesNotContain("complete log", error.Advice, StringComparison.Ordinal);
    }
}
