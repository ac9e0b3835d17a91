using System.CommandLine;
using System.CommandLine.Parsing;
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
        var speaker = SpeakerName.Option("--speaker", "Who said it: a name or a slug");
        var date = Days.Option("--date", "Of one day");
        var from = Days.Option("--from", "The first day");
        var to = Days.Option("--to", "The last day");
        var type = new Option<QuoteType?>("--type")
        {
            Description = "How much of it stands in quotation marks: all, some, none",
            HelpName = "direct|mixed|indirect",
            CustomParser = ParseType,
        };
        var mentions = SpeakerName.Option("--mentions", "Whom its words name: a name or a slug");
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
        Days.InOrder(command, from, to);
        Days.Apart(command, date, from, to);
        return Asking.Answer(
            command,
            screen,
            (reader, parsed, stop) => AskAsync(
                reader,
                new QuoteQuery(
                    parsed.GetValue(speaker)?.Slug,
                    parsed.GetValue(date),
                    parsed.GetValue(from),
                    parsed.GetValue(to),
                    parsed.GetValue(type),
                    parsed.GetValue(mentions)?.Slug,
                    parsed.GetValue(saying)),
                parsed.GetValue(speaker),
                parsed.GetValue(top),
                stop),
            Show);
    }

    /// <summary>That nobody has the name is told apart from that they said nothing which fits.</summary>
    static async Task<Page<StoredQuote>> AskAsync(SummaryReader reader, QuoteQuery query, SpeakerName? speaker, int top, CancellationToken stop)
    {
        var quotes = await reader.QuotesAsync(query, new PageRequest(top), stop);
        if (quotes.Items.Count == 0 && speaker is not null && await reader.SpeakerAsync(speaker.Slug, new PageRequest(1), stop) is null) throw await speaker.NobodyAsync(reader, stop);
        return quotes;
    }

    static QuoteType? ParseType(ArgumentResult result)
    {
        QuoteType? type = result.Tokens is [{ Value: var text }] ? text.ToUpperInvariant() switch
        {
            "DIRECT" => QuoteType.Direct,
            "MIXED" => QuoteType.Mixed,
            "INDIRECT" => QuoteType.Indirect,
            _ => null,
        } : null;
        if (type is null) result.AddError($"--type takes direct, mixed or indirect, not {(result.Tokens.Count > 0 ? result.Tokens[0].Value : "")}");
        return type;
    }

    static void Show(Screen screen, Page<StoredQuote> quotes)
    {
        if (quotes.Items.Count == 0) Aside.Say(screen, "No quote fits that.");
        QuoteList.Write(screen, quotes.Items, withSpeaker: true);
        Aside.SayIfMore(screen, quotes);
    }
}
