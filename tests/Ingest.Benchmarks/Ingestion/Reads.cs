using System.Diagnostics;
using System.Text;
using Ingest.Storage.Reading;

namespace Ingest.Benchmarks.Ingestion;

/// <summary>
/// What the first page of a day's and of a speaker's summary costs, over doublings of what is stored of that day and by that speaker, and what it takes to read all of the
/// speaker's quotes page by page, as an export does.
/// </summary>
static class Reads
{
    const int QuotesAnArticle = 50;
    const int Repeats = 15;
    const int ExportPage = 1000;
    const int Parts = 4;
    static readonly DateOnly Day = new(2022, 2, 2);

    public static async Task RunAsync(string connection, int quotes)
    {
        Console.WriteLine();
        Console.WriteLine("Reads: first page of the summaries of one day and of one speaker");
        Console.WriteLine("  articles     quotes   day: requests   ms median    speaker: requests   ms median");
        await using var host = await MeasuredHost.StartAsync(connection);
        var (articles, stored) = (0, 0);
        for (var wanted = 1; wanted * QuotesAnArticle <= quotes; wanted *= 2)
        {
            var from = articles;
            await Parallel.ForEachAsync(Enumerable.Range(from, wanted - from), new ParallelOptions { MaxDegreeOfParallelism = Load.Uploaders }, async (number, cancellationToken) =>
                await host.Uploads.GetBlobClient($"speech/{number:D6}.txt").UploadAsync(new BinaryData(Encoding.UTF8.GetBytes(SyntheticArticle.Speech(Day, number, QuotesAnArticle))), cancellationToken));
            articles = wanted;
            await host.UntilFinishedAsync(articles);

            var day = await MeasureAsync(host, () => host.Reader.DateAsync(Day, new PageRequest(), CancellationToken.None));
            var speaker = await MeasureAsync(host, () => host.Reader.SpeakerAsync(SyntheticArticle.SpeechSlug, new PageRequest(), CancellationToken.None));
            stored = speaker.Result!.Quotes;
            Console.WriteLine($"  {articles,8}   {stored,8}   {day.Requests,13:0.0}   {day.Median,9:0.0}   {speaker.Requests,18:0.0}   {speaker.Median,9:0.0}");
        }

        await ExportAsync(host, stored);
    }

    static async Task ExportAsync(MeasuredHost host, int quotes)
    {
        var (before, began, read, live) = (host.Traffic.TableReads, Stopwatch.GetTimestamp(), 0, new List<long>());
        for (string? next = ""; next is not null;)
        {
            var page = await host.Reader.QuotesAsync(new(Speaker: SyntheticArticle.SpeechSlug), new(ExportPage, next.Length > 0 ? next : null), CancellationToken.None);
            next = page.Next;
            read += page.Items.Count;
            if (read >= (long)quotes * (live.Count + 1) / Parts) live.Add(GC.GetTotalMemory(forceFullCollection: true) >> 20);
        }

        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Console.WriteLine(
            $"  An export of {read} quotes in pages of {ExportPage}: {host.Traffic.TableReads - before} requests, {seconds:0.0} s; MiB in use after each quarter: {string.Join(", ", live)}");
    }

    /// <summary>The watcher's own listing goes on meanwhile and is not counted.</summary>
    static async Task<(T Result, double Requests, double Median)> MeasureAsync<T>(MeasuredHost host, Func<Task<T>> read)
    {
        var times = new Times();
        var before = host.Traffic.TableReads;
        var result = await read();
        for (var i = 1; i < Repeats; i++)
        {
            var began = Stopwatch.GetTimestamp();
            result = await read();
            times.Add(Stopwatch.GetElapsedTime(began));
        }

        return (result, (double)(host.Traffic.TableReads - before) / Repeats, times.At(0.5));
    }
}
