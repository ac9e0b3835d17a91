using Ingest.Api.Problems;

namespace Ingest.Cli.Local;

/// <summary>
/// The folder of an emulator's data, held for one <c>up</c> at a time: two emulators on the same files would write over each other.
/// </summary>
sealed class DataFolder : IDisposable
{
    readonly FileStream held;

    DataFolder(string path, FileStream held) => (Path, this.held) = (path, held);

    /// <summary>The folder, as a full path.</summary>
    public string Path { get; }

    /// <summary>Makes sure that no <c>up</c> runs on the data in <paramref name="path"/>.</summary>
    /// <exception cref="CliException">One does.</exception>
    public static void RefuseIfUp(string path)
    {
        var folder = System.IO.Path.GetFullPath(path);
        if (RunningHost.Find(folder) is { } host) throw Up(host, folder);
    }

    /// <summary>Makes the folder where it is missing, and holds it.</summary>
    /// <exception cref="CliException">Another <c>up</c> holds it, or it may not be written to.</exception>
    public static DataFolder Hold(string path)
    {
        var folder = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(folder);
            return new DataFolder(folder, new FileStream(System.IO.Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException) when (RunningHost.Find(folder) is { } host)
        {
            throw Up(host, folder);
        }
        catch (IOException e) when (Problems.IsHeld(e))
        {
            throw InUse("Another `up` is starting or ending on the same data", folder);
        }
        catch (Exception e) when (e is UnauthorizedAccessException || (e is IOException io && !DiskFull.Is(io)))
        {
            throw new CliException(
                $"The data cannot be kept in {folder}: {e.Message}", "Give yourself the right to write there, or choose another folder with --data", ExitCode.Machine, e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => held.Dispose();

    static CliException Up(RunningHost host, string folder) => InUse($"It is up already: {host.Url} (process {host.ProcessId})", folder);

    static CliException InUse(string message, string folder) => new(
        message,
        $"Stop that one with Ctrl+C, or start this one beside it, with ports and data of its own:\n{Invocation.Line("up --port 7072 --storage-port 10010 --data FOLDER")}\nIts data: {folder}",
        ExitCode.Machine);
}
