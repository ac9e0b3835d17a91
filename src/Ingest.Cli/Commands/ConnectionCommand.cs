using System.CommandLine;
using Azure.Storage.Sas;
using Ingest.Cli.Connecting;
using Ingest.Cli.Terminal;
using Ingest.Storage;

namespace Ingest.Cli.Commands;

/// <summary><c>connection</c>: what other tools need to reach the same storage.</summary>
static class ConnectionCommand
{
    static readonly TimeSpan Life = TimeSpan.FromHours(24);

    public static Command Create(Screen screen)
    {
        var sas = new Option<bool>("--sas") { Description = "The address of the container with a signature in it that is good for a day, as AzCopy wants it" };
        var storage = new StorageOptions();
        var command = new HelpedCommand(
            "connection",
            "Print the connection string of the storage that runs here, for other tools.",
            new Example("connection", "for az: az storage blob upload --connection-string \"$(…)\""),
            new Example("connection --sas", "for AzCopy: azcopy copy FOLDER \"$(…)\" --recursive --from-to LocalBlob"))
        {
            sas,
        };
        storage.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var address = await storage.ResolveAsync(parsed, cancellationToken);
            if (address.ConnectionString is not { } text)
            {
                throw new CliException($"There is no connection string for {address.Name}: it is reached by an identity", "Use `az login` and `azcopy login` instead", ExitCode.Usage);
            }

            await using var store = Store.Open(address);
            screen.Writer.WriteLine(parsed.GetValue(sas)
                ? store.Get<IngestStore>().Container.GenerateSasUri(
                    BlobContainerSasPermissions.Create | BlobContainerSasPermissions.Write | BlobContainerSasPermissions.List | BlobContainerSasPermissions.Read,
                    DateTimeOffset.UtcNow + Life).AbsoluteUri
                : text);
            return ExitCode.Ok;
        });
        return command;
    }
}
