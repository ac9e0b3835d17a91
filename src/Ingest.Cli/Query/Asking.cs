using System.CommandLine;
using System.Text.Json;
using Ingest.Api.Answers;
using Ingest.Cli.Commands;
using Ingest.Cli.Connecting;
using Ingest.Cli.Terminal;
using Ingest.Storage.Reading;

namespace Ingest.Cli.Query;

/// <summary>What every question has in common: which storage, and whether the answer is for a person or a machine.</summary>
static class Asking
{
    /// <summary>Adds the common options to <paramref name="command"/>, and what answers it.</summary>
    /// <param name="ask">Asks storage. What is not there it reports by <see cref="CliException"/>.</param>
    /// <param name="show">Shows the answer to a person, or to a pipe.</param>
    public static Command Answer<T>(Command command, Screen screen, Func<SummaryReader, ParseResult, CancellationToken, Task<T>> ask, Action<Screen, T> show)
    {
        var json = new Option<bool>("--json") { Description = "The answer as JSON, as the HTTP interface gives it" };
        command.Options.Add(json);
        var storage = new StorageOptions();
        storage.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var store = Store.Open(await storage.ResolveAsync(parsed, cancellationToken));
            var answer = await ask(store.Get<SummaryReader>(), parsed, cancellationToken);
            if (parsed.GetValue(json)) screen.Writer.WriteLine(JsonSerializer.Serialize(answer, WireJson.Options));
            else show(screen, answer);
            return ExitCode.Ok;
        });
        return command;
    }

    /// <summary>How many items of a list are wanted.</summary>
    public static Option<int> Top(int usual, string of) => Numbers.Option("--top", $"At most so many {of}", 1, 1000, usual);
}
