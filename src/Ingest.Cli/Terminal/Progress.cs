using Spectre.Console;

namespace Ingest.Cli.Terminal;

/// <summary>A progress bar on the terminal, for work that takes longer than a second; nothing at all in a pipe.</summary>
public static class Progress
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Does <paramref name="work"/>, which calls back with how many more of <paramref name="total"/> are done.</summary>
    /// <param name="show">False leaves the bar out.</param>
    public static async Task CountAsync(Screen screen, string title, int total, bool show, Func<Action<int>, Task> work)
    {
        var count = 0;
        var working = work(more => Interlocked.Add(ref count, more));
        if (show && screen.ErrorIsTerminal && await Task.WhenAny(working, Task.Delay(Patience)) != working)
        {
            await ShowAsync(screen, title, total, () => Volatile.Read(ref count), working);
        }

        await working;
    }

    static Task ShowAsync(Screen screen, string title, int total, Func<int> count, Task working) => screen.Error
        .Progress()
        .AutoClear(true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new DoneColumn(), new RemainingTimeColumn())
        .StartAsync(async context =>
        {
            var bar = context.AddTask(title, maxValue: total);
            while (await Task.WhenAny(working, Task.Delay(TimeSpan.FromMilliseconds(100))) != working) bar.Value = count();
        });
}
