using System.Diagnostics;
using Azure;
using Ingest.Api.Contract;
using Ingest.Storage.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ingest.Api.Problems;

/// <summary>Turns an exception into a problem that shows neither stack trace nor key; both hosts end in it.</summary>
public static class Failure
{
    /// <summary>
    /// Logs the exception and answers with a problem. Where the answer has begun, cuts the connection, so that nobody takes half an answer
    /// for the whole. Does nothing for a client that went away.
    /// </summary>
    public static async Task WriteAsync(HttpContext context, Exception exception, ILogger logger)
    {
        if (context.RequestAborted.IsCancellationRequested) return;
        var traceId = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
        var problem = Explain(exception);
        if (problem.Status >= StatusCodes.Status500InternalServerError)
        {
            logger.LogError(exception, "{Method} {Path} failed ({TraceId})", context.Request.Method, context.Request.Path, traceId);
            problem = problem with { TraceId = traceId };
        }
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }
        var headers = context.Response.Headers;
        headers.ContentLength = null;
        headers.ETag = default;
        headers.ContentDisposition = default;
        headers.Location = default;
        if (problem.Status == StatusCodes.Status503ServiceUnavailable) headers.RetryAfter = "5";
        await ProblemAnswer.WriteAsync(context, problem);
    }

    static Problem Explain(Exception exception) => exception switch
    {
        BadHttpRequestException bad => Problem.Of(bad.StatusCode, bad.StatusCode switch
        {
            StatusCodes.Status413PayloadTooLarge => "The request is larger than this server takes.",
            StatusCodes.Status408RequestTimeout => "The request's body came too slowly.",
            _ => "The request is not well-formed HTTP.",
        }),
        MalformedTokenException => Problem.BadParameter(Parameters.Next.Name, null, $"it takes {Parameters.Next.Takes}"),
        OperationCanceledException or TimeoutException => Problem.Of(StatusCodes.Status503ServiceUnavailable,
            "The answer took longer than this server allows. Try again, or ask for less (a shorter range, a smaller size)."),
        RequestFailedException or AggregateException { InnerException: RequestFailedException } or HttpRequestException => Problem.Of(StatusCodes.Status503ServiceUnavailable,
            "Storage does not answer as it should. Try again in a moment; GET /api/health tells how it is."),
        IOException full when DiskFull.Is(full) => Problem.Of(StatusCodes.Status507InsufficientStorage,
            "The disk of the server has no room for this. Nothing of it was stored. Send less at a time, or tell those who run the server."),
        _ => Problem.Of(StatusCodes.Status500InternalServerError, "An error that nobody foresaw. The log has it under the traceId."),
    };
}
