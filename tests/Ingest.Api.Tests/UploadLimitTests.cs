using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Ingest.Api.Tests.Kit;
using Ingest.Testing;
using static Ingest.Api.Tests.Kit.Parcels;

namespace Ingest.Api.Tests;

/// <summary>What an upload may be at most; what is more is refused whole, soon, and without a trace in the container.</summary>
public sealed class UploadLimitTests(AzuriteFixture azurite)
{
    static readonly byte[] Zeros = new byte[8 * 1024 * 1024];

    [Fact]
    public async Task A_body_over_the_limit_is_a_413()
    {
        await using var host = await ApiHost.StartAsync(azurite, ("Ingest:Http:MaxUploadBytes", "4096"));
        await AssertRefusedAsync(host, Plain(new string('a', 5000)), 413, "larger than 4096 bytes");
    }

    [Fact]
    public async Task A_chunked_body_over_the_limit_is_a_413_as_well()
    {
        await using var host = await ApiHost.StartAsync(azurite, ("Ingest:Http:MaxUploadBytes", "4096"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/articles") { Content = Plain(new string('a', 5000)) };
        request.Headers.TransferEncodingChunked = true;
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(413, (int)response.StatusCode);
    }

    [Fact]
    public async Task More_files_than_the_limit_are_a_413()
    {
        await using var host = await ApiHost.StartAsync(azurite, ("Ingest:Http:MaxUploadFiles", "3"));
        var files = Enumerable.Range(1, 4).Select(each => ($"{each}.txt", Bytes(Article(each)))).ToArray();
        await AssertRefusedAsync(host, Of("application/zip", Zip(files)), 413, "more than 3 files");
        await AssertRefusedAsync(host, Form(files), 413, "more than 3 files");
        Assert.Equal(202, (await host.PostAsync("/api/articles", Form(files[..3]))).Status);
    }

    [Fact]
    public async Task A_bomb_is_a_413_in_whatever_it_is_packed()
    {
        await using var host = await ApiHost.StartAsync(azurite);
        var clock = Stopwatch.StartNew();
        await AssertRefusedAsync(host, Of("application/zip", Zip(("good.txt", Bytes(Article(1))), ("bomb.txt", Zeros))), 413, "unpacks to more");
        await AssertRefusedAsync(host, Of("application/gzip", Gzip(Zeros)), 413, "unpacks to more");
        await AssertRefusedAsync(host, Of("application/gzip", TarGz(("good.txt", Bytes(Article(1))), ("bomb.txt", Zeros))), 413, "unpacks to more");
        await AssertRefusedAsync(host, Form(("good.txt", Bytes(Article(1))), ("bomb.zip", Zip(("bomb.txt", Zeros)))), 413, "unpacks to more");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"took {clock.Elapsed}");
    }

    [Fact]
    public async Task An_archive_of_articles_that_say_things_over_and_over_is_no_bomb()
    {
        await using var host = await ApiHost.StartAsync(azurite);
        var article = Article(1) + string.Concat(Enumerable.Repeat("The council met again and the council said nothing that was new at all.\n", 2000));
        Assert.Equal(202, (await host.PostAsync("/api/articles", Of("application/zip", Zip(("1.txt", Bytes(article)))))).Status);
    }

    [Fact]
    public async Task A_file_that_is_too_large_for_an_article_is_refused_alone()
    {
        await using var host = await ApiHost.StartAsync(azurite, ("Ingest:MaxArticleBytes", "10000"));
        var answer = await host.PostAsync("/api/articles", Form(("good.txt", Bytes(Article(1))), ("long.txt", Bytes(Article(2) + new string('x', 20000)))));
        Assert.Equal(202, answer.Status);
        Assert.Equal("long.txt", (string?)answer.Json["refused"]!.AsArray().Single()!["name"]);
        Assert.Contains("10", (string?)answer.Json["refused"]![0]!["reason"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_upload_more_than_the_limit_at_a_time_is_a_429_that_says_when_to_try_again()
    {
        await using var host = await ApiHost.StartAsync(azurite, ("Ingest:Http:MaxConcurrentUploads", "1"));
        using var slow = await OpenUploadAsync(host, 1000);
        var refused = await host.PostAsync("/api/articles", Plain(Article(1)));
        Assert.Equal(429, refused.Status);
        Assert.Equal("2", refused.Header("Retry-After"));
        slow.Dispose();
        await Eventually.TrueAsync(async () => (await host.PostAsync("/api/articles", Plain(Article(1)))).Status == 202);
    }

    [Fact]
    public async Task A_body_that_comes_too_slowly_is_a_408()
    {
        await using var host = await ApiHost.StartAsync(azurite, ("Ingest:Http:UploadTimeout", "00:00:01"));
        using var slow = await OpenUploadAsync(host, 1000);
        using var reader = new StreamReader(slow.GetStream(), Encoding.ASCII);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        Assert.Equal("HTTP/1.1 408 Request Timeout", await reader.ReadLineAsync(limit.Token));
        Assert.Equal(0, await host.Store.Container.GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken).CountAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Begins an upload and sends only its first bytes, once the server asked for them: it has given the upload a place by then.</summary>
    static async Task<TcpClient> OpenUploadAsync(ApiHost host, int length)
    {
        var stop = TestContext.Current.CancellationToken;
        var client = new TcpClient();
        await client.ConnectAsync(host.Address.Host, host.Address.Port, stop);
        var stream = client.GetStream();
        await stream.WriteAsync(Bytes($"POST /api/articles HTTP/1.1\r\nHost: {host.Address.Authority}\r\nContent-Type: text/plain\r\nContent-Length: {length}\r\nExpect: 100-continue\r\n\r\n"), stop);
        var asked = new byte["HTTP/1.1 100 Continue\r\n\r\n".Length];
        await stream.ReadExactlyAsync(asked, stop);
        Assert.StartsWith("HTTP/1.1 100 ", Encoding.ASCII.GetString(asked), StringComparison.Ordinal);
        await stream.WriteAsync(Bytes("The first"), stop);
        return client;
    }

    static async Task AssertRefusedAsync(ApiHost host, HttpContent content, int status, string detail)
    {
        var answer = await host.PostAsync("/api/articles", content);
        Assert.Equal(status, answer.Status);
        Assert.Equal("application/problem+json", answer.MediaType);
        Assert.Contains(detail, (string?)answer.Json["detail"], StringComparison.Ordinal);
        Assert.Equal(0, await host.Store.Container.GetBlobsAsync().CountAsync(TestContext.Current.CancellationToken));
    }
}
