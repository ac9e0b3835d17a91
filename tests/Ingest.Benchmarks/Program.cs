using Ingest.Benchmarks.Extraction;
using Ingest.Benchmarks.Ingestion;

return args switch
{
    ["extract", .. var rest] => ExtractionBenchmark.Run(rest),
    ["ingest", .. var rest] => await IngestBenchmark.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine($"dotnet run -c Release --project tests/Ingest.Benchmarks -- MODE\n\n{ExtractionBenchmark.Usage}\n\n{IngestSettings.Usage}");
    return 2;
}
