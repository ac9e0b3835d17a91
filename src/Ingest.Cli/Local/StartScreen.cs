using Ingest.Cli.Terminal;
using Spectre.Console;
using Grid = Spectre.Console.Grid;

namespace Ingest.Cli.Local;

/// <summary>What a person sees when the host is up.</summary>
static class StartScreen
{
    /// <summary>Writes it.</summary>
    /// <param name="samples">How many samples were uploaded; 0 for none.</param>
    /// <param name="wasEmpty">Whether they went in since the store was empty; otherwise since somebody asked for them.</param>
    public static void Show(Screen screen, string url, string container, LocalStorage storage, int samples, bool wasEmpty)
    {
        var console = screen.Out;
        console.WriteLine();
        console.MarkupLineInterpolated($"  [bold]Ingest is up.[/] Open [bold underline]{url}[/]");
        console.WriteLine();
        List<(string Name, string Text)> entries = [("Storage", Place(storage))];
        if (samples > 0) entries.Add(("Samples", $"{(wasEmpty ? "The store was empty: " : "")}{Count.Of(samples, "sample file")} went in, made-up news to try it with"));
        entries.Add(("Upload", Invocation.Line("upload FILE-OR-FOLDER")));
        entries.Add(("", $"or drop files on {url}, or put them into the container {container}"));
        entries.Add(("Ask", Invocation.Line("query dates")));
        entries.Add(("Stop", "Ctrl+C"));
        Write(screen, entries);
        if (storage.Address is { Ports: not null, ConnectionString: { } connection })
        {
            console.WriteLine();
            console.MarkupLine("  [grey]For the az command line and storage explorers:[/]");

            // Past the console, which would break it into lines at the width: a terminal wraps it so that it can be copied whole.
            screen.Writer.WriteLine(connection);
        }

        console.WriteLine();
    }

    static string Place(LocalStorage storage) => storage switch
    {
        { Folder: { } folder } => $"Azurite on ports {storage.Address.Ports}, started here; its data is in {Short(folder)}",
        { Address.Ports: { } ports } => $"The emulator that runs already on ports {ports}",
        _ => storage.Address.Name,
    };

    static string Short(string folder)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), folder);
        return relative.StartsWith("..", StringComparison.Ordinal) ? folder : relative;
    }

    /// <summary>For a terminal folded at its width, beside the names; for a pipe a line each, with nothing behind it.</summary>
    static void Write(Screen screen, List<(string Name, string Text)> entries)
    {
        if (!screen.OutIsTerminal)
        {
            foreach (var (name, text) in entries) screen.Writer.WriteLine($"  {name,-7}  {text}");
            return;
        }

        var grid = new Grid().AddColumn(new GridColumn().NoWrap().Padding(2, 0, 2, 0)).AddColumn(new GridColumn().Padding(0, 0, 0, 0));
        foreach (var (name, text) in entries) grid.AddRow(Styled.Text(name, "grey"), Styled.Text(text));
        screen.Out.Write(grid);
    }
}
