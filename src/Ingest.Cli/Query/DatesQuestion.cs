using System.CommandLine;
using Ingest.Cli.Commands;
using Ingest.Cli.Terminal;
using Ingest.Storage.Reading;

namespace Ingest.Cli.Query;

/// <summary><c>query dates</c>: the days that hold articles.</summary>
static class DatesQuestion
{
    public static Command Create(Screen screen)
    {
        var from = Days.Option("--from", "The first day");
        var to = Days.Option("--to", "The last day");
        var top = Asking.Top(30, "days");
        var command = new HelpedCommand(
            "dates",
            "The days that hold articles, newest first, with how much was said on each.",
            new Example("query dates", "the newest 30"),
            new Example("query dates --from 2023-07-01 --to 2023-07-31", "a month"))
        {
            from, to, top,
        };
        Days.InOrder(command, from, to);
        return Asking.Answer(
            command,
            screen,
            (reader, parsed, stop) => reader.DaysAsync(parsed.GetValue(from), parsed.GetValue(to), new PageRequest(parsed.GetValue(top)), stop),
            Show);
    }

    static void Show(Screen screen, Page<DayTotals> days)
    {
        if (days.Items.Count == 0) Aside.Say(screen, "No articles are stored for these days.");
        var grid = new Grid().Words("date").Numbers("quotes", bar: true).Numbers("articles").Numbers("speakers").Numbers("direct", optional: true).Numbers("mixed", optional: true).Numbers("indirect", optional: true);
        foreach (var day in days.Items) grid.Add(Days.Text(day.Date), day.Quotes, day.Articles, day.Speakers, day.Direct, day.Mixed, day.Indirect);
        grid.WriteTo(screen);
        Aside.SayIfMore(screen, days);
    }
}
