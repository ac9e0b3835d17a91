namespace Ingest.Benchmarks.Ingestion;

/// <summary>
/// What articles cost that come one after the other and so share no transaction, as through the trigger of the Functions host: a process asks the ledger first, and where others
/// write the same days and speakers, what it remembers of them is stale. The first half of the articles fills the store; the second is counted.
/// </summary>
static class Alone
{
    /// <summary>Ingests a corpus by so many processes in turn and prints the requests of an article.</summary>
    public static async Task RunAsync(string connection, Corpus corpus, int processes)
    {
        var name = "bench" + Guid.NewGuid().ToString("N")[..12];
        var hosts = new List<MeasuredHost>();
        for (var i = 0; i < processes; i++) hosts.Add(await MeasuredHost.OpenAsync(connection, name));
        var before = new Dictionary<string, int>(StringComparer.Ordinal);
        var (number, half) = (0, corpus.Count / 2);
        foreach (var (blob, content) in corpus.Articles)
        {
            if (number == half) before = Counted();
            await hosts[0].Uploads.GetBlobClient(blob).UploadAsync(new BinaryData(content), overwrite: true);
            await hosts[number++ % processes].Ingestor.IngestAsync(blob, CancellationToken.None);
        }

        var after = Counted();
        var each = after.ToDictionary(kind => kind.Key, kind => (double)(kind.Value - before.GetValueOrDefault(kind.Key)) / (corpus.Count - half), StringComparer.Ordinal);
        Console.WriteLine($"  {each.Values.Sum(),8:0.00} storage requests an article besides its upload, by {processes} process(es) in turn, {hosts.Sum(host => host.Traffic.Conflicts)} of all overtaken or wrongly guessed");
        foreach (var (kind, requests) in each.Where(kind => kind.Value >= 0.01).OrderByDescending(kind => kind.Value)) Console.WriteLine($"  {requests,12:0.00} {kind}");
        foreach (var host in hosts) await host.DisposeAsync();

        Dictionary<string, int> Counted() =>
            hosts.SelectMany(host => host.Traffic.ByKind).GroupBy(kind => kind.Key, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Sum(kind => kind.Value.Count), StringComparer.Ordinal);
    }
}
