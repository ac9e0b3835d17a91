using Microsoft.AspNetCore.Http;

namespace Ingest.Api.Hosting;

/// <summary>Headers that keep a browser from doing more with an answer than showing it.</summary>
public static class SecurityHeaders
{
    /// <summary>The Content-Security-Policy of an answer: it is data, and loads nothing.</summary>
    public const string DataPolicy = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>Sets them.</summary>
    public static void Apply(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = DataPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}
