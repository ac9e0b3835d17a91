using System.Net.Sockets;
using System.Text;
using Ingest.Api.Contract;
using Ingest.Api.Tests.Kit;
using Ingest.Api.Uploads;
using Ingest.Testing;
using static Ingest.Api.Tests.Kit.Parcels;

namespace Ingest.Api.Tests;

/// <summary>What comes in is data: it does not widen a query, climb out of a folder, or split a header.</summary>
public sealed class InjectionTests(Newsroom newsroom, AzuriteFixture azurite) : IClassFixture<Newsroom>
{
    static readonly string[] Attacks =
    [
        "' or true or '", "' or PartitionKey ne '", "x' or RowKey gt '", "anna-lindqvist' or '1' eq '1", "%27%20or%20true", "a/b", "a\\b", "a#b", "a?b", "..", "../..", "..%2f..",
        "\u0000", "a\r\nSet-Cookie: x=1", "a\tb", "\uFFFD", "﷐", "!", "!~", "a!b", "~", new('x', 3000), "Anna Lindqvist'; DROP TABLE quotes", "<script>", "🙂", "$filter", "*",
    ];

    readonly ApiHost host = newsroom.Host;

    public static TheoryData<string> Parameterised =>
        [.. Operations.All.Where(each => each.Method == "GET" && each.Parameters.Count > 0).Select(each => each.Id)];

    [Theory]
    [MemberData(nameof(Parameterised))]
    public async Task No_parameter_widens_a_query_or_breaks_an_answer(string operationId)
    {
        var operation = Operations.All.Single(each => each.Id == operationId);
        foreach (var parameter in operation.Parameters)
        {
            foreach (var attack in Attacks)
            {
                var value = Uri.EscapeDataString(attack);
                var path = "/api/" + operation.Route;
                var open = path.IndexOf('{', StringComparison.Ordinal);
                if (open >= 0) path = path[..open] + (parameter.Place == ParameterPlace.Path ? value : "2031-03-03");
                if (parameter.Place == ParameterPlace.Query) path += $"?{parameter.Name}={value}";
                var answer = await host.GetAsync(path);
                Assert.True(answer.Status < 500, $"{path}: {answer}");
                Assert.Null(answer.Header("Set-Cookie"));
                if (answer.Status != 200) continue;
                // Nothing that was asked for is in the store, so that any item is one too many.
                Assert.True(answer.MediaType != "application/json" || answer.Json["items"] is null || IsHarmless(parameter, answer), $"{path}: {answer}");
            }
        }
    }

    // A speaker is looked up by slug: an attack whose letters and digits are a speaker's is that speaker, and no more. A status tells what is unknown.
    static bool IsHarmless(Parameter parameter, Answer answer) => answer.Items.All(each => parameter.Name switch
    {
        "blob" => (string?)each!["state"] == "unknown",
        _ => false,
    });

    [Theory]
    [InlineData("../../etc/passwd", "etc/passwd")]
    [InlineData("..\\..\\windows\\system.ini", "windows/system.ini")]
    [InlineData("/absolute.txt", "absolute.txt")]
    [InlineData("C:\\news\\a.txt", "C-/news/a.txt")]
    [InlineData("a/./b/../c.txt", "a/b/c.txt")]
    [InlineData("a//b.txt", "a/b.txt")]
    [InlineData("name. ", "name")]
    [InlineData("a\r\nX-Evil: 1.txt", "aX-Evil- 1.txt")]
    [InlineData("a\u0000b.txt", "ab.txt")]
    [InlineData("a\u202Etxt.exe", "atxt.exe")]
    [InlineData("what?#100%.txt", "what--100-.txt")]
    [InlineData("Erdoğan 1.txt", "Erdoğan 1.txt")]
    [InlineData("...", "")]
    public void A_file_name_becomes_a_blob_name_that_stays_in_its_folder(string given, string clean) => Assert.Equal(clean, BlobNames.Clean(given));

    [Fact]
    public void A_blob_name_fits_whatever_the_file_name()
    {
        foreach (var given in new[] { new string('x', 5000), string.Join('/', Enumerable.Repeat(new string('y', 300), 30)), string.Concat(Enumerable.Repeat("🙂", 2000)) })
        {
            var name = BlobNames.Of(given, hasUrl: true, [1, 2, 3]);
            Assert.InRange(name.Length, 1, 1024);
            Assert.Equal(name, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)));
        }
    }

    [Fact]
    public async Task Paths_in_an_archive_stay_in_the_container()
    {
        await using var other = await ApiHost.StartAsync(azurite);
        var answer = await other.PostAsync("/api/articles", Of("application/zip", Zip(("../../1.txt", Bytes(Article(1))), ("/etc/2.txt", Bytes(Article(2))))));
        Assert.Equal(202, answer.Status);
        var blobs = await other.Store.Container.GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken).Select(each => each.Name).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, blobs.Count);
        Assert.All(blobs, each => Assert.DoesNotContain("..", each, StringComparison.Ordinal));
        Assert.All(blobs, each => Assert.False(each.StartsWith('/')));
    }

    [Fact]
    public async Task A_file_name_does_not_split_a_header()
    {
        await using var other = await ApiHost.StartAsync(azurite);
        var answer = await other.PostAsync("/api/articles?name=" + Uri.EscapeDataString("näme \"quoted\" <b>.txt"), Plain(Article(1)));
        Assert.Equal(202, answer.Status);
        Assert.Matches("^/api/articles/[a-z0-9]+$", answer.Header("Location"));
        Assert.Equal(400, (await other.PostAsync("/api/articles?name=a%0D%0ASet-Cookie:%20x", Plain(Article(1)))).Status);
    }

    [Theory]
    [InlineData("GET /api/quotes?x=%ZZ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /api/%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /api/../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /api/quotes HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: not a tag\r\nAccept: ;;;\r\nConnection: close\r\n\r\n")]
    [InlineData("POST /api/articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")]
    [InlineData("nonsense\r\n\r\n")]
    public async Task A_request_that_is_not_well_formed_is_the_clients_fault(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host.Address.Host, host.Address.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream());
        var status = (await reader.ReadLineAsync(TestContext.Current.CancellationToken))!;
        Assert.True(status.StartsWith("HTTP/1.1 4", StringComparison.Ordinal) || status.StartsWith("HTTP/1.1 200", StringComparison.Ordinal), status);
        Assert.DoesNotContain("   at ", await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
