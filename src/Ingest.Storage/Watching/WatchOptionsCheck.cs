using Microsoft.Extensions.Options;

namespace Ingest.Storage.Watching;

/// <summary>Says which setting is out of its range, and what it takes.</summary>
sealed class WatchOptionsCheck : IValidateOptions<WatchOptions>
{
    static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, WatchOptions options)
    {
        var wrong = new List<string>();
        Check(options.Concurrency is >= 1 and <= 1000, nameof(options.Concurrency), "takes 1 to 1000");
        Check(options.MaxTries is >= 1 and <= 100, nameof(options.MaxTries), "takes 1 to 100");
        Check(options.MaxTroubledTries >= options.MaxTries && options.MaxTroubledTries <= 1000, nameof(options.MaxTroubledTries), "takes MaxTries to 1000");
        Check(In(options.RetryDelay, TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(1)), nameof(options.RetryDelay), "takes 00:00:00.001 to 01:00:00");
        Check(In(options.MaxRetryDelay, options.RetryDelay, Day), nameof(options.MaxRetryDelay), "takes RetryDelay to 1.00:00:00");
        Check(In(options.Interval, TimeSpan.FromMilliseconds(10), TimeSpan.FromHours(1)), nameof(options.Interval), "takes 00:00:00.010 to 01:00:00");
        Check(In(options.SweepInterval, TimeSpan.FromSeconds(1), Day), nameof(options.SweepInterval), "takes 00:00:01 to 1.00:00:00");
        Check(In(options.SweepMinimumAge, TimeSpan.Zero, Day), nameof(options.SweepMinimumAge), "takes 00:00:00 to 1.00:00:00");
        Check(options.FunctionId.Length > 0, nameof(options.FunctionId), "takes the name of a function, as Host.Functions.IngestArticle");
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);

        void Check(bool right, string setting, string takes)
        {
            if (!right) wrong.Add($"The setting {WatchOptions.Section}:{setting} {takes}.");
        }
    }

    static bool In(TimeSpan value, TimeSpan least, TimeSpan most) => value >= least && value <= most;
}
