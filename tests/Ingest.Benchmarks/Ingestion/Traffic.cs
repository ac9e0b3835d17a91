using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Ingest.Benchmarks.Ingestion;

/// <summary>Counts the requests that go through a client, times them, and remembers how large the writes to tables were. Retries count.</summary>
/// <param name="prefix">What stands before the tables' names.</param>
sealed class Traffic(string prefix) : HttpPipelinePolicy
{
    readonly ConcurrentDictionary<string, RequestKind> kinds = new(StringComparer.Ordinal);
    readonly ConcurrentQueue<TableWrite> writes = [];
    int failures, conflicts;

    /// <summary>All requests.</summary>
    public int Requests => kinds.Values.Sum(kind => kind.Count);

    /// <summary>Requests that read tables.</summary>
    public int TableReads => kinds.Where(kind => kind.Key.StartsWith("read", StringComparison.Ordinal)).Sum(kind => kind.Value.Count);

    /// <summary>Answers of 500 and above.</summary>
    public int Failures => failures;

    /// <summary>Writes that another one had overtaken: answers of 409 and 412.</summary>
    public int Conflicts => conflicts;

    /// <summary>The writes to tables, in the order they were sent.</summary>
    public IReadOnlyCollection<TableWrite> Writes => writes;

    /// <summary>Requests by kind, the most frequent first.</summary>
    public IEnumerable<KeyValuePair<string, RequestKind>> ByKind => kinds.OrderByDescending(kind => kind.Value.Count);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var kind = Count(message.Request);
        var began = Stopwatch.GetTimestamp();
        await ProcessNextAsync(message, pipeline);
        kind.Took(Stopwatch.GetElapsedTime(began));
        if (message.Response.Status >= 500) Interlocked.Increment(ref failures);
        if (message.Response.Status is 409 or 412) Interlocked.Increment(ref conflicts);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Count(message.Request);
        ProcessNext(message, pipeline);
    }

    RequestKind Count(Request request)
    {
        var path = request.Uri.Path;
        if (path.EndsWith("$batch", StringComparison.Ordinal))
        {
            // Each row of a transaction stands in the multipart body as a request of its own, with its table in its address.
            using var stream = new MemoryStream();
            request.Content!.WriteTo(stream, CancellationToken.None);
            var body = stream.GetBuffer().AsSpan(0, (int)stream.Length);
            return Write("transaction " + TableOf(Encoding.UTF8.GetString(body[..Math.Min(body.Length, 2000)])), new TableWrite(body.Count("HTTP/1.1\r\n"u8), body.Length));
        }

        if (request.Headers.TryGetValue("DataServiceVersion", out _))
        {
            return request.Method == RequestMethod.Get
                ? Kind("read " + TableOf(path)).Add(0, 0)
                : Write("row " + TableOf(path), new TableWrite(1, request.Content is { } content && content.TryComputeLength(out var length) ? length : 0));
        }

        return Kind(
            request.Headers.TryGetValue("x-ms-blob-type", out _) ? "upload"
            : request.Uri.Query.Contains("comp=list", StringComparison.Ordinal) ? "listing"
            : request.Method == RequestMethod.Get ? "download"
            : "other").Add(0, 0);
    }

    RequestKind Write(string kind, TableWrite write)
    {
        writes.Enqueue(write);
        return Kind(kind).Add(write.Rows, write.Bytes);
    }

    RequestKind Kind(string name) => kinds.GetOrAdd(name, _ => new RequestKind());

    string TableOf(string text)
    {
        var at = text.IndexOf(prefix, StringComparison.Ordinal);
        if (at < 0) return "";
        var name = text.AsSpan(at + prefix.Length);
        var end = name.IndexOfAnyExceptInRange('A', 'z');
        return (end < 0 ? name : name[..end]).ToString();
    }
}

/// <summary>Requests of one kind.</summary>
sealed class RequestKind
{
    int count;
    long rows, bytes, microseconds;

    public int Count => count;

    /// <summary>Rows written.</summary>
    public long Rows => rows;

    /// <summary>Bytes written.</summary>
    public long Bytes => bytes;

    /// <summary>From asking to the answer's head, on average.</summary>
    public double Milliseconds => microseconds / 1000.0 / Math.Max(count, 1);

    public RequestKind Add(int moreRows, long moreBytes)
    {
        Interlocked.Increment(ref count);
        Interlocked.Add(ref rows, moreRows);
        Interlocked.Add(ref bytes, moreBytes);
        return this;
    }

    public void Took(TimeSpan time) => Interlocked.Add(ref microseconds, (long)time.TotalMicroseconds);
}

/// <summary>One write to a table.</summary>
/// <param name="Rows">Rows in it: 1 to 100.</param>
/// <param name="Bytes">Length of the request's body.</param>
readonly record struct TableWrite(int Rows, long Bytes);
