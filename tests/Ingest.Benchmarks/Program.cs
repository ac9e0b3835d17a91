using Ingest.Benchmarks.Extraction;

return args switch
{
    ["extract", .. var rest] => ExtractionBenchmark.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine($"dotnet run -c Release --project tests/Ingest.Benchmarks -- MODE\n\n{ExtractionBenchmark.Usage}");
    return 2;
}
