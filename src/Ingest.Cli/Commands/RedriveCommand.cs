using System.CommandLine;
using Ingest.Cli.Connecting;
using Ingest.Cli.Terminal;
using Ingest.Storage;
using Ingest.Storage.Ingestion;
using Ingest.Storage.Watching;
using Spectre.Console;

namespace Ingest.Cli.Commands;

/// <summary><c>redrive</c>: what was left behind is ingested, the poison queue included.</summary>
static class RedriveCommand
{
    public static Command Create(Screen screen)
    {
        var refused = new Option<bool>("--refused") { Description = "Also read again what was refused, for when the rules or the size limit have changed" };
        var storage = new StorageOptions();
        var command = new HelpedCommand(
            "redrive",
            "Ingest what was left behind: blobs on the poison queue, once what made them fail is gone, and blobs of the container that the store lacks. "
                + "What fails again stays on the queue. To run it again, or while a host runs, does no harm.",
            new Example("redrive", "after an outage"),
            new Example("redrive --refused", "after an update that reads more than before"))
        {
            refused,
        };
        storage.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var store = Store.Open(await storage.ResolveAsync(parsed, cancellationToken));
            return await RunAsync(screen, store, parsed.GetValue(refused), cancellationToken);
        });
        return command;
    }

    static async Task<int> RunAsync(Screen screen, Store store, bool refused, CancellationToken cancellationToken)
    {
        await store.Get<IngestStore>().CreateAsync(cancellationToken);
        var (again, failed) = (0, 0);
        await foreach (var redriven in store.Get<Redrive>().RunAsync(refused, cancellationToken))
        {
            if (redriven.Failure is null) again++;
            else failed++;
            Show(screen.Out, redriven);
        }

        var swept = await store.Get<Sweep>().RunAsync(cancellationToken);
        failed += (int)swept.Poisoned;
        screen.Writer.WriteLine(Summary(again, failed, swept));
        return failed > 0 ? ExitCode.Failed : ExitCode.Ok;
    }

    static string Summary(int again, int failed, SweepReport swept)
    {
        if (again + failed + swept.Missing == 0) return $"Nothing was left behind: {Count.Of(swept.Blobs, "blob")} in the container, none on the poison queue.";
        var parts = new List<string>();
        if (again > 0) parts.Add($"{Count.Of(again, "blob")} of the poison queue done");
        if (swept.Missing > 0) parts.Add($"{Count.Of(swept.Missing, "blob")} that the store lacked taken up");
        if (failed > 0) parts.Add($"{failed} failed and stay on the poison queue");
        return string.Join(", ", parts);
    }

    static void Show(IAnsiConsole console, RedriveResult redriven)
    {
        var blob = Printable.Of(redriven.Blob);
        if (redriven.Failure is { } failure) console.Line("red", "failed", $"  {blob}: {failure}");
        else if (redriven.Result is { Outcome: IngestOutcome.Refused, Reason: var reason }) console.Line("yellow", "refused", $" {blob}: {reason}");
        else if (redriven.Result is { Outcome: IngestOutcome.Gone }) console.Line("grey", "gone", $"    {blob}");
        else console.Line("green", "stored", $"  {blob}: {Count.Of(redriven.Result?.Quotes ?? 0, "quote")}");
    }
}
