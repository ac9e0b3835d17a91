using Ingest.Api.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Ingest.Api.Hosting;

/// <summary>
/// What pages of other origins may do: nothing, unless their origin is in <c>Ingest:Cors:Origins</c> (a list, or one text with commas). Those may read and
/// write, without credentials. In Azure the platform answers preflights by its own setting before a request gets here.
/// </summary>
public sealed class CrossOrigin(IConfiguration configuration)
{
    /// <summary>Where the configuration holds the origins.</summary>
    public const string Section = "Ingest:Cors:Origins";

    const string RequestHeaders = "Content-Type, Idempotency-Key, If-None-Match, X-Functions-Key";
    const string ResponseHeaders = "ETag, Location, Retry-After, Content-Disposition";

    readonly HashSet<string> origins = Read(configuration.GetSection(Section));

    /// <summary>Lets an origin of the list read the answer, and answers its preflight.</summary>
    public void Apply(HttpContext context)
    {
        if (origins.Count == 0) return;
        var headers = context.Response.Headers;
        headers.Append("Vary", "Origin");
        var origin = context.Request.Headers.Origin.ToString();
        if (!origins.Contains(origin)) return;
        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlExposeHeaders = ResponseHeaders;
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        if (!HttpMethods.IsOptions(context.Request.Method)) return;
        headers.AccessControlAllowMethods = "GET, HEAD, POST, DELETE, OPTIONS";
        headers.AccessControlAllowHeaders = RequestHeaders;
        headers.AccessControlMaxAge = "600";
    }

    /// <summary>
    /// Why a request that changes something is not taken: a page of another origin sent it, which a browser does without asking for plain text
    /// and forms. Null where it is taken. Clients that are no browsers send neither header.
    /// </summary>
    public Problem? Refuses(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origins.Contains(origin)) return null;
        var foreign = request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site
            ? site is not ("same-origin" or "none")
            : origin.Length > 0 && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
        return foreign ? Problem.Of(StatusCodes.Status403Forbidden, $"A page of another origin may not change anything here. Its origin can be allowed by the setting {Section}.") : null;
    }

    static HashSet<string> Read(IConfigurationSection section)
    {
        var given = section.Value?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        return given.Concat(section.GetChildren().Select(each => each.Value).OfType<string>()).Select(each => each.TrimEnd('/')).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
