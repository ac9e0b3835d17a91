using System.Diagnostics;
using System.Globalization;
using Ingest.Testing;

namespace Ingest.Benchmarks.Extraction;

/// <summary>How fast articles are read: megabytes (millions of bytes) a second on one core, and bytes allocated for a byte read.</summary>
static class ExtractionBenchmark
{
    public const string Usage = """
        extract [FOLDER] [--others SECONDS] [--stages]
          Reads every file of FOLDER (samples/ unless given, which are too few for more than a try) and finds quotes and speakers.
          --others: how long each tool of npm may run in the same run; 0 leaves them out; 10 unless given
          --stages: also how long each step takes
        extract --bdn [FOLDER]
          The same under BenchmarkDotNet.
        """;

    // The compiler's tiers settle over the first passes, later where they share the core with what is measured: passes go on until a few in a row
    // were no faster, and the best counts.
    const int Settled = 4;
    const int MostPasses = 30;
    const double Faster = 0.98;

    public static int Run(string[] args)
    {
        if (args is ["--bdn", ..]) return BenchmarkDotNetRun.Run(args.Length > 1 ? args[1] : null);
        string? folder = null;
        var seconds = 10;
        var stages = false;
        for (var i = 0; i < args.Length; i++)
            switch (args[i])
            {
                case "--others" when i + 1 < args.Length: seconds = int.Parse(args[++i], CultureInfo.InvariantCulture); break;
                case "--stages": stages = true; break;
                default: folder = args[i]; break;
            }
        var corpus = Corpus.Read(folder);
        Console.WriteLine($"{corpus.Articles.Count} articles, {corpus.Bytes / 1e6:F1} MB, from {corpus.Folder}");

        var floor = Measure("floor: decode, scan for marks", corpus, Steps.Floor);
        var parse = Measure("Ingest: quotes and speakers", corpus, Steps.Parse);
        Console.WriteLine($"{"",-34} {100 * parse.Rate / floor.Rate,8:F1} % of the floor; {parse.Found} quotes");
        if (stages)
        {
            Measure("  read the upload", corpus, Steps.Read);
            Measure("  ... tokens and sentences", corpus, Steps.Tokens);
            Measure("  ... attributions", corpus, Steps.Attributions);
        }
        if (seconds > 0)
            foreach (var other in OtherTools.Run(corpus.Folder, seconds))
                Console.WriteLine($"{other.Tool,-34} {other.Rate,8:F2} MB/s by the clock, {other.BusyRate,7:F2} MB a second of processor time; Ingest is {parse.Rate / other.Rate:F1} and {parse.BusyRate / other.BusyRate:F1} times as fast; {other.Quotes} quotes in {other.Articles} articles");
        Doubling.Run();
        return 0;
    }

    static Result Measure(string name, Corpus corpus, Func<byte[], int> step)
    {
        double best = double.MaxValue, busy = double.MaxValue;
        long allocated = 0;
        int found = 0, same = 0;
        for (var pass = 0; pass < MostPasses && same < Settled; pass++)
        {
            GC.Collect();
            found = 0;
            var before = GC.GetAllocatedBytesForCurrentThread();
            var cpu = Environment.CpuUsage.TotalTime;
            var clock = Stopwatch.StartNew();
            foreach (var article in corpus.Articles) found += step(article);
            best = Math.Min(best, clock.Elapsed.TotalSeconds);
            var used = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
            same = used < busy * Faster ? 0 : same + 1;
            busy = Math.Min(busy, used);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }
        var result = new Result(corpus.Bytes / 1e6 / best, corpus.Bytes / 1e6 / busy, allocated / (double)corpus.Bytes, found);
        Console.WriteLine($"{name,-34} {result.Rate,8:F1} MB/s by the clock, {result.BusyRate,7:F1} MB a second of processor time   {result.Allocated:F2} bytes allocated a byte read");
        return result;
    }

    sealed record Result(double Rate, double BusyRate, double Allocated, int Found);
}
