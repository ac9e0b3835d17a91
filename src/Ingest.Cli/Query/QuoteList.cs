using Ingest.Cli.Commands;
using Ingest.Cli.Terminal;
using Ingest.Storage.Reading;
using Ingest.Text.Articles;
using Spectre.Console;
using Grid = Ingest.Cli.Terminal.Grid;

namespace Ingest.Cli.Query;

/// <summary>Quotes, one below the other on a terminal; as rows in a pipe.</summary>
static class QuoteList
{
    /// <summary>Writes them.</summary>
    /// <param name="withSpeaker">Whether each says whose it is.</param>
    public static void Write(Screen screen, IReadOnlyList<StoredQuote> quotes, bool withSpeaker)
    {
        if (screen.OutIsTerminal) ForReading(screen.Out, quotes, withSpeaker);
        else ForPipe(screen, quotes);
    }

    static void ForPipe(Screen screen, IReadOnlyList<StoredQuote> quotes)
    {
        var grid = new Grid().Words("date").Words("speaker").Words("role").Words("type").Words("quote").Words("title").Words("url");
        foreach (var quote in quotes) grid.Add(Days.Text(quote.Date), quote.Speaker, quote.Role, Kind(quote.Type), quote.Text, quote.Title, quote.Url);
        grid.WriteTo(screen);
    }

    static void ForReading(IAnsiConsole console, IReadOnlyList<StoredQuote> quotes, bool withSpeaker)
    {
        foreach (var quote in quotes)
        {
            var (who, role) = withSpeaker ? (Printable.Of(quote.Speaker ?? "unknown"), quote.Role is { } given ? $", {Printable.Of(given)}  " : "  ") : ("", "");
            console.Line((who, "bold"), (role, ""), ($"{Days.Text(quote.Date)}, {Kind(quote.Type)}", "grey"));
            console.Write(new Padder(Styled.Text(Printable.Of(Said(quote))), new Padding(2, 0, 0, 0)));
            console.Write(new Padder(Styled.Text(Printable.Of(Place(quote)), "grey"), new Padding(2, 0, 0, 1)));
        }
    }

    static string Said(StoredQuote quote) => quote.Type == QuoteType.Direct ? $"“{quote.Text}”" : quote.Text;

    static string Place(StoredQuote quote) => quote.Source is { } source ? $"{quote.Title} ({source})" : quote.Title;

    static string Kind(QuoteType type) => type switch
    {
        QuoteType.Direct => "direct",
        QuoteType.Mixed => "mixed",
        _ => "indirect",
    };
}
