using Spectre.Console;

namespace Ingest.Cli.Terminal;

/// <summary>What is to be seen of work that takes longer than a second, on a terminal; nothing at all in a pipe.</summary>
public static class Progress
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);

    /// <summary>Does <paramref name="work"/>, with a bar; it calls back with how many more of <paramref name="total"/> are done.</summary>
    /// <param name="show">False leaves the bar out.</param>
    public static async Task CountAsync(Screen screen, string title, int total, bool show, Func<Action<int>, Task> work)
    {
        var count = 0;
        var working = work(more => Interlocked.Add(ref count, more));
        if (show && await IsLongAsync(screen, working))
        {
            await screen.Error
                .Progress()
                .AutoClear(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new DoneColumn(), new RemainingTimeColumn())
                .StartAsync(async context =>
                {
                    var bar = context.AddTask(title, maxValue: total);
                    while (await Task.WhenAny(working, Task.Delay(Beat)) != working) bar.Value = Volatile.Read(ref count);
                });
        }

        await working;
    }

    /// <summary>Does <paramref name="work"/>, of which nobody knows how much it is, with a word that it goes on.</summary>
    public static async Task<T> WaitAsync<T>(Screen screen, string title, Func<Task<T>> work)
    {
        var working = work();
        if (await IsLongAsync(screen, working)) await screen.Error.Status().StartAsync(title, _ => Task.WhenAny(working));
        return await working;
    }

    static async Task<bool> IsLongAsync(Screen screen, Task working) =>
        screen.ErrorIsTerminal && await Task.WhenAny(working, Task.Delay(Patience)) != working;
}
