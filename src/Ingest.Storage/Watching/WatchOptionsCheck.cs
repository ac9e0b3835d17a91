using Microsoft.Extensions.Options;

namespace Ingest.Storage.Watching;

/// <summary>Says which setting is out of its range, and what it takes.</summary>
sealed class WatchOptionsCheck : IValidateOptions<WatchOptions>
{
    static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, WatchOptions options)
    {
        var faults = new SettingFaults(WatchOptions.Section);
        faults.Expect(options.Concurrency is >= 1 and <= 1000, nameof(options.Concurrency), "1 to 1000");
        faults.Expect(options.MaxTries is >= 1 and <= 100, nameof(options.MaxTries), "1 to 100");
        faults.Expect(options.MaxTroubledTries >= options.MaxTries && options.MaxTroubledTries <= 1000, nameof(options.MaxTroubledTries), "MaxTries to 1000");
        faults.Expect(options.RetryDelay, TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(1), nameof(options.RetryDelay), "00:00:00.001 to 01:00:00");
        faults.Expect(options.MaxRetryDelay, options.RetryDelay, Day, nameof(options.MaxRetryDelay), "RetryDelay to 1.00:00:00");
        faults.Expect(options.Interval, TimeSpan.FromMilliseconds(10), TimeSpan.FromHours(1), nameof(options.Interval), "00:00:00.010 to 01:00:00");
        faults.Expect(options.SweepInterval, TimeSpan.FromSeconds(1), Day, nameof(options.SweepInterval), "00:00:01 to 1.00:00:00");
        faults.Expect(options.SweepMinimumAge, TimeSpan.Zero, Day, nameof(options.SweepMinimumAge), "00:00:00 to 1.00:00:00");
        faults.Expect(options.FunctionId.Length > 0, nameof(options.FunctionId), "the name of a function, as Host.Functions.IngestArticle");
        return faults.Result;
    }
}
