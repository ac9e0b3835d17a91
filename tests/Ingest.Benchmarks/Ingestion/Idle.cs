using System.Diagnostics;
using System.Text;

namespace Ingest.Benchmarks.Ingestion;

/// <summary>How long it takes from the upload of one article until its day's summary shows it, while nothing else goes on.</summary>
static class Idle
{
    public static async Task RunAsync(string connection, int stored, int uploads)
    {
        await using var host = await MeasuredHost.StartAsync(connection);
        await Parallel.ForEachAsync(Corpus.Day(new DateOnly(2020, 1, 1), stored).Articles, new ParallelOptions { MaxDegreeOfParallelism = Load.Uploaders }, async (article, cancellationToken) =>
            await host.Uploads.GetBlobClient(article.Name).UploadAsync(new BinaryData(article.Content), overwrite: true, cancellationToken));
        await host.UntilFinishedAsync(stored);

        var (times, random) = (new Times(), new Random(1));
        for (var i = -1; i < uploads; i++)
        {
            // At a random moment of the watcher's pause.
            await Task.Delay(random.Next(50, 900));
            var date = new DateOnly(2021, 1, 2).AddDays(i);
            var content = new BinaryData(Encoding.UTF8.GetBytes(SyntheticArticle.Write(date, i + 1, 1000)));
            var began = Stopwatch.GetTimestamp();
            await host.Uploads.GetBlobClient($"{random.Next(10)}/{i}.txt").UploadAsync(content);
            while (await host.Reader.DateAsync(date, new Storage.Reading.PageRequest(), CancellationToken.None) is null) await Task.Delay(10);

            // The first is a warm-up.
            if (i >= 0) times.Add(Stopwatch.GetElapsedTime(began));
        }

        Console.WriteLine($"  {times.At(0.5),8:0} ms median, {times.At(0.99):0} ms p99, with {stored} articles stored ({uploads} uploads)");
    }
}
