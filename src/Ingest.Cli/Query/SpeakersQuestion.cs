using System.CommandLine;
using Ingest.Cli.Commands;
using Ingest.Cli.Terminal;
using Ingest.Storage.Reading;

namespace Ingest.Cli.Query;

/// <summary><c>query speakers</c>: who is quoted, the most quoted first or by name.</summary>
static class SpeakersQuestion
{
    public static Command Create(Screen screen)
    {
        var prefix = new Option<string?>("--prefix")
        {
            Description = "Only names with a word that begins so; case and accents do not matter",
            HelpName = "LETTERS",
        };
        var from = Days.Option("--from", "The first day that is counted");
        var to = Days.Option("--to", "The last day that is counted");
        var byName = new Option<bool>("--by-name") { Description = "In the order of names; otherwise the most quoted first" };
        var top = Asking.Top(20, "speakers");
        var command = new HelpedCommand(
            "speakers",
            "The people and organisations that are quoted.",
            new Example("query speakers --from 2023-07-01 --to 2023-07-31", "who was quoted most in a month"),
            new Example("query speakers --prefix stol", "look a name up"))
        {
            prefix, from, to, byName, top,
        };
        Days.InOrder(command, from, to);
        return Asking.Answer(
            command,
            screen,
            (reader, parsed, stop) => reader.SpeakersAsync(
                new SpeakerQuery(parsed.GetValue(prefix), parsed.GetValue(from), parsed.GetValue(to), ByQuotes: !parsed.GetValue(byName)),
                new PageRequest(parsed.GetValue(top)),
                stop),
            Show);
    }

    static void Show(Screen screen, Page<SpeakerEntry> speakers)
    {
        if (speakers.Items.Count == 0) Aside.Say(screen, "Nobody is quoted whom this fits.");
        var grid = new Grid().Words("speaker").Numbers("quotes", bar: true).Numbers("articles").Words("first", optional: true).Words("last", optional: true).Words("role", folds: true, optional: true);
        foreach (var speaker in speakers.Items)
        {
            grid.Add(speaker.Name, speaker.Quotes, speaker.Articles, Days.Text(speaker.First), Days.Text(speaker.Last), speaker.Role);
        }

        grid.WriteTo(screen);
        Aside.SayIfMore(screen, speakers);
    }
}
