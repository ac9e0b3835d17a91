using System.CommandLine;
using Ingest.Cli.Connecting;
using Ingest.Cli.Terminal;
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
            return await RunAsync(screen, store.Get<Verifier>(), parsed.GetValue(repair), cancellationToken);
        });
        return command;
    }

    static async Task<int> RunAsync(Screen screen, Verifier verifier, bool repair, CancellationToken cancellationToken)
    {
        var recount = await Progress.WaitAsync(screen, "Recounting", () =>
            verifier.RecountAsync(repair, difference => screen.Writer.WriteLine(Printable.Of(difference.ToString())), cancellationToken));
        screen.Writer.WriteLine(recount switch
        {
            { Differences: > 0, Repaired: > 0 } => $"{Count.Of(recount.Differences, "difference")}, {recount.Repaired} mended",
            { Differences: > 0 } => $"{Count.Of(recount.Differences, "difference")}. To mend: {Invocation.Line("verify --repair")}",
            { Articles: 0 } => "Nothing is stored, and nothing is counted.",
            _ => $"All is right: what is stored of {Count.Of(recount.Articles, "article")} with {Count.Of(recount.Quotes, "quote")} equals a recount.",
        });
        return recount.Differences == recount.Repaired ? ExitCode.Ok : ExitCode.Failed;
    }
}
