using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Ingest.Cli.Terminal;

/// <summary>
/// A list in columns. On a terminal it is set for reading: within the width, with bars beside counts where there is room for them. In a pipe it
/// is tab-separated, a header first, every column and every value whole.
/// </summary>
sealed class Grid
{
    const int Gap = 2;

    /// <summary>A value on one line is cut at so many characters.</summary>
    const int LongestValue = 40;

    /// <summary>What a column that folds should have at least, in characters.</summary>
    const int LeastFolding = 20;

    /// <summary>How long the longest bar may be, in characters; under the least there is none.</summary>
    const int LongestBar = 24, LeastBar = 6;

    readonly List<Column> columns = [];
    readonly List<string[]> rows = [];

    /// <summary>A column of words.</summary>
    /// <param name="folds">Whether a long value runs over several lines on a terminal; otherwise it is cut to one.</param>
    /// <param name="optional">Whether it is left out on a terminal that is too narrow.</param>
    public Grid Words(string name, bool folds = false, bool optional = false) => Add(new Column(name, columns.Count, IsNumber: false, HasBar: false, folds, optional));

    /// <summary>A column of numbers, on the right.</summary>
    /// <param name="bar">Whether a bar beside each shows its part of the largest.</param>
    /// <param name="optional">Whether it is left out on a terminal that is too narrow.</param>
    public Grid Numbers(string name, bool bar = false, bool optional = false) => Add(new Column(name, columns.Count, IsNumber: true, bar, Folds: false, optional));

    /// <summary>A row: a value a column, words or whole numbers; null for an empty one.</summary>
    public void Add(params ReadOnlySpan<object?> values)
    {
        var row = new string[values.Length];
        for (var i = 0; i < row.Length; i++) row[i] = Printable.Of(Convert.ToString(values[i], CultureInfo.InvariantCulture) ?? "");
        rows.Add(row);
    }

    /// <summary>Writes it, with an empty line after it; nothing at all where it has no rows.</summary>
    public void WriteSectionTo(Screen screen)
    {
        if (rows.Count == 0) return;
        WriteTo(screen);
        screen.Writer.WriteLine();
    }

    /// <summary>Writes it to <see cref="Screen.Out"/>. Without rows a pipe still gets the header.</summary>
    public void WriteTo(Screen screen)
    {
        if (!screen.OutIsTerminal) WritePlain(screen.Writer);
        else if (rows.Count > 0) screen.Out.Write(Table(screen.Out.Profile.Width));
    }

    Grid Add(Column column)
    {
        columns.Add(column);
        return this;
    }

    void WritePlain(TextWriter writer)
    {
        writer.WriteLine(string.Join('\t', columns.Select(column => column.Name)));
        foreach (var row in rows) writer.WriteLine(string.Join('\t', row));
    }

    Table Table(int width)
    {
        var shown = columns.ToList();
        while (Needed(shown) > width && shown.FindLastIndex(column => column.Optional) is >= 0 and var last) shown.RemoveAt(last);
        var spare = width - Needed(shown);
        var bar = shown.Any(column => column.HasBar) && spare - Gap >= LeastBar ? Math.Min(spare - Gap, LongestBar) : 0;

        var table = new Table().Border(TableBorder.None);
        foreach (var column in shown)
        {
            var header = new TableColumn($"[grey]{Markup.Escape(column.Name)}[/]").PadLeft(0).PadRight(Gap);
            if (column.IsNumber) header.RightAligned();
            if (!column.Folds) header.NoWrap();
            table.AddColumn(header);
            if (column.HasBar && bar > 0) table.AddColumn(new TableColumn("").NoWrap().PadLeft(0).PadRight(Gap));
        }

        foreach (var row in rows)
        {
            var cells = new List<IRenderable>();
            foreach (var column in shown)
            {
                cells.Add(Styled.Text(column.Folds ? row[column.Index] : Cut(row[column.Index])));
                if (column.HasBar && bar > 0) cells.Add(Bar(Value(row[column.Index]), Largest(column), bar));
            }

            table.AddRow(cells);
        }

        return table;
    }

    int Needed(List<Column> shown) => shown.Sum(column => Natural(column) + Gap);

    int Natural(Column column)
    {
        var longest = rows.Select(row => row[column.Index].Length).Append(column.Name.Length).Max();
        return Math.Min(longest, column.Folds ? LeastFolding : LongestValue);
    }

    long Largest(Column column) => rows.Max(row => Value(row[column.Index]));

    static Paragraph Bar(long value, long largest, int width)
    {
        if (value <= 0) return Styled.Text("");

        // Eighths of a block, at least one, so that nothing that is there looks like nothing.
        var eighths = (int)Math.Max(1, value * width * 8 / largest);
        return Styled.Text($"{new string('█', eighths / 8)}{(eighths % 8 == 0 ? "" : "▏▎▍▌▋▊▉"[(eighths % 8) - 1])}", "teal");
    }

    static long Value(string number) => long.TryParse(number, CultureInfo.InvariantCulture, out var value) ? value : 0;

    static string Cut(string value) => value.Length <= LongestValue ? value : value[..(LongestValue - 1)] + "…";

    readonly record struct Column(string Name, int Index, bool IsNumber, bool HasBar, bool Folds, bool Optional);
}
