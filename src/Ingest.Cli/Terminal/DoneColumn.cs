using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Ingest.Cli.Terminal;

/// <summary><c>1,204 of 8,000</c> in a progress bar.</summary>
sealed class DoneColumn : ProgressColumn
{
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new Markup(string.Create(CultureInfo.InvariantCulture, $"{task.Value:N0} of {task.MaxValue:N0}"));
}
