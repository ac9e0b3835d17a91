using System.CommandLine;
using Ingest.Cli.Commands;
using Ingest.Cli.Terminal;
using Ingest.Storage.Reading;

namespace Ingest.Cli.Query;

/// <summary><c>query date</c>: who said how much on a day, and in which articles.</summary>
static class DateQuestion
{
    public static Command Create(Screen screen)
    {
        var day = Days.Argument("DAY", "A day like 2023-07-07");
        var top = Asking.Top(50, "articles");
        var command = new HelpedCommand(
            "date",
            "A day: its totals, who was quoted, and its articles.",
            new Example("query date 2023-07-07", "who was quoted on that day"),
            new Example("query date 2023-07-07 --json | jq '.speakers[].name'", "the names alone, by jq"))
        {
            day, top,
        };
        return Asking.Answer(command, screen, (reader, parsed, stop) => AskAsync(reader, parsed.GetValue(day)!.Value, parsed.GetValue(top), stop), Show);
    }

    static async Task<DateSummary> AskAsync(SummaryReader reader, DateOnly day, int top, CancellationToken stop) =>
        await reader.DateAsync(day, new PageRequest(top), stop)
        ?? throw new CliException($"There is no article of {Days.Text(day)}", $"The days that there are: {Invocation.Line("query dates")}");

    static void Show(Screen screen, DateSummary day)
    {
        var totals = day.Totals;
        Heading.Write(
            screen,
            Days.Text(totals.Date),
            $"{Count.Of(totals.Articles, "article")}, {Heading.Quotes(totals.Quotes, new TypeCounts(totals.Direct, totals.Mixed, totals.Indirect))}, {Count.Of(totals.Speakers, "named speaker")}");

        var speakers = new Grid().Words("speaker").Numbers("quotes", bar: true).Numbers("articles");
        foreach (var speaker in day.Speakers) speakers.Add(speaker.Name, speaker.Quotes, speaker.Articles);
        speakers.WriteSectionTo(screen);

        var articles = new Grid().Words("article", folds: true).Words("source", optional: true).Numbers("quotes");
        foreach (var article in day.Articles.Items) articles.Add(article.Title, article.Source, article.Quotes);
        articles.WriteTo(screen);
        Aside.SayIfMore(screen, day.Articles);
    }
}
