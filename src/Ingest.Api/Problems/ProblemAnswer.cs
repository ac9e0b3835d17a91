using Ingest.Api.Answers;
using Ingest.Api.Hosting;
using Microsoft.AspNetCore.Http;

namespace Ingest.Api.Problems;

/// <summary>Writes a problem.</summary>
public sealed class ProblemAnswer(Problem problem) : IResult
{
    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext) => WriteAsync(httpContext, problem);

    /// <summary>Writes <paramref name="problem"/> in place of whatever the response held; the response must not have started.</summary>
    public static async Task WriteAsync(HttpContext context, Problem problem)
    {
        var response = context.Response;
        SecurityHeaders.Apply(response);
        response.StatusCode = problem.Status;
        response.ContentType = Problem.MediaType;
        response.Headers.CacheControl = "no-store";
        var body = WireJson.Bytes(problem);
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }
}
