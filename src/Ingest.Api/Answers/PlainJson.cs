using Microsoft.AspNetCore.Http;

namespace Ingest.Api.Answers;

/// <summary>JSON that is of the moment: no ETag.</summary>
sealed class PlainJson(int status, byte[] body) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.Headers.CacheControl = "no-store";
        response.ContentType = JsonAnswer.MediaType;
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method)) await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
