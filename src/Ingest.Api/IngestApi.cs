using Ingest.Api.Asking;
using Ingest.Api.Contract;
using Ingest.Api.Hosting;
using Ingest.Api.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ingest.Api;

/// <summary>
/// Answers the routes. Both hosts hand each request to <see cref="Run"/> with the route that matched, and execute the result; all that is common to the
/// routes happens here, so that it is the same in both: methods, parameters, limits in time, CORS, headers, and what becomes of exceptions.
/// </summary>
public sealed class IngestApi(IServiceProvider services, IOptions<HttpOptions> options, CrossOrigin crossOrigin, ILogger<IngestApi> logger)
{
    /// <summary>Answers a request.</summary>
    /// <param name="route">The route that matched: one of <see cref="Routes"/>.</param>
    /// <param name="context">The request.</param>
    /// <param name="segment">The value of the route's parameter, decoded; null where the route has none.</param>
    public IResult Run(string route, HttpContext context, string? segment = null)
    {
        SecurityHeaders.Apply(context.Response);
        crossOrigin.Apply(context);
        var operations = Operations.Of(route);
        if (HttpMethods.IsOptions(context.Request.Method)) return new Methods(operations, StatusCodes.Status204NoContent);
        var method = HttpMethods.IsHead(context.Request.Method) ? HttpMethods.Get : context.Request.Method;
        if (operations.FirstOrDefault(each => HttpMethods.Equals(each.Method, method)) is not { } operation) return new Methods(operations, StatusCodes.Status405MethodNotAllowed);
        if (!HttpMethods.IsGet(method) && crossOrigin.Refuses(context.Request) is { } refusal) return new ProblemAnswer(refusal);
        var arguments = Arguments.Read(operation, context, segment, out var problem);
        return problem is null ? new Deferred(each => AnswerAsync(arguments, each)) : new ProblemAnswer(problem);
    }

    /// <summary>Makes and writes the answer within the time that it may take; whatever is thrown becomes a problem.</summary>
    async Task AnswerAsync(Arguments arguments, HttpContext context)
    {
        var (operation, limits) = (arguments.Operation, options.Value);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        limit.CancelAfter(operation.Uploads ? limits.UploadTimeout : limits.AnswerTimeout);
        arguments.Stop = limit.Token;
        try
        {
            var result = await operation.Handle(services, arguments);
            await result.ExecuteAsync(context);
        }
        catch (OperationCanceledException) when (operation.Uploads && limit.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
        {
            await ProblemAnswer.WriteAsync(context, Problem.Of(StatusCodes.Status408RequestTimeout,
                $"The upload took longer than {limits.UploadTimeout.TotalSeconds:0} seconds. Send it in parts; what was stored already is harmless to send again."));
        }
        catch (Exception error)
        {
            await Failure.WriteAsync(context, error, logger);
        }
    }

    /// <summary>A result that is made when it is executed.</summary>
    sealed class Deferred(Func<HttpContext, Task> execute) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => execute(httpContext);
    }

    /// <summary>Which methods a route takes.</summary>
    sealed class Methods(IReadOnlyList<Operation> operations, int status) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var methods = operations.SelectMany(each => HttpMethods.IsGet(each.Method) ? [each.Method, HttpMethods.Head] : new[] { each.Method }).Append(HttpMethods.Options);
            var allow = string.Join(", ", methods);
            httpContext.Response.Headers.Allow = allow;
            if (status == StatusCodes.Status204NoContent) httpContext.Response.StatusCode = status;
            else await ProblemAnswer.WriteAsync(httpContext, Problem.Of(status, $"This route takes {allow}; {Fault.Quote(httpContext.Request.Method)} is none of them."));
        }
    }
}
