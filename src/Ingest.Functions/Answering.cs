using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Ingest.Functions;

/// <summary>
/// Writes the answers of HTTP functions, and turns what they throw into problem details: the host itself would answer an empty 500. What other
/// functions throw goes through, since the host retries by it.
/// </summary>
sealed partial class Answering(ILogger<Answering> log) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        try
        {
            await next(context);
            // Here and not after the middleware, so that an error while the answer is written is caught too.
            var result = context.GetInvocationResult();
            if (result.Value is not IResult answer) return;
            await answer.ExecuteAsync(http);
            result.Value = Results.Empty;
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be answered.
        }
        catch (Exception error)
        {
            LogUnhandled(log, error, context.FunctionDefinition.Name, context.InvocationId);
            if (http.Response.HasStarted)
            {
                // Half an answer must not pass for a whole one.
                http.Abort();
                return;
            }

            http.Response.Clear();
            context.GetInvocationResult().Value = Results.Problem(
                statusCode: StatusCodes.Status500InternalServerError, title: "The app failed.",
                detail: "It is in the log with the id beside this. Try again; if it stays, tell whoever runs the app.",
                extensions: new Dictionary<string, object?> { ["invocation"] = context.InvocationId });
        }
    }

    [LoggerMessage(1, LogLevel.Error, "{Function} threw in invocation {Invocation}")]
    static partial void LogUnhandled(ILogger log, Exception error, string function, string invocation);
}
