using System.CommandLine;
using Ingest.Cli.Commands;
using Ingest.Cli.Terminal;
using Ingest.Storage.Reading;
using Ingest.Text.Articles;

namespace Ingest.Cli.Query;

/// <summary><c>query quotes</c>: quotes that fit, newest first.</summary>
static class QuotesQuestion
{
    public static Command Create(Screen screen)
    {
        var speaker = new Option<string?>("--speaker") { Description = "Who said it: a name or a slug", HelpName = "NAME" };
        var date = Days.Option("--date", "Of one day");
        var from = Days.Option("--from", "The first day");
        var to = Days.Option("--to", "The last day");
        var type = new Option<QuoteType?>("--type") { Description = "How much of it stands in quotation marks", HelpName = "direct|indirect|mixed" };
        var mentions = new Option<string?>("--mentions") { Description = "Whom its words name: a name or a slug", HelpName = "NAME" };
        var saying = new Option<string?>("--saying") { Description = "Its words: every article in which they stand", HelpName = "WORDS" };
        var top = Asking.Top(20, "quotes");
        var command = new HelpedCommand(
            "quotes",
            "Quotes, newest first. What is not given does not narrow.",
            new Example("query quotes --speaker \"Jens Stoltenberg\" --type direct", "word for word"),
            new Example("query quotes --speaker \"Sergey Ryabkov\" --mentions \"Jens Stoltenberg\"", "what one said of another"),
            new Example("query quotes --date 2023-07-07 > quotes.tsv", "a day's, as a table for a spreadsheet"))
        {
            speaker, date, from, to, type, mentions, saying, top,
        };
        return Asking.Answer(
            command,
            screen,
            (reader, parsed, stop) => reader.QuotesAsync(
                new QuoteQuery(
                    Slug(parsed.GetValue(speaker)),
                    parsed.GetValue(date),
                    parsed.GetValue(from),
                    parsed.GetValue(to),
                    parsed.GetValue(type),
                    Slug(parsed.GetValue(mentions)),
                    parsed.GetValue(saying)),
                new PageRequest(parsed.GetValue(top)),
                stop),
            Show);
    }

    static string? Slug(string? name) => name is null ? null : SpeakerName.Slug(name);

    static void Show(Screen screen, Page<StoredQuote> quotes)
    {
        if (quotes.Items.Count == 0) Aside.Say(screen, "No quote fits that.");
        QuoteList.Write(screen, quotes.Items, withSpeaker: true);
        Aside.SayIfMore(screen, quotes);
    }
}
