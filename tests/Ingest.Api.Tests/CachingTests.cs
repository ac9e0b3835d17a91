using System.IO.Compression;
using System.Text;
using Ingest.Api.Tests.Kit;

namespace Ingest.Api.Tests;

/// <summary>What a client has it is not sent again; what it is sent is small.</summary>
public sealed class CachingTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    readonly ApiHost host = newsroom.Host;

    [Theory]
    [InlineData("/api/summaries/dates")]
    [InlineData("/api/summaries/dates/2031-03-03")]
    [InlineData("/api/summaries/speakers?top=3")]
    [InlineData("/api/summaries/speakers/anna-lindqvist")]
    [InlineData("/api/quotes?speaker=anna-lindqvist")]
    [InlineData("/api/rejections")]
    [InlineData("/api/openapi.json")]
    public async Task An_answer_that_the_client_has_is_a_304_without_a_body(string path)
    {
        var first = await host.GetAsync(path);
        var tag = first.Header("ETag")!;
        Assert.Matches("^\"[A-Za-z0-9_-]{22}\"$", tag);
        var second = await host.GetAsync(path, ("If-None-Match", $"\"other\", {tag}"));
        Assert.Equal(304, second.Status);
        Assert.Empty(second.Body);
        Assert.Equal(tag, second.Header("ETag"));
        Assert.Equal(200, (await host.GetAsync(path, ("If-None-Match", "\"other\""))).Status);
    }

    [Fact]
    public async Task A_new_article_changes_the_tag()
    {
        var before = (await host.GetAsync("/api/summaries/dates/2031-05-01")).Header("ETag");
        await host.IngestAsync("may.txt", "date 2031-05-01 https://morningpost.example/2031/05/01/may\nMay\n\"It is May at last,\" Mayor Anna Lindqvist said.");
        var first = await host.GetAsync("/api/summaries/dates/2031-05-01");
        await host.IngestAsync("may2.txt", "date 2031-05-01 https://morningpost.example/2031/05/01/may-again\nMay\n\"It is May again,\" Mayor Anna Lindqvist said.");
        var second = await host.GetAsync("/api/summaries/dates/2031-05-01", ("If-None-Match", first.Header("ETag")!));
        Assert.Null(before);
        Assert.Equal(200, second.Status);
        Assert.NotEqual(first.Header("ETag"), second.Header("ETag"));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_compressed_answer_has_a_tag_of_its_own_and_the_same_content(string encoding)
    {
        const string path = "/api/openapi.json";
        var plain = await host.GetAsync(path);
        var packed = await host.GetAsync(path, ("Accept-Encoding", encoding));
        Assert.Equal(encoding, packed.Header("Content-Encoding"));
        Assert.Contains("Accept-Encoding", packed.Header("Vary"), StringComparison.Ordinal);
        Assert.True(packed.Body.Length < plain.Body.Length / 3, $"{packed.Body.Length} of {plain.Body.Length}");
        Assert.Equal(plain.Text, Unpack(packed.Body, encoding));
        Assert.Equal($"{plain.Header("ETag")![..^1]}-{encoding}\"", packed.Header("ETag"));
        var again = await host.GetAsync(path, ("Accept-Encoding", encoding), ("If-None-Match", packed.Header("ETag")!));
        Assert.Equal(304, again.Status);
        Assert.Equal(packed.Header("ETag"), again.Header("ETag"));
    }

    static string Unpack(byte[] body, string encoding)
    {
        using var packed = new MemoryStream(body);
        using Stream stream = encoding == "br" ? new BrotliStream(packed, CompressionMode.Decompress) : new GZipStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
