using Ingest.Cli.Azurite;
using Ingest.Testing;

namespace Ingest.Benchmarks.Ingestion;

/// <summary>Loads articles through the real path against an Azurite of its own, and measures what that takes and what the storage would allow.</summary>
static class IngestBenchmark
{
    static readonly DateOnly TheDay = new(2023, 7, 7);

    /// <returns>The process's exit code: 2 where the command line is not understood.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var settings = IngestSettings.Read(arguments, Repository.Samples);
        if (settings is null)
        {
            await Console.Error.WriteLineAsync(IngestSettings.Usage);
            return 2;
        }

        if (!Directory.Exists(settings.Folder)) throw new DirectoryNotFoundException($"There is no folder {settings.Folder}. Name one with articles, a .txt file each.");
        var folder = Directory.CreateTempSubdirectory("ingest-benchmark-").FullName;
        try
        {
            await using var azurite = await AzuriteProcess.StartAsync(
                new AzuriteOptions { DataFolder = folder, ToolFolder = Repository.AzuriteTools, Ports = EmulatorPorts.From(0) }, CancellationToken.None);
            Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, Azurite {AzuritePackage.Version}");
            await RunAsync(settings, azurite);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    static async Task RunAsync(IngestSettings settings, AzuriteProcess azurite)
    {
        if (settings.Uploads > 0)
        {
            Console.WriteLine();
            Console.WriteLine("Idle: from the upload of one article until its day's summary shows it");
            foreach (var stored in (int[])[0, 1000]) await Idle.RunAsync(azurite.ConnectionString, stored, settings.Uploads);
        }

        if (settings.Alone > 0)
        {
            foreach (var corpus in (Corpus[])[Corpus.Of(settings.Folder, settings.Alone), Corpus.Day(TheDay, settings.Alone)])
            {
                Console.WriteLine();
                Console.WriteLine($"Alone: {corpus.Title}, one after the other, the second half counted");
                foreach (var processes in (int[])[1, 4]) await Alone.RunAsync(azurite.ConnectionString, corpus, processes);
            }
        }

        if (settings.Quotes > 0) await Reads.RunAsync(azurite.ConnectionString, settings.Quotes);
        await Load.RunAsync(azurite, Corpus.Of(settings.Folder, settings.Articles), settings);
        if (settings.Day > 0) await Load.RunAsync(azurite, Corpus.Day(TheDay, settings.Day), settings);
    }
}
