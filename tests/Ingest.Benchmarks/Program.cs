using Ingest.Benchmarks.Extraction;
using Ingest.Benchmarks.Ingestion;

try
{
    return args switch
    {
        ["extract", .. var rest] => ExtractionBenchmark.Run(rest),
        ["ingest", .. var rest] => await IngestBenchmark.RunAsync(rest),
        _ => Usage(),
    };
}
catch (DirectoryNotFoundException missing)
{
    Console.Error.WriteLine(missing.Message);
    return 2;
}

static int Usage()
{
    Console.Error.WriteLine($"dotnet run -c Release --project tests/Ingest.Benchmarks -- MODE\n\n{ExtractionBenchmark.Usage}\n\n{IngestSettings.Usage}");
    return 2;
}
