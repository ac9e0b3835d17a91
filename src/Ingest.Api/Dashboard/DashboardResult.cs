using Ingest.Api.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Ingest.Api.Dashboard;

/// <summary>Sends a file of the dashboard: compressed as the browser takes it, or 304 where the browser has it.</summary>
/// <param name="file">What is sent.</param>
/// <param name="forGood">Whether its address names this content for good; otherwise the browser has to ask each time.</param>
public sealed class DashboardResult(DashboardFile file, bool forGood) : IResult
{
    /// <summary>
    /// Nothing but the app's own files runs, shows or is asked; text never becomes markup (Trusted Types, without a single policy); no other
    /// page may frame it.
    /// </summary>
    public const string ContentSecurityPolicy =
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
        "require-trusted-types-for 'script'; trusted-types 'none'";

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var coding = CodingFor(httpContext.Request);
        var etag = file.ETag(coding);
        var response = httpContext.Response;
        SecurityHeaders.Apply(response);
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers.ETag = etag;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        response.Headers.CacheControl = forGood ? "public, max-age=31536000, immutable" : "no-cache";
        if (Has(httpContext.Request, etag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var content = file.In(coding);
        response.ContentType = file.ContentType;
        response.ContentLength = content.Length;
        if (coding is not null) response.Headers.ContentEncoding = coding;
        if (!HttpMethods.IsHead(httpContext.Request.Method)) await response.Body.WriteAsync(content, httpContext.RequestAborted);
    }

    static string? CodingFor(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        bool Takes(string coding) => accepted.Any(one => one.Value.Equals(coding, StringComparison.OrdinalIgnoreCase) && one.Quality is not 0);
        return Takes("br") ? "br" : Takes("gzip") ? "gzip" : null;
    }

    static bool Has(HttpRequest request, string etag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(one => one.Tag == "*" || one.Tag == etag);
}
