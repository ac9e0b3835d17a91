using Ingest.Cli.Terminal;
using Ingest.Storage.Reading;

namespace Ingest.Cli.Query;

/// <summary>What is said about an answer and is no part of it; on standard error, out of the way of a pipe.</summary>
static class Aside
{
    /// <summary>A remark.</summary>
    public static void Say(Screen screen, string text) => screen.Error.Line("grey", text);

    /// <summary>Says that a list goes on, where it does.</summary>
    public static void SayIfMore<T>(Screen screen, Page<T> page)
    {
        if (page.Next is not null) Say(screen, $"There are more than these {page.Items.Count}; --top takes up to 1000.");
    }
}
