using Microsoft.Extensions.Options;

namespace Ingest.Storage;

/// <summary>Says which setting is out of its range, and what it takes.</summary>
sealed class IngestOptionsCheck : IValidateOptions<IngestOptions>
{
    public ValidateOptionsResult Validate(string? name, IngestOptions options)
    {
        var faults = new SettingFaults(IngestOptions.Section);
        faults.Expect(IsContainerName(options.Container), nameof(options.Container), "3 to 63 lower-case letters, digits and single hyphens");
        faults.Expect(IsTablePrefix(options.TablePrefix), nameof(options.TablePrefix), "up to 40 letters and digits, the first a letter");
        faults.Expect(options.MaxArticleBytes is >= 1 and <= IngestOptions.LargestArticleBytes, nameof(options.MaxArticleBytes), $"1 to {IngestOptions.LargestArticleBytes}");
        faults.Expect(options.MaxRetries is >= 0 and <= 10, nameof(options.MaxRetries), "0 to 10");
        faults.Expect(options.RetryDelay, TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(1), nameof(options.RetryDelay), "00:00:00.001 to 00:01:00");
        faults.Expect(options.MaxRetryDelay, options.RetryDelay, TimeSpan.FromMinutes(5), nameof(options.MaxRetryDelay), "RetryDelay to 00:05:00");
        faults.Expect(options.NetworkTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10), nameof(options.NetworkTimeout), "00:00:01 to 00:10:00");
        faults.Expect(options.MaxConflicts is >= 1 and <= 1000, nameof(options.MaxConflicts), "1 to 1000");
        faults.Expect(options.CachedCounts is >= 0 and <= 10_000_000, nameof(options.CachedCounts), "0 to 10000000");
        return faults.Result;
    }

    static bool IsContainerName(string name) =>
        name.Length is >= 3 and <= 63 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && name[0] != '-' && name[^1] != '-' && !name.Contains("--", StringComparison.Ordinal);

    static bool IsTablePrefix(string prefix) =>
        prefix.Length == 0 || (prefix.Length <= 40 && prefix.All(char.IsAsciiLetterOrDigit) && char.IsAsciiLetter(prefix[0]));
}
