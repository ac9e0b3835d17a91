using System.Net.Sockets;
using System.Xml;
using Azure;
using Azure.Identity;
using Ingest.Storage.Watching;

namespace Ingest.Storage.Tests.Watching;

public sealed class StorageTroubleTests
{
    public static TheoryData<Exception, string> OfTheStorage => new()
    {
        { new RequestFailedException(503, "Busy at https://news.blob.core.windows.net", "ServerBusy", null), "storage answered 503 ServerBusy" },
        { new RequestFailedException(403, "Denied", "AuthorizationFailure", null), "storage answered 403 AuthorizationFailure" },
        { new RequestFailedException(404, "No table", "TableNotFound", null), "storage answered 404 TableNotFound" },
        { new RequestFailedException("Refused (news.example:443)", new HttpRequestException("x", new SocketException((int)SocketError.ConnectionRefused))), "no connection to storage (ConnectionRefused)" },
        { new AggregateException("Retry failed after 5 tries.", new RequestFailedException("x", new IOException("reset")), new TaskCanceledException()), "the connection to storage broke" },
        { new TaskCanceledException("The operation was cancelled because it exceeded the configured timeout"), "storage did not answer in time" },
        { new CredentialUnavailableException("Please run 'az login' to set up an account"), "the identity could not sign in to storage" },
        { new AuthenticationFailedException("AADSTS700082: The refresh token has expired"), "the identity could not sign in to storage" },
        { new XmlException("Root element is missing."), "storage answered with an error that says nothing" },
        { new ListingException(new RequestFailedException(500, "x", "InternalError", null)), "storage answered 500 InternalError" },
    };

    public static TheoryData<Exception, string> OfTheBlob => new()
    {
        { new RequestFailedException(409, "Archived", "BlobArchived", null), "storage answered 409 BlobArchived" },
        { new RequestFailedException(404, "No blob", "BlobNotFound", null), "storage answered 404 BlobNotFound" },
        { new InvalidOperationException("Something\nwith lines"), "InvalidOperationException: Something" },
        { new AggregateException(new RequestFailedException(503, "Busy"), new InvalidOperationException("x")), "storage answered 503" },
    };

    [Theory]
    [MemberData(nameof(OfTheStorage))]
    public void What_says_nothing_against_a_blob_is_told_in_a_line_without_address(Exception failure, string line)
    {
        Assert.True(StorageTrouble.Is(failure));
        Assert.Equal(line, StorageTrouble.Describe(failure));
    }

    [Theory]
    [MemberData(nameof(OfTheBlob))]
    public void What_the_blob_may_cause_counts_against_it(Exception failure, string line)
    {
        Assert.False(StorageTrouble.Is(failure));
        Assert.Equal(line, StorageTrouble.Describe(failure));
    }
}
