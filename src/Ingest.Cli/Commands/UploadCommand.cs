using System.CommandLine;
using Ingest.Cli.Connecting;
using Ingest.Cli.Files;
using Ingest.Cli.Terminal;
using Ingest.Cli.Uploading;
using Ingest.Storage;
using Ingest.Storage.Ledger;
using Spectre.Console;
using Progress = Ingest.Cli.Terminal.Progress;

namespace Ingest.Cli.Commands;

/// <summary><c>upload</c>: files into the container, and what became of them.</summary>
static class UploadCommand
{
    public static Command Create(Screen screen)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files, folders that hold some, or - for standard input", Arity = ArgumentArity.OneOrMore };
        var prefix = new Option<string>("--prefix")
        {
            Description = "What stands before each name in the container: archive/ puts all under that folder",
            HelpName = "TEXT",
            DefaultValueFactory = _ => "",
        };
        var parallel = Numbers.Option("--parallel", "So many at a time", 1, 256, 16);
        var noWait = new Option<bool>("--no-wait") { Description = "Do not wait until they are read" };
        var patience = Numbers.Option("--patience", "Give up waiting when for so many seconds nothing more was read", 1, 86400, 60, "SECONDS");
        var storage = new StorageOptions();
        var command = new HelpedCommand(
            "upload",
            "Put articles into the container, and say how many were stored and which were refused. A folder's files keep their paths within it as names. "
                + "To upload the same article again changes nothing; a changed one replaces what was stored.",
            new Example("upload articles", "every file of a folder and the folders in it"),
            new Example("upload monday.txt tuesday.txt --prefix desk/", "two files, as desk/monday.txt and desk/tuesday.txt"),
            new Example("upload - < article.txt", "one from standard input, named by its content"),
            new Example("upload articles --storage myaccount --no-wait", "into an account in Azure, which reads them by itself"))
        {
            paths, prefix, parallel, noWait, patience,
        };
        storage.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var files = ArticleFiles.Find(parsed.GetRequiredValue(paths), IngestOptions.LargestArticleBytes);
            RefuseSameNames(files);
            RefuseTooLarge(files);
            await using var store = Store.Open(await storage.ResolveAsync(parsed, cancellationToken));
            return await RunAsync(
                screen, store, files, parsed.GetRequiredValue(prefix), parsed.GetValue(parallel),
                parsed.GetValue(noWait) ? null : TimeSpan.FromSeconds(parsed.GetValue(patience)), cancellationToken);
        });
        return command;
    }

    static async Task<int> RunAsync(
        Screen screen, Store store, IReadOnlyList<ArticleFile> files, string prefix, int parallelism, TimeSpan? patience, CancellationToken cancellationToken)
    {
        await store.Get<IngestStore>().CreateAsync(cancellationToken);
        var uploader = new Uploader(store.Get<IngestStore>().Container, parallelism);
        await Progress.CountAsync(screen, "Uploading", files.Count, show: true, done => uploader.RunAsync(files, prefix, done, cancellationToken));
        foreach (var failed in uploader.Failures.OrderBy(failed => failed.Name, StringComparer.Ordinal))
        {
            screen.Error.Line("red", "failed", $"  {failed.Name}: {failed.Reason}");
        }

        if (patience is null)
        {
            screen.Writer.WriteLine($"{Count.Of(uploader.Uploads.Count, "file")} uploaded{(uploader.Failures.Count > 0 ? $", {uploader.Failures.Count} not" : "")}");
            return uploader.Failures.Count > 0 ? ExitCode.Failed : ExitCode.Ok;
        }

        var tally = new UploadTally { Failed = uploader.Failures.Count };
        var follower = new Follower(store.Get<BlobLedger>(), TimeProvider.System);
        await Progress.CountAsync(screen, "Reading", uploader.Uploads.Count, show: true, async done => tally.Waiting = await follower.FollowAsync(
            uploader.Uploads,
            patience.Value,
            entry =>
            {
                tally.Add(entry);
                if (entry.Poisoned) screen.Error.Line("red", "poison", $"  {Printable.Of(entry.Blob)}: {entry.Reason}");
                else if (entry.Reason is { } reason) screen.Error.Line("yellow", "refused", $" {Printable.Of(entry.Blob)}: {reason}");
                done(1);
            },
            cancellationToken));
        screen.Writer.WriteLine(tally.ToString());
        if (tally.Waiting > 0)
        {
            screen.Problem(
                $"For {patience.Value.TotalSeconds:0} seconds nothing more was read",
                $"What was uploaded is safe in the container and is read when a host runs: {Invocation.Line("up")}");
        }

        return tally.AllWell ? ExitCode.Ok : ExitCode.Failed;
    }

    static void RefuseSameNames(IReadOnlyList<ArticleFile> files)
    {
        if (files.GroupBy(file => file.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } same)
        {
            throw new CliException(
                $"{string.Join(" and ", same.Select(file => file.Shown))} would both be {same.Key} in the container",
                "Upload them one after the other, with a --prefix each", ExitCode.Usage);
        }
    }

    /// <summary>Standard input was read no further than that it is too large: half an article must not be uploaded.</summary>
    static void RefuseTooLarge(IReadOnlyList<ArticleFile> files)
    {
        if (files.Any(file => file.Content?.Length > IngestOptions.LargestArticleBytes))
            throw new CliException($"Standard input holds more than the {IngestOptions.LargestArticleBytes:N0} bytes that an article may have", "Upload one article at a time; many go as files or folders", ExitCode.Usage);
    }
}
