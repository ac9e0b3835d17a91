using Ingest.Api.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Ingest.Functions;

/// <summary>
/// Writes the answers of HTTP functions, and turns what they throw into problem details: the host itself would answer an empty 500. What other
/// functions throw goes through, since the host retries by it.
/// </summary>
sealed class Answering(ILogger<Answering> log) : IFunctionsWorkerMiddleware
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
        catch (Exception error)
        {
            await Failure.WriteAsync(http, error, log);
            context.GetInvocationResult().Value = Results.Empty;
        }
    }
}
