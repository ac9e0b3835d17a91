using Ingest.Cli.Terminal;
using Ingest.Storage.Reading;
using Spectre.Console;

namespace Ingest.Cli.Query;

/// <summary>What stands over an answer.</summary>
static class Heading
{
    /// <summary>Who or what it is about in bold, what there is to say of it below, and an empty line.</summary>
    public static void Write(Screen screen, string title, params ReadOnlySpan<string?> lines)
    {
        screen.Out.Line("bold", Printable.Of(title));
        foreach (var line in lines)
        {
            if (line is { Length: > 0 }) screen.Out.WriteLine(Printable.Of(line));
        }

        screen.Out.WriteLine();
    }

    /// <summary>Quotes by type: <c>13 quotes (4 direct, 7 mixed, 2 indirect)</c>.</summary>
    public static string Quotes(int quotes, TypeCounts types) =>
        $"{Count.Of(quotes, "quote")} ({types.Direct} direct, {types.Mixed} mixed, {types.Indirect} indirect)";
}
