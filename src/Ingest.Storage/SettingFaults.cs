using Microsoft.Extensions.Options;

namespace Ingest.Storage;

/// <summary>Which settings of a section are out of their ranges, and what they take.</summary>
/// <param name="section">The section's name.</param>
sealed class SettingFaults(string section)
{
    readonly List<string> faults = [];

    /// <summary>What the host is told at its start.</summary>
    public ValidateOptionsResult Result => faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

    /// <summary>Adds a setting where it is not right.</summary>
    /// <param name="takes">What it takes, as a range or in words.</param>
    public void Expect(bool right, string setting, string takes)
    {
        if (!right) faults.Add($"The setting {section}:{setting} takes {takes}.");
    }

    /// <summary>Adds a setting that is not between two times.</summary>
    /// <param name="takes">The same in words.</param>
    public void Expect(TimeSpan value, TimeSpan least, TimeSpan most, string setting, string takes) => Expect(value >= least && value <= most, setting, takes);
}
