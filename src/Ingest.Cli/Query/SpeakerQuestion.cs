using System.CommandLine;
using Ingest.Cli.Commands;
using Ingest.Cli.Terminal;
using Ingest.Storage.Reading;

namespace Ingest.Cli.Query;

/// <summary><c>query speaker</c>: one person or organisation.</summary>
static class SpeakerQuestion
{
    const int MostDays = 14;
    const int MostBeside = 5;

    public static Command Create(Screen screen)
    {
        var name = SpeakerName.Argument("NAME", "The name, or its slug (jens-stoltenberg)");
        var top = Asking.Top(5, "of the latest quotes");
        var command = new HelpedCommand(
            "speaker",
            "A person or organisation: names, roles over time, how often and when, beside whom, and the latest quotes.",
            new Example("query speaker \"Jens Stoltenberg\"", "by name"),
            new Example("query speaker jens-stoltenberg --top 50", "by slug, with more quotes"))
        {
            name, top,
        };
        return Asking.Answer(
            command, screen, (reader, parsed, stop) => AskAsync(reader, parsed.GetValue(name)!, parsed.GetValue(top), stop), Show);
    }

    static async Task<SpeakerSummary> AskAsync(SummaryReader reader, SpeakerName name, int top, CancellationToken stop) =>
        await reader.SpeakerAsync(name.Slug, new PageRequest(top), stop) ?? throw await name.NobodyAsync(reader, stop);

    static void Show(Screen screen, SpeakerSummary speaker)
    {
        var others = speaker.Names.Where(name => name != speaker.Name).ToList();
        Heading.Write(
            screen,
            speaker.Name,
            others.Count > 0 ? $"also {string.Join(", ", others)}" : null,
            $"{Heading.Quotes(speaker.Quotes, speaker.Types)} in {Count.Of(speaker.Articles, "article")}, {Range(speaker.First, speaker.Last)}");

        var roles = new Grid().Words("role", folds: true).Words("from").Words("to").Numbers("articles");
        foreach (var role in speaker.Roles) roles.Add(role.Role, Days.Text(role.First), Days.Text(role.Last), role.Articles);
        roles.WriteSectionTo(screen);

        var days = new Grid().Words("day").Numbers("quotes", bar: true).Numbers("articles");
        foreach (var day in speaker.Days.Take(MostDays)) days.Add(Days.Text(day.Date), day.Quotes, day.Articles);
        days.WriteSectionTo(screen);

        var beside = new Grid().Words("quoted beside").Numbers("articles", bar: true);
        foreach (var other in speaker.With.Take(MostBeside)) beside.Add(other.Name, other.Articles);
        beside.WriteSectionTo(screen);

        QuoteList.Write(screen, speaker.Latest.Items, withSpeaker: false);
        Aside.SayIfMore(screen, speaker.Latest);
    }

    static string Range(DateOnly first, DateOnly last) => first == last ? Days.Text(first) : $"{Days.Text(first)} to {Days.Text(last)}";
}
