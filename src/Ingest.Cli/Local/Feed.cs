using System.Globalization;
using Ingest.Cli.Terminal;
using Ingest.Storage.Ingestion;
using Ingest.Storage.Watching;

namespace Ingest.Cli.Local;

/// <summary>
/// What happens while the host runs, as lines on the screen: what was stored and refused, and problems. When much comes at once, a line a second
/// says how much, so that the screen can be read and the work is not held up by it.
/// </summary>
sealed class Feed(Screen screen, TimeProvider time) : IIntakeObserver, IAsyncDisposable
{
    /// <summary>So many lines a second can be read.</summary>
    const int Readable = 8;

    static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    readonly Lock room = new();
    readonly List<IngestResult> waiting = [];
    readonly CancellationTokenSource ended = new();
    int crowd, crowdQuotes;
    int shownThisBeat;
    Task beating = Task.CompletedTask;

    /// <summary>Starts the beat.</summary>
    public void Start() => beating = BeatAsync();

    /// <inheritdoc/>
    public void Ingested(IngestResult result)
    {
        if (result.Outcome is IngestOutcome.Unchanged or IngestOutcome.Gone) return;
        lock (room)
        {
            if (shownThisBeat < Readable)
            {
                shownThisBeat++;
                Show(result);
            }
            else if (result.Outcome == IngestOutcome.Refused)
            {
                waiting.Add(result);
            }
            else
            {
                crowd++;
                crowdQuotes += result.Quotes;
            }
        }
    }

    /// <summary>Something is not as it should be.</summary>
    public void Problem(string message, bool severe)
    {
        lock (room) Line(severe ? "red" : "yellow", severe ? "problem" : "warning", message);
    }

    /// <summary>Something is well again.</summary>
    public void Remark(string message)
    {
        lock (room) Line("grey", "note", message);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await beating;
        Flush();
        ended.Dispose();
    }

    async Task BeatAsync()
    {
        using var timer = new PeriodicTimer(Beat, time);
        try
        {
            while (await timer.WaitForNextTickAsync(ended.Token)) Flush();
        }
        catch (OperationCanceledException)
        {
            // The host has ended.
        }
    }

    void Flush()
    {
        lock (room)
        {
            if (crowd > 0) Line("green", "stored", $"{Count.Of(crowd, "more article")}, {Count.Of(crowdQuotes, "quote")}");
            foreach (var refused in waiting.Take(Readable)) Show(refused);
            if (waiting.Count > Readable) Line("yellow", "refused", $"{Count.Of(waiting.Count - Readable, "more file")}; `query rejections` lists them");
            waiting.Clear();
            crowd = crowdQuotes = shownThisBeat = 0;
        }
    }

    void Show(IngestResult result)
    {
        if (result.Outcome == IngestOutcome.Refused) Line("yellow", "refused", $"{result.Blob}: {result.Reason}");
        else if (result.Outcome == IngestOutcome.Superseded) Line("grey", "older", $"{result.Blob}: a later version of this article is stored");
        else Line("green", "stored", $"{result.Blob}: {Count.Of(result.Quotes, "quote")}");
    }

    void Line(string style, string kind, string text) => screen.Out.Line(
        (string.Create(CultureInfo.InvariantCulture, $"{time.GetLocalNow():HH:mm:ss} "), "grey"), ($"{kind,-8}", style), ($" {Printable.Of(text)}", ""));
}
