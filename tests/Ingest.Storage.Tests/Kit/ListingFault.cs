using System.Net;
using System.Text;

namespace Ingest.Storage.Tests.Kit;

/// <summary>
/// A way to storage that answers listings as Azurite by itself does where a blob's name holds what XML cannot: 500 and an empty body, while all else goes well. The emulator that
/// `up` and the tests start is mended (Azurite/listing.cjs); another may be in use.
/// </summary>
sealed class ListingFault() : DelegatingHandler(new HttpClientHandler())
{
    int asked;

    /// <summary>How many listings are answered well from now on.</summary>
    public int Left { get; set; } = int.MaxValue;

    /// <summary>Listings that were asked for.</summary>
    public int Asked => Volatile.Read(ref asked);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri?.Query.Contains("comp=list", StringComparison.Ordinal) is not true) return base.SendAsync(request, cancellationToken);
        Interlocked.Increment(ref asked);
        return Left-- > 0
            ? base.SendAsync(request, cancellationToken)
            : Task.FromResult(new HttpResponseMessage(HttpStatusCode.InternalServerError) { Content = new StringContent("", Encoding.UTF8, "application/xml") });
    }
}
