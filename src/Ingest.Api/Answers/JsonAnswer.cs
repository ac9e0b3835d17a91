using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Ingest.Api.Answers;

/// <summary>
/// JSON with a strong ETag, the hash of its bytes; 304 where the client has them already (RFC 9110, 13.1.2).
/// </summary>
/// <param name="body">The answer in UTF-8.</param>
/// <param name="mediaType">Its media type.</param>
public sealed class JsonAnswer(byte[] body, string mediaType = JsonAnswer.MediaType) : IResult
{
    /// <summary>Plain JSON.</summary>
    public const string MediaType = "application/json";

    /// <summary><paramref name="value"/> as JSON.</summary>
    public static JsonAnswer Of<T>(T value) => new(WireJson.Bytes(value));

    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var tag = new EntityTagHeaderValue($"\"{Base64Url.EncodeToString(SHA256.HashData(body).AsSpan(0, 16))}\"");
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = "private, no-cache";
        if (HasIt(httpContext.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = mediaType;
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method)) await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    static bool HasIt(HttpRequest request, EntityTagHeaderValue tag)
    {
        foreach (var each in request.GetTypedHeaders().IfNoneMatch)
        {
            if (each.Equals(EntityTagHeaderValue.Any) || each.Compare(tag, useStrongComparison: false)) return true;
        }
        return false;
    }
}
