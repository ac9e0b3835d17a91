using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Grpc.Messages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace Ingest.Functions.Tests.Host;

/// <summary>
/// Where people's requests come in. Each goes two ways to the worker, as the Functions host sends it: an invocation on the stream, and the request
/// itself to the worker's own server, with the invocation's id in a header.
/// </summary>
public sealed class HttpFront : IAsyncDisposable
{
    const string InvocationHeader = "x-ms-invocation-id";

    readonly WebApplication server;
    readonly HttpMessageInvoker invoker = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false });

    HttpFront(WebApplication app)
    {
        server = app;
        Address = new Uri(app.Urls.Single());
    }

    public Uri Address { get; }

    /// <summary>Serves the routes of these functions. Two routes that take one request are an error, as they must never overlap.</summary>
    public static async Task<HttpFront> StartAsync(WorkerLink link, IEnumerable<LoadedFunction> functions)
    {
        ArgumentNullException.ThrowIfNull(functions);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(server => server.Limits.MaxRequestBodySize = null);
        builder.Services.AddHttpForwarder();
        var app = builder.Build();
        HttpFront? front = null;
        foreach (var function in functions)
        {
            Task Call(HttpContext context) => front!.ForwardAsync(context, link, function);
            if (function.Methods is { } methods) app.MapMethods(function.Route, methods, Call);
            else app.Map(function.Route, Call);
        }

        await app.StartAsync();
        return front = new HttpFront(app);
    }

    async Task ForwardAsync(HttpContext context, WorkerLink link, LoadedFunction function)
    {
        var http = new RpcHttp { Method = context.Request.Method, Url = $"{Address}{context.Request.Path.Value!.TrimStart('/')}{context.Request.QueryString}" };
        var request = function.Invocation(new() { Http = http });
        foreach (var (name, value) in context.Request.RouteValues)
        {
            http.Params[name] = value?.ToString() ?? "";
            request.TriggerMetadata[name] = new() { String = value?.ToString() ?? "" };
        }

        var invocation = link.InvokeAsync(request);
        await server.Services.GetRequiredService<IHttpForwarder>().SendAsync(context, link.HttpAddress, invoker, ForwarderRequestConfig.Empty, (_, forwarded) =>
        {
            forwarded.Headers.Add(InvocationHeader, request.InvocationId);
            return default;
        });
        await invocation;
    }

    public async ValueTask DisposeAsync()
    {
        await server.StopAsync();
        await server.DisposeAsync();
        invoker.Dispose();
    }
}
