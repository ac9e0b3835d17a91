using Microsoft.Extensions.Options;

namespace Ingest.Storage;

/// <summary>Says which setting is out of its range, and what it takes.</summary>
sealed class IngestOptionsCheck : IValidateOptions<IngestOptions>
{
    public ValidateOptionsResult Validate(string? name, IngestOptions options)
    {
        var wrong = new List<string>();
        Check(IsContainerName(options.Container), nameof(options.Container), "takes 3 to 63 lower-case letters, digits and single hyphens");
        Check(IsTablePrefix(options.TablePrefix), nameof(options.TablePrefix), "takes up to 40 letters and digits, the first a letter");
        Check(options.MaxArticleBytes is >= 1 and <= IngestOptions.LargestArticleBytes, nameof(options.MaxArticleBytes), $"takes 1 to {IngestOptions.LargestArticleBytes}");
        Check(options.MaxRetries is >= 0 and <= 10, nameof(options.MaxRetries), "takes 0 to 10");
        Check(In(options.RetryDelay, TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(1)), nameof(options.RetryDelay), "takes 00:00:00.001 to 00:01:00");
        Check(In(options.MaxRetryDelay, options.RetryDelay, TimeSpan.FromMinutes(5)), nameof(options.MaxRetryDelay), "takes RetryDelay to 00:05:00");
        Check(In(options.NetworkTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)), nameof(options.NetworkTimeout), "takes 00:00:01 to 00:10:00");
        Check(options.MaxConflicts is >= 1 and <= 1000, nameof(options.MaxConflicts), "takes 1 to 1000");
        Check(options.CachedCounts is >= 0 and <= 10_000_000, nameof(options.CachedCounts), "takes 0 to 10000000");
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);

        void Check(bool right, string setting, string takes)
        {
            if (!right) wrong.Add($"The setting {IngestOptions.Section}:{setting} {takes}.");
        }
    }

    static bool In(TimeSpan value, TimeSpan least, TimeSpan most) => value >= least && value <= most;

    static bool IsContainerName(string name) =>
        name.Length is >= 3 and <= 63 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && name[0] != '-' && name[^1] != '-' && !name.Contains("--", StringComparison.Ordinal);

    static bool IsTablePrefix(string prefix) =>
        prefix.Length == 0 || (prefix.Length <= 40 && prefix.All(char.IsAsciiLetterOrDigit) && char.IsAsciiLetter(prefix[0]));
}
