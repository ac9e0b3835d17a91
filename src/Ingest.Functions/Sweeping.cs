using Ingest.Storage.Watching;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions;

/// <summary>
/// Takes up what no event told of. The schedule is the setting <c>SweepSchedule</c>: a flat name, since what wakes the app for its timers does not read
/// <c>Section__Name</c>.
/// </summary>
public sealed class Sweeping(Sweep sweep)
{
    /// <summary>Sweeps once; goes on where the host ended the last one, if it ran longer than it may.</summary>
    [Function(nameof(SweepContainer))]
    public Task SweepContainer([TimerTrigger("%SweepSchedule%")] TimerInfo timer, CancellationToken stop) => sweep.ContinueAsync(stop);
}
