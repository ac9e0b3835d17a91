using System.Diagnostics;
using System.Text.Json;
using Ingest.Cli.Azurite;

namespace Ingest.Cli.Local;

/// <summary>
/// An <c>up</c> that runs on this machine, as a note in the folder of its data: other commands find its storage by it. Holds no secret:
/// it is written for an emulator only, by its ports.
/// </summary>
/// <param name="ProcessId">The process that runs it.</param>
/// <param name="Url">Where its pages are.</param>
/// <param name="Ports">Where its storage is.</param>
public sealed record RunningHost(int ProcessId, string Url, EmulatorPorts Ports)
{
    const string FileName = "running.json";

    /// <summary>The host that keeps its data in <paramref name="folder"/>; null where none runs.</summary>
    public static RunningHost? Find(string folder)
    {
        try
        {
            var host = JsonSerializer.Deserialize<RunningHost>(File.ReadAllText(Path.Combine(folder, FileName)));
            return host is not null && IsAlive(host.ProcessId) ? host : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Leaves the note.</summary>
    public void Write(string folder) => File.WriteAllText(Path.Combine(folder, FileName), JsonSerializer.Serialize(this));

    /// <summary>Takes the note away.</summary>
    public static void Remove(string folder) => File.Delete(Path.Combine(folder, FileName));

    static bool IsAlive(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
