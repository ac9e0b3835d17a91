using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Ingest.Benchmarks.Ingestion;

/// <summary>Counts the requests that go through a client, and remembers how large the writes to tables were. Retries count.</summary>
sealed class Traffic : HttpPipelinePolicy
{
    readonly ConcurrentDictionary<string, int> requests = new(StringComparer.Ordinal);
    readonly ConcurrentQueue<TableWrite> writes = [];
    int failures;

    /// <summary>All requests.</summary>
    public int Requests => requests.Values.Sum();

    /// <summary>Requests that read tables.</summary>
    public int TableReads => requests.GetValueOrDefault("table read");

    /// <summary>Answers of 500 and above.</summary>
    public int Failures => failures;

    /// <summary>The writes to tables, in the order they were sent.</summary>
    public IReadOnlyCollection<TableWrite> Writes => writes;

    /// <summary>Requests by kind, the most frequent first.</summary>
    public IEnumerable<KeyValuePair<string, int>> ByKind => requests.OrderByDescending(kind => kind.Value);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Count(message.Request);
        await ProcessNextAsync(message, pipeline);
        if (message.Response.Status >= 500) Interlocked.Increment(ref failures);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Count(message.Request);
        ProcessNext(message, pipeline);
    }

    void Count(Request request)
    {
        var path = request.Uri.Path.AsSpan();
        var kind = request.Headers.TryGetValue("x-ms-blob-type", out _) ? "upload"
            : path.EndsWith("$batch") ? "transaction"
            : request.Headers.TryGetValue("DataServiceVersion", out _) ? Table(request)
            : request.Uri.Query.Contains("comp=list", StringComparison.Ordinal) ? "listing"
            : request.Method == RequestMethod.Get ? "download"
            : "other";
        requests.AddOrUpdate(kind, 1, (_, count) => count + 1);
        if (kind is "transaction" or "row") writes.Enqueue(new TableWrite(kind == "row" ? 1 : Rows(request), Length(request)));
    }

    static string Table(Request request) => request.Method == RequestMethod.Get ? "table read" : "row";

    static long Length(Request request) => request.Content is { } content && content.TryComputeLength(out var length) ? length : 0;

    /// <summary>Each row of a transaction stands in the multipart body as a request of its own.</summary>
    static int Rows(Request request)
    {
        using var body = new MemoryStream();
        request.Content!.WriteTo(body, CancellationToken.None);
        return CountOf(body.GetBuffer().AsSpan(0, (int)body.Length), "HTTP/1.1\r\n"u8);
    }

    static int CountOf(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word)
    {
        var count = 0;
        for (int at; (at = text.IndexOf(word)) >= 0; text = text[(at + word.Length)..]) count++;
        return count;
    }
}

/// <summary>One write to a table.</summary>
/// <param name="Rows">Rows in it: 1 to 100.</param>
/// <param name="Bytes">Length of the request's body.</param>
readonly record struct TableWrite(int Rows, long Bytes);
