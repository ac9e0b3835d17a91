using System.CommandLine;
using Ingest.Cli.Extract;
using Ingest.Cli.Files;
using Ingest.Cli.Terminal;
using Ingest.Text.Articles;
using Spectre.Console;
using Progress = Ingest.Cli.Terminal.Progress;

namespace Ingest.Cli.Commands;

/// <summary><c>extract</c>: who says what in some files, on standard output; no storage.</summary>
static class ExtractCommand
{
    public static Command Create(Screen screen)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files, folders that hold some, or - for standard input", Arity = ArgumentArity.OneOrMore };
        var maxBytes = Numbers.Option("--max-bytes", "Files over so many bytes are refused", 1, 1 << 30, ParseOptions.DefaultMaxBytes);
        var command = new HelpedCommand(
            "extract",
            "Print who says what in articles, a line of JSON a file (NDJSON), without any storage. Refused files are named on standard error.",
            new Example("extract samples", "every article of a folder, in the order of their names"),
            new Example("extract today/*.txt > quotes.ndjson", "into a file"),
            new Example("extract - < article.txt", "from standard input; its id is made from its content"),
            new Example("extract article.txt | jq -r '.quotes[] | [.speaker, .text] | @tsv'", "as a table, by jq"))
        {
            paths, maxBytes,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            screen, parsed.GetRequiredValue(paths), new ParseOptions { MaxBytes = parsed.GetValue(maxBytes) }, cancellationToken));
        return command;
    }

    static async Task<int> RunAsync(Screen screen, string[] paths, ParseOptions options, CancellationToken cancellationToken)
    {
        var files = ArticleFiles.Find(paths, options.MaxBytes);
        var refused = 0;

        // Lines that scroll by on the same terminal are progress enough; the bar is for when they go into a file.
        await Progress.CountAsync(screen, "Reading", files.Count, show: !screen.OutIsTerminal, async done =>
        {
            await foreach (var (file, result) in Extraction.RunAsync(files, options, cancellationToken))
            {
                if (result.Ok)
                {
                    screen.Writer.WriteLine(ArticleLine.Write(result.Article));
                }
                else
                {
                    refused++;
                    screen.Error.Line("yellow", "refused", $" {file.Shown}: {result.Reason}");
                }

                done(1);
            }
        });
        await screen.Writer.FlushAsync(cancellationToken);
        if (refused > 0) screen.Error.WriteLine($"{refused:N0} of {Count.Of(files.Count, "file")} refused");
        return refused > 0 ? ExitCode.Failed : ExitCode.Ok;
    }
}
