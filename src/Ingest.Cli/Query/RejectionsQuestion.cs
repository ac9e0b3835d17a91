using System.CommandLine;
using System.Globalization;
using Ingest.Cli.Commands;
using Ingest.Cli.Terminal;
using Ingest.Storage.Reading;

namespace Ingest.Cli.Query;

/// <summary><c>query rejections</c>: what was refused, and why.</summary>
static class RejectionsQuestion
{
    public static Command Create(Screen screen)
    {
        var top = Asking.Top(50, "of them");
        var command = new HelpedCommand(
            "rejections",
            "What was refused and why, newest first; what went to the poison queue too.",
            new Example("query rejections", "the newest 50"))
        {
            top,
        };
        return Asking.Answer(command, screen, (reader, parsed, stop) => reader.RejectionsAsync(new PageRequest(parsed.GetValue(top)), stop), Show);
    }

    static void Show(Screen screen, Page<Rejection> rejections)
    {
        if (rejections.Items.Count == 0) Aside.Say(screen, "Nothing was refused.");
        var grid = new Grid().Words("when (UTC)").Words("blob").Words("why", folds: true);
        foreach (var rejection in rejections.Items)
        {
            var why = rejection.Poisoned ? $"on the poison queue: {rejection.Reason}" : rejection.Reason;
            grid.Add(rejection.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), rejection.Blob, why);
        }

        grid.WriteTo(screen);
        Aside.SayIfMore(screen, rejections);
    }
}
