using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Running;

namespace Ingest.Benchmarks.Extraction;

/// <summary>The same steps under BenchmarkDotNet: an operation is the whole folder.</summary>
[MemoryDiagnoser]
public class BenchmarkDotNetRun
{
    const string FolderVariable = "INGEST_BENCHMARK_FOLDER";
    Corpus corpus = null!;

    internal static int Run(string? folder)
    {
        if (folder is not null) Environment.SetEnvironmentVariable(FolderVariable, Path.GetFullPath(folder));
        BenchmarkRunner.Run<BenchmarkDotNetRun>();
        return 0;
    }

    [GlobalSetup]
    public void Read() => corpus = Corpus.Read(Environment.GetEnvironmentVariable(FolderVariable));

    [Benchmark(Baseline = true, Description = "decode, scan for marks")]
    public int Floor() => corpus.Articles.Sum(Steps.Floor);

    [Benchmark(Description = "quotes and speakers")]
    public int Parse() => corpus.Articles.Sum(Steps.Parse);
}
