using Ingest.Cli.Terminal;

namespace Ingest.Cli.Tests.Terminal;

public sealed class GridTests
{
    static readonly Grid People = Filled(new Grid().Words("speaker").Numbers("quotes", bar: true).Words("role", folds: true));

    [Fact]
    public void A_pipe_gets_tabs_and_a_header_and_every_value_whole()
    {
        var pipe = new Pipe();

        People.WriteTo(pipe.Screen);

        Assert.Equal("speaker\tquotes\trole\nJiří Křemelák\t1204\tpresident\nElin Sørbakke\t1\t\n", pipe.Output);
    }

    [Fact]
    public void A_name_with_control_characters_cannot_break_a_row_or_reach_the_terminal()
    {
        var pipe = new Pipe();
        var grid = new Grid().Words("speaker").Words("role");
        grid.Add("Ev\u001b[31mil\tName", "line\nbreak");

        grid.WriteTo(pipe.Screen);

        Assert.Equal("speaker\trole\nEv [31mil Name\tline break\n", pipe.Output);
    }

    [Fact]
    public void A_terminal_gets_bars_in_proportion()
    {
        var written = new StringWriter();

        People.WriteTo(new Screen(written, new StringWriter(), outIsTerminal: true, errorIsTerminal: true));

        Assert.Contains("1204", written.ToString(), StringComparison.Ordinal);
        Assert.Contains(new string('█', 24), written.ToString(), StringComparison.Ordinal);
        Assert.Contains('▏', written.ToString());
    }

    static Grid Filled(Grid grid)
    {
        grid.Add("Jiří Křemelák", 1204, "president");
        grid.Add("Elin Sørbakke", 1, null);
        return grid;
    }
}
