using Ingest.Benchmarks.Ingestion;

return args switch
{
    ["ingest", .. var rest] => await IngestBenchmark.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine($"dotnet run -c Release --project tests/Ingest.Benchmarks -- MODE\n\n{IngestSettings.Usage}");
    return 2;
}
