using System.CommandLine;
using Ingest.Cli.Connecting;
using Ingest.Cli.Terminal;
using Ingest.Storage.Reading;
using Ingest.Storage.Verification;
using Progress = Ingest.Cli.Terminal.Progress;

namespace Ingest.Cli.Commands;

/// <summary><c>verify</c>: whether what is stored is what the articles say.</summary>
static class VerifyCommand
{
    public static Command Create(Screen screen)
    {
        var repair = new Option<bool>("--repair") { Description = "Mend what differs" };
        var storage = new StorageOptions();
        var command = new HelpedCommand(
            "verify",
            "Recount everything from the articles' quotes and compare it with what is stored: every count, summary and index. "
                + "For a quiet hour: what is half written at that moment is told as a difference.",
            new Example("verify", "exit code 0 where all is right, 1 where something differs"),
            new Example("verify --repair", "and mend it; to run it again does no harm"))
        {
            repair,
        };
        storage.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var store = Store.Open(await storage.ResolveAsync(parsed, cancellationToken));
            return await RunAsync(screen, store.Get<Verifier>(), store.Get<SummaryReader>(), parsed.GetValue(repair), cancellationToken);
        });
        return command;
    }

    static async Task<int> RunAsync(Screen screen, Verifier verifier, SummaryReader reader, bool repair, CancellationToken cancellationToken)
    {
        var (found, mended) = await Progress.WaitAsync(screen, "Recounting", async () =>
        {
            var (found, mended) = (0, 0);
            await foreach (var difference in verifier.DifferencesAsync(repair, cancellationToken))
            {
                found++;
                if (difference.Repaired) mended++;
                screen.Writer.WriteLine(Printable.Of(difference.ToString()));
            }

            return (found, mended);
        });
        if (found == 0)
        {
            var stored = await reader.HealthAsync(cancellationToken);
            screen.Writer.WriteLine(stored.Articles == 0
                ? "Nothing is stored, and nothing is counted."
                : $"All is right: what is stored of {Count.Of(stored.Articles, "article")} with {Count.Of(stored.Quotes, "quote")} equals a recount.");
        }
        else
        {
            screen.Writer.WriteLine($"{Count.Of(found, "difference")}{(mended > 0 ? $", {mended} mended" : $". To mend: {Invocation.Line("verify --repair")}")}");
        }

        return found == mended ? ExitCode.Ok : ExitCode.Failed;
    }
}
