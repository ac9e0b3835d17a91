using System.CommandLine;
using Ingest.Cli.Commands;
using Ingest.Cli.Terminal;

namespace Ingest.Cli.Query;

/// <summary><c>query</c>: the questions of the HTTP interface, in the terminal.</summary>
static class QueryCommand
{
    public static Command Create(Screen screen) => new HelpedCommand(
        "query",
        "Ask who said what, and when. On a terminal the answer is set for reading, in a pipe it is tab-separated, and --json gives what the HTTP interface gives.",
        new Example("query dates", "the days, with their totals"),
        new Example("query speaker \"Jens Stoltenberg\"", "everything about one person"),
        new Example("query quotes --speaker \"Jens Stoltenberg\" --from 2023-07-01 --json", "their quotes, for a machine"))
    {
        DatesQuestion.Create(screen),
        DateQuestion.Create(screen),
        SpeakersQuestion.Create(screen),
        SpeakerQuestion.Create(screen),
        QuotesQuestion.Create(screen),
        RejectionsQuestion.Create(screen),
    };
}
