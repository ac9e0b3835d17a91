using System.CommandLine;
using Ingest.Cli.Azurite;
using Ingest.Cli.Connecting;
using Ingest.Cli.Local;
using Ingest.Cli.Terminal;

namespace Ingest.Cli.Commands;

/// <summary><c>up</c>: everything on this machine, until Ctrl+C.</summary>
static class UpCommand
{
    public static Command Create(Screen screen)
    {
        var port = Numbers.Option("--port", "The port of the API and the dashboard, for this machine only; 0 takes a free one", 0, 65535, UpOptions.DefaultPort, "PORT");
        var storage = new Option<string?>("--storage")
        {
            Description = "Storage that is there: a connection string, the name or address of an account, or `emulator`. "
                + $"Otherwise {StorageOptions.Variable}, then an Azurite that runs already, then one that is started here (needs Node.js {Node.Oldest} or later)",
            HelpName = "WHERE",
        };
        var storagePort = Numbers.Option("--storage-port", "The first of the three ports of the Azurite to find or start; 0 takes free ones", 0, 65533, EmulatorPorts.DefaultFirst, "PORT");
        var data = new Option<string>("--data")
        {
            Description = "The folder for the data of the Azurite that is started here",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => Folders.AzuriteData,
        };
        var samples = new Option<bool>("--samples") { Description = "Load the samples even where the store holds something" };
        var noSamples = new Option<bool>("--no-samples") { Description = "Do not load the samples" };
        var command = new HelpedCommand(
            "up",
            "Run everything on this machine: storage (Azurite), the watch on its container, the API and the dashboard. Ends with Ctrl+C; the data stays.",
            new Example("up", "at http://localhost:7071; the first time with samples in it"),
            new Example("up --port 7072 --storage-port 10010 --data elsewhere", "a second one, apart from the first"),
            new Example("up --storage myaccount", "on an account in Azure, as who you are logged in (az login)"))
        {
            port, storage, storagePort, data, samples, noSamples,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(samples) && result.GetValue(noSamples)) result.AddError("--samples and --no-samples exclude each other");
        });
        command.SetAction((parsed, cancellationToken) => Up.RunAsync(
            new UpOptions
            {
                Storage = parsed.GetValue(storage),
                StoragePort = parsed.GetValue(storagePort),
                Port = parsed.GetValue(port),
                Data = parsed.GetRequiredValue(data),
                Samples = parsed.GetValue(noSamples) ? SampleLoading.Never : parsed.GetValue(samples) ? SampleLoading.Always : SampleLoading.WhereEmpty,
            },
            screen,
            cancellationToken));
        return command;
    }
}
