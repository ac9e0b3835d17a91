using Ingest.Cli.Azurite;

namespace Ingest.Benchmarks.Ingestion;

/// <summary>Articles from upload to summary, as fast as they go, and the ceiling for the same work.</summary>
static class Load
{
    public const int Uploaders = 16;

    const int Parts = 4;

    const int Warming = 1000;

    /// <summary>Loads a corpus into an empty store and prints what that took.</summary>
    public static async Task RunAsync(AzuriteProcess azurite, Corpus corpus, IngestSettings settings)
    {
        Console.WriteLine();
        Console.WriteLine($"Load: {corpus.Title}, from the first upload to the last summary");

        // The ceiling is searched for before it is measured, so it runs on compiled code; so shall this.
        await using (var host = await MeasuredHost.StartAsync(azurite.ConnectionString, settings.Concurrency))
        {
            await LoadAsync(host, corpus with { Count = Math.Min(Warming, corpus.Count), Articles = corpus.Articles.Take(Warming) }, []);
        }

        IReadOnlyList<TableWrite> writes;
        Effort real;
        await using (var host = await MeasuredHost.StartAsync(azurite.ConnectionString, settings.Concurrency))
        {
            var peaks = new List<long>();
            real = await Effort.OfAsync(azurite, () => LoadAsync(host, corpus, peaks));
            writes = [.. host.Traffic.Writes];
            Console.WriteLine($"  {real.Per(corpus.Count)}");
            Print(host.Traffic, writes, corpus.Count);
            Console.WriteLine($"  {peaks.Max(),8} MiB peak memory; by quarter of the load: {string.Join(", ", peaks)}");
        }

        if (!settings.Ceiling) return;
        var (bare, concurrency) = await new Ceiling(azurite).MeasureAsync(corpus, writes);
        Console.WriteLine($"  The ceiling, the same uploads, downloads and writes bare, {concurrency} at a time:");
        Console.WriteLine($"  {bare.Per(corpus.Count)}");
        Console.WriteLine($"  {bare.Clock / real.Clock,8:0.00} of the ceiling by the clock, {bare.Emulator / real.Emulator:0.00} by the emulator's processor time");
    }

    static async Task LoadAsync(MeasuredHost host, Corpus corpus, List<long> peaks)
    {
        using var memory = new PeakMemory();
        var uploading = Parallel.ForEachAsync(corpus.Articles, new ParallelOptions { MaxDegreeOfParallelism = Uploaders }, async (article, cancellationToken) =>
            await host.Uploads.GetBlobClient(article.Name).UploadAsync(new BinaryData(article.Content), overwrite: true, cancellationToken));
        for (var part = 1; part <= Parts; part++)
        {
            var finished = host.UntilFinishedAsync((long)corpus.Count * part / Parts);
            await Task.WhenAny(finished, Failure(uploading)).Unwrap();
            peaks.Add(memory.Take());
        }

        await uploading;
    }

    static void Print(Traffic traffic, IReadOnlyList<TableWrite> writes, int articles)
    {
        Console.WriteLine($"  {(double)traffic.Requests / articles,8:0.00} storage requests an article besides its upload, {traffic.Conflicts} of all overtaken");
        foreach (var (name, kind) in traffic.ByKind.Where(kind => kind.Value.Count * 100 >= articles))
        {
            var written = kind.Rows == 0 ? "" : $", {(double)kind.Rows / articles,5:0.00} rows an article, {(double)kind.Rows / kind.Count,5:0.0} a write, {kind.Bytes / 1024.0 / articles,5:0.0} KiB an article";
            Console.WriteLine($"  {(double)kind.Count / articles,12:0.00} {name,-22} {kind.Milliseconds,6:0.0} ms{written}");
        }

        var rows = (double)writes.Sum(write => write.Rows);
        Console.WriteLine($"  {rows / articles,8:0.00} rows an article, {rows / writes.Count:0.0} a write, {writes.Sum(write => write.Bytes) / 1024.0 / articles:0.0} KiB written an article");
        if (traffic.Failures > 0) Console.WriteLine($"  {traffic.Failures,8} answers of 500 and above");
    }

    /// <summary>Ends only with a failure, so that nobody waits for uploads that will not come.</summary>
    static async Task Failure(Task task)
    {
        await task;
        await Task.Delay(Timeout.Infinite);
    }
}
