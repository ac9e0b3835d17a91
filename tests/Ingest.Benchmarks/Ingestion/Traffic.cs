using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Ingest.Benchmarks.Ingestion;

/// <summary>Counts the requests that go through a client, times them, and records the transactions that are done. Retries count.</summary>
/// <param name="prefix">What stands before the tables' names.</param>
sealed class Traffic(string prefix) : HttpPipelinePolicy
{
    readonly ConcurrentDictionary<string, RequestKind> kinds = new(StringComparer.Ordinal);
    int failures, conflicts;

    /// <summary>All requests.</summary>
    public int Requests => kinds.Values.Sum(kind => kind.Count);

    /// <summary>Requests that read tables.</summary>
    public int TableReads => kinds.Where(kind => kind.Key.StartsWith("read", StringComparison.Ordinal)).Sum(kind => kind.Value.Count);

    /// <summary>Answers of 500 and above.</summary>
    public int Failures => failures;

    /// <summary>Writes that another one had overtaken: answers of 409 and 412.</summary>
    public int Conflicts => conflicts;

    /// <summary>The transactions that were done.</summary>
    public Recording Recording { get; } = new(prefix);

    /// <summary>Requests by kind, the most frequent first.</summary>
    public IEnumerable<KeyValuePair<string, RequestKind>> ByKind => kinds.OrderByDescending(kind => kind.Value.Count);

    /// <summary>Whether the answer to a transaction says that it was not done: it does so in its body.</summary>
    public static bool HasFailed(ReadOnlySpan<byte> answer) => answer.IndexOf("HTTP/1.1 4"u8) >= 0 || answer.IndexOf("HTTP/1.1 5"u8) >= 0;

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var request = message.Request;
        var body = request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal) ? Written(request) : null;

        // Each row of a transaction stands in the multipart body as a request of its own.
        var rows = body?.AsSpan().Count("HTTP/1.1\r\n"u8) ?? 0;
        var kind = Kind(body is null ? NameOf(request) : "transaction " + TableOf(Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 2000))))).Add(rows, body?.Length ?? 0);
        var began = Stopwatch.GetTimestamp();
        await ProcessNextAsync(message, pipeline);
        kind.Took(Stopwatch.GetElapsedTime(began));
        var failed = message.Response.Status is 409 or 412 || (body is not null && HasFailed(message.Response.Content));
        if (failed) Interlocked.Increment(ref conflicts);
        if (message.Response.Status >= 500) Interlocked.Increment(ref failures);
        if (body is not null && !failed && message.Response.Status == 202) Recording.Add(body, rows);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Kind(NameOf(message.Request)).Add(0, 0);
        ProcessNext(message, pipeline);
    }

    /// <summary>The body, which is sent as it is read here, so that it is not written twice.</summary>
    static byte[] Written(Request request)
    {
        using var stream = new MemoryStream();
        request.Content!.WriteTo(stream, CancellationToken.None);
        var body = stream.ToArray();
        request.Content = RequestContent.Create(body);
        return body;
    }

    string NameOf(Request request) =>
        request.Headers.TryGetValue("DataServiceVersion", out _) ? (request.Method == RequestMethod.Get ? "read " : "row ") + TableOf(request.Uri.Path)
        : request.Headers.TryGetValue("x-ms-blob-type", out _) ? "upload"
        : request.Uri.Query.Contains("comp=list", StringComparison.Ordinal) ? "listing"
        : request.Method == RequestMethod.Get ? "download"
        : "other";

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
