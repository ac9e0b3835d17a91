using System.Net.Sockets;
using System.Xml;
using Azure;
using Azure.Identity;

namespace Ingest.Storage.Watching;

/// <summary>Tells a failure of the storage or the way to it, which says nothing against a blob, from one that the blob itself may cause.</summary>
static class StorageTrouble
{
    /// <summary>
    /// Whether <paramref name="failure"/> is of the storage: no connection, a timeout, 408, 429, 500, 502, 503, 504; a refused sign-in (401, 403), or none, as with a login that has expired;
    /// a container or table that is not there; an error whose body is not what storage writes, of which the SDK says only that.
    /// </summary>
    public static bool Is(Exception failure) => failure switch
    {
        RequestFailedException e => e.Status is 0 or 401 or 403 or 408 or 429 or 500 or 502 or 503 or 504
            || e.ErrorCode is "ContainerNotFound" or "ContainerBeingDeleted" or "ContainerDisabled" or "TableNotFound" or "TableBeingDeleted" or "QueueNotFound",
        AggregateException e => e.InnerExceptions.Count > 0 && e.InnerExceptions.All(Is),
        HttpRequestException or SocketException or IOException or TimeoutException or OperationCanceledException or XmlException or AuthenticationFailedException => true,
        _ => failure.InnerException is { } inner && Is(inner),
    };

    /// <summary>The failure in one line that holds no address, key or content.</summary>
    public static string Describe(Exception failure)
    {
        while (failure is AggregateException { InnerExceptions: [var first, ..] }) failure = first;
        if (failure is ListingException { InnerException: { } cause }) return Describe(cause);
        if (failure is RequestFailedException { Status: > 0 } answered) return $"storage answered {answered.Status} {answered.ErrorCode}".TrimEnd();
        if (failure is AuthenticationFailedException) return "the identity could not sign in to storage";
        var root = failure.GetBaseException();
        return root switch
        {
            SocketException socket => $"no connection to storage ({socket.SocketErrorCode})",
            OperationCanceledException or TimeoutException => "storage did not answer in time",
            HttpRequestException or IOException or RequestFailedException => "the connection to storage broke",
            XmlException => "storage answered with an error that says nothing",
            _ => $"{root.GetType().Name}: {FirstLine(root.Message)}",
        };
    }

    static string FirstLine(string text)
    {
        var line = text.AsSpan().TrimStart();
        var end = line.IndexOfAny('\r', '\n');
        line = end < 0 ? line : line[..end];
        return line.Length <= 300 ? line.ToString() : string.Concat(line[..300], "…");
    }
}
