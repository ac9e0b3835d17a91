using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Ingest.Cli.Azurite;

namespace Ingest.Benchmarks.Ingestion;

/// <summary>
/// What the storage itself allows: every file uploaded and downloaded, and the very transactions that a load sent, sent again, byte for byte, into tables that are empty as
/// the load's were. Nothing is read, made or waited for but the transaction before in the same partition, which has rows that the next one replaces.
/// </summary>
sealed class Ceiling(AzuriteProcess azurite) : IDisposable
{
    static readonly int[] Concurrencies = [8, 16, 32, 64];
    static readonly byte[] IfMatch = "If-Match: "u8.ToArray();
    static readonly byte[] LineEnd = "\r\n"u8.ToArray();

    readonly Uri batch = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{azurite.Ports.Table}/{EmulatorPorts.Account}/$batch"));
    readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });

    /// <summary>The concurrency that does this work in the shortest time.</summary>
    public async Task<int> BestConcurrencyAsync(Corpus corpus, Recording recording)
    {
        var (best, shortest) = (Concurrencies[0], TimeSpan.MaxValue);
        foreach (var concurrency in Concurrencies)
        {
            var took = await MeasureAsync(corpus, recording, concurrency);
            if (took.Clock < shortest) (best, shortest) = (concurrency, took.Clock);
        }

        return best;
    }

    /// <summary>Does the work of a load, so much at a time.</summary>
    public async Task<Effort> MeasureAsync(Corpus corpus, Recording recording, int concurrency)
    {
        // As long as the load's prefix, so that it can stand in its place.
        var prefix = ("bare" + Guid.NewGuid().ToString("N"))[..recording.Prefix.Length];
        var (blobs, tables) = (new BlobServiceClient(azurite.ConnectionString), new TableServiceClient(azurite.ConnectionString));
        var container = blobs.GetBlobContainerClient(prefix);
        await container.CreateAsync();
        var names = recording.Transactions.Select(transaction => prefix + transaction.Table).Distinct(StringComparer.Ordinal).ToList();
        foreach (var name in names) await tables.CreateTableAsync(name);

        var transactions = recording.Transactions;
        var done = Array.ConvertAll(new int[transactions.Count], _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var articles = corpus.Articles.Select((article, number) => (article.Name, article.Content, number));
        var bounds = new ParallelOptions { MaxDegreeOfParallelism = concurrency };
        var took = await Effort.OfAsync(azurite, () => Parallel.ForEachAsync(articles, bounds, async (article, cancellationToken) =>
        {
            var blob = container.GetBlobClient(article.Name);
            await blob.UploadAsync(new BinaryData(article.Content), overwrite: true, cancellationToken);
            await blob.DownloadContentAsync(cancellationToken);

            // This article's share of the transactions. Those before belong to articles before, which are under way.
            var (first, end) = ((long)article.number * transactions.Count / corpus.Count, (article.number + 1L) * transactions.Count / corpus.Count);
            for (var i = (int)first; i < end; i++)
            {
                if (transactions[i].Before is { } before) await done[before].Task;
                await SendAsync(Body(recording, transactions[i], prefix), cancellationToken);
                done[i].SetResult();
            }
        }));

        await container.DeleteAsync();
        foreach (var name in names) await tables.DeleteTableAsync(name);
        return took;
    }

    public void Dispose() => http.Dispose();

    /// <summary>The body as it was sent, but for the tables' names and the ETags, which name versions of rows that are others now.</summary>
    static byte[] Body(Recording recording, RecordedTransaction transaction, string prefix)
    {
        var body = recording.Read(transaction);
        var (from, to) = (Encoding.ASCII.GetBytes(recording.Prefix), Encoding.ASCII.GetBytes(prefix));
        var sent = new MemoryStream(body.Length);
        for (var rest = body.AsSpan(); ;)
        {
            var (name, etag) = (rest.IndexOf(from), rest.IndexOf(IfMatch));
            if (name >= 0 && (etag < 0 || name < etag))
            {
                to.CopyTo(rest[name..]);
                sent.Write(rest[..(name + to.Length)]);
                rest = rest[(name + to.Length)..];
            }
            else if (etag >= 0)
            {
                sent.Write(rest[..(etag + IfMatch.Length)]);
                sent.WriteByte((byte)'*');
                rest = rest[(etag + IfMatch.Length)..];
                rest = rest[rest.IndexOf(LineEnd)..];
            }
            else
            {
                sent.Write(rest);
                return sent.ToArray();
            }
        }
    }

    /// <summary>Signs as the SDK does (Shared Key Lite).</summary>
    static void Sign(HttpRequestMessage request)
    {
        var date = DateTime.UtcNow.ToString("R", CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Convert.FromBase64String(EmulatorPorts.Key), Encoding.UTF8.GetBytes($"{date}\n/{EmulatorPorts.Account}{request.RequestUri!.AbsolutePath}"));
        request.Headers.TryAddWithoutValidation("x-ms-date", date);
        request.Headers.TryAddWithoutValidation("Authorization", $"SharedKeyLite {EmulatorPorts.Account}:{Convert.ToBase64String(signature)}");
    }

    async Task SendAsync(byte[] body, CancellationToken cancellationToken)
    {
        var boundary = Encoding.ASCII.GetString(body.AsSpan(2, body.AsSpan().IndexOf(LineEnd) - 2));
        using var request = new HttpRequestMessage(HttpMethod.Post, batch) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/mixed; boundary={boundary}");
        request.Headers.TryAddWithoutValidation("x-ms-version", "2019-02-02");
        request.Headers.TryAddWithoutValidation("DataServiceVersion", "3.0");
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        Sign(request);
        using var response = await http.SendAsync(request, cancellationToken);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (!response.IsSuccessStatusCode || Traffic.HasFailed(answer)) throw new InvalidOperationException($"A transaction could not be done again: {Encoding.UTF8.GetString(answer)}");
    }
}
