using System.IO.Compression;
using System.Net;
using System.Text;
using Ingest.Api.Dashboard;
using Ingest.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Ingest.Web.Tests;

/// <summary>The files of the page as they are served; no browser needed.</summary>
public sealed class PageTests(PageTests.Host host) : IClassFixture<PageTests.Host>
{
    static readonly string Version = DashboardFiles.Embedded.Version;
    static readonly string[] Sinks = ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "setAttribute('style", "eval(", "new Function", "DOMParser", "setHTML"];


    [Fact]
    public async Task The_page_is_asked_for_each_time_and_names_files_that_are_kept_for_good()
    {
        using var page = await GetAsync("");
        Assert.Equal("no-cache", page.Headers.CacheControl?.ToString());
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var named = html.Split("\"assets/").Skip(1).Select(rest => rest[..rest.IndexOf('"', StringComparison.Ordinal)]).ToList();
        Assert.NotEmpty(named);
        foreach (var path in named)
        {
            using var file = await GetAsync($"assets/{path}");
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            Assert.Contains("immutable", file.Headers.CacheControl?.ToString());
        }
    }

    [Fact]
    public async Task The_page_names_every_script_so_that_a_browser_fetches_them_at_once()
    {
        using var page = await GetAsync("");
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.All(DashboardFiles.Embedded.All.Where(file => Path.GetExtension(file.Path) is ".js" or ".css"),
            file => Assert.Contains($"assets/{Version}/{file.Path}\"", html));
    }

    [Theory, InlineData("br"), InlineData("gzip"), InlineData(null)]
    public async Task A_file_comes_compressed_as_asked_with_a_tag_of_its_own_and_is_not_sent_twice(string? coding)
    {
        using var file = await GetAsync($"assets/{Version}/app.js", accept: coding);
        Assert.Equal(coding, file.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("text/javascript; charset=utf-8", file.Content.Headers.ContentType?.ToString());
        var body = await file.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using var plain = coding switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var text = new StreamReader(plain);
        Assert.Equal(await File.ReadAllTextAsync(Source("app.js"), TestContext.Current.CancellationToken), await text.ReadToEndAsync(TestContext.Current.CancellationToken));

        Assert.False(file.Headers.ETag!.IsWeak);
        using var again = await GetAsync($"assets/{Version}/app.js", accept: coding, etag: file.Headers.ETag.Tag);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        using var other = await GetAsync($"assets/{Version}/app.js", accept: coding is null ? "br" : null, etag: file.Headers.ETag.Tag);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Theory, InlineData(""), InlineData("assets/{v}/app.js"), InlineData("assets/{v}/styles/base.css"), InlineData("assets/{v}/favicon.svg")]
    public async Task Every_file_bears_a_policy_that_lets_nothing_in_from_outside(string path)
    {
        using var file = await GetAsync(path.Replace("{v}", Version, StringComparison.Ordinal));
        var policy = Assert.Single(file.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy);
        Assert.Contains("require-trusted-types-for 'script'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", Assert.Single(file.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(file.Headers.GetValues("Referrer-Policy")));
    }

    [Fact]
    public async Task A_page_from_before_an_update_gets_the_new_files_and_does_not_keep_them()
    {
        using var file = await GetAsync("assets/0123456789abcdef/app.js");
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Equal("no-cache", file.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("assets/{v}/nothing.js"), InlineData("assets/app.js"), InlineData("assets/"), InlineData("assets/{v}/"), InlineData("assets/{v}/../../appsettings.json")]
    [InlineData("assets/{v}/%2e%2e/%2e%2e/app.js"), InlineData("assets/{v}/..%2fapp.js"), InlineData("assets/{v}/app.js%00"), InlineData("assets/{v}/index.html")]
    public async Task There_is_nothing_else_to_get(string path)
    {
        using var file = await GetAsync(path.Replace("{v}", Version, StringComparison.Ordinal));
        Assert.Contains(file.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
    }

    [Fact]
    public async Task Asking_for_the_head_gives_the_length_and_no_body()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "");
        using var page = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(DashboardFiles.Embedded.Page.Content.Length, page.Content.Headers.ContentLength);
    }

    [Fact]
    public void Nobody_writes_markup_or_style_where_text_could_get_into_it()
    {
        Assert.All(DashboardFiles.Embedded.All.Where(file => file.Path.EndsWith(".js", StringComparison.Ordinal)), file =>
        {
            var script = Encoding.UTF8.GetString(file.Content.Span);
            Assert.All(Sinks, sink => Assert.DoesNotContain(sink, script, StringComparison.Ordinal));
        });
    }

    async Task<HttpResponseMessage> GetAsync(string path, string? accept = null, string? etag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept-Encoding", accept);
        if (etag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        return await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    static string Source(string path) => Path.Combine(Repository.Root, "src", "Ingest.Api", "Dashboard", "www", path);

    /// <summary>A host with the dashboard and nothing else.</summary>
    public sealed class Host : IAsyncLifetime
    {
        readonly WebApplication app;

        public Host()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            app = builder.Build();
            app.MapDashboard();
        }

        public HttpClient Client { get; } = new();

        public async ValueTask InitializeAsync()
        {
            await app.StartAsync();
            Client.BaseAddress = new Uri(app.Urls.Single());
        }

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            await app.DisposeAsync();
        }
    }
}
