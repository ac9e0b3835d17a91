using Ingest.Testing.Processes;

namespace Ingest.Cli.Tests.Local;

/// <summary>One <c>up</c> with the samples in it, for the tests of a class, and the commands that work on its storage.</summary>
public sealed class UpWithSamples : IAsyncLifetime
{
    readonly string data = Directory.CreateTempSubdirectory("ingest-samples-").FullName;
    Up? up;

    public async ValueTask InitializeAsync()
    {
        up = await Up.StartAsync(data);
        await up.UntilArticlesAsync(12);
        await up.Process.UntilAsync("refused");
    }

    /// <summary>The connection string of its storage.</summary>
    public string Storage => up!.Storage.ConnectionString;

    /// <summary>Runs a command on its storage, which the command finds by the folder.</summary>
    public Task<CliResult> RunAsync(params string[] arguments) => CliProcess.RunAsync([.. arguments, "--data", data]);

    /// <summary>The same with something on its standard input.</summary>
    public Task<CliResult> RunWithInputAsync(string input, params string[] arguments) => CliProcess.RunAsync([.. arguments, "--data", data], input: input);

    public async ValueTask DisposeAsync()
    {
        if (up is not null)
        {
            await up.StopAsync();
            await up.DisposeAsync();
        }

        Directory.Delete(data, recursive: true);
    }
}
