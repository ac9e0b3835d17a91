using Ingest.Cli.Azurite;

namespace Ingest.Benchmarks.Ingestion;

/// <summary>
/// Articles from upload to summary, as fast as they go, and the ceiling for the same work, in turns: a load into an empty store, then what it sent sent again bare, and so on,
/// so that whatever else slows the machine down meets both. What comes before the first, on fewer articles, compiles the code and finds the best concurrency, and does not count.
/// </summary>
static class Load
{
    public const int Uploaders = 16;

    const int Parts = 4;

    // The compiler's tiers settle over some three thousand articles.
    const int Warming = 1000;
    const int Warmings = 3;

    /// <summary>Loads a corpus so many times and prints what that took.</summary>
    public static async Task RunAsync(AzuriteProcess azurite, Corpus corpus, IngestSettings settings)
    {
        Console.WriteLine();
        Console.WriteLine($"Load: {corpus.Title}, from the first upload to the last summary");
        using var ceiling = new Ceiling(azurite);
        var concurrency = 0;
        for (var warming = 1; warming <= Warmings; warming++)
        {
            await using var host = await MeasuredHost.StartAsync(azurite.ConnectionString, settings.Concurrency);
            var part = corpus with { Count = Math.Min(Warming, corpus.Count), Articles = corpus.Articles.Take(Warming) };
            await LoadAsync(host, part, []);
            if (settings.Ceiling && warming == Warmings) concurrency = await ceiling.BestConcurrencyAsync(part, host.Traffic.Recording);
        }

        var rounds = new List<(Effort Real, Effort Bare)>();
        for (var round = 1; round <= settings.Rounds; round++)
        {
            await using var host = await MeasuredHost.StartAsync(azurite.ConnectionString, settings.Concurrency);
            var peaks = new List<long>();
            var real = await Effort.OfAsync(azurite, () => LoadAsync(host, corpus, peaks));
            Console.WriteLine($"  {round}. load  {real.Per(corpus.Count)}");
            if (round == 1)
            {
                Print(host.Traffic, corpus.Count);
                Console.WriteLine($"  {peaks.Max(),8} MiB peak memory; by quarter of the load: {string.Join(", ", peaks)}");
            }

            if (!settings.Ceiling) continue;
            await host.ClearAsync();
            rounds.Add((real, await ceiling.MeasureAsync(corpus, host.Traffic.Recording, concurrency)));
            Console.WriteLine($"  {round}. bare  {rounds[^1].Bare.Per(corpus.Count)}; {concurrency} at a time");
            Console.WriteLine($"     {ByClock(rounds[^1]),8:0.00} of the ceiling by the clock, {ByEmulator(rounds[^1]):0.00} by the emulator's processor time");
        }

        if (rounds.Count > 1) Console.WriteLine($"  {Median(ByClock),11:0.00} of the ceiling by the clock, {Median(ByEmulator):0.00} by the emulator's processor time: the medians of {rounds.Count} rounds");

        double Median(Func<(Effort, Effort), double> of) => rounds.Select(of).Order().ElementAt(rounds.Count / 2);
        static double ByClock((Effort Real, Effort Bare) round) => round.Bare.Clock / round.Real.Clock;
        static double ByEmulator((Effort Real, Effort Bare) round) => round.Bare.Emulator / round.Real.Emulator;
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

    static void Print(Traffic traffic, int articles)
    {
        Console.WriteLine($"  {(double)traffic.Requests / articles,8:0.00} storage requests an article besides its upload, {traffic.Conflicts} of all overtaken");
        foreach (var (name, kind) in traffic.ByKind.Where(kind => kind.Value.Count * 100 >= articles))
        {
            var written = kind.Rows == 0 ? "" : $", {(double)kind.Rows / articles,5:0.00} rows an article, {(double)kind.Rows / kind.Count,5:0.0} a write, {kind.Bytes / 1024.0 / articles,5:0.0} KiB an article";
            Console.WriteLine($"  {(double)kind.Count / articles,12:0.00} {name,-22} {kind.Milliseconds,6:0.0} ms{written}");
        }

        var sent = traffic.Recording.Transactions;
        var rows = (double)sent.Sum(one => one.Rows);
        Console.WriteLine($"  {rows / articles,8:0.00} rows an article, {rows / sent.Count:0.0} a transaction, {sent.Sum(one => (long)one.Bytes) / 1024.0 / articles:0.0} KiB written an article");
        if (traffic.Failures > 0) Console.WriteLine($"  {traffic.Failures,8} answers of 500 and above");
    }

    /// <summary>Ends only with a failure, so that nobody waits for uploads that will not come.</summary>
    static async Task Failure(Task task)
    {
        await task;
        await Task.Delay(Timeout.Infinite);
    }
}
