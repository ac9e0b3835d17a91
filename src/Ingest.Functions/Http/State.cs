using Ingest.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Http;

/// <summary>How the app is, and what it can be asked: for monitors and newcomers, who have no key.</summary>
public sealed class State(IngestApi api)
{
    const string Prefix = Routes.Prefix + "/";

    /// <summary>Whether the app and its storage are ready.</summary>
    [Function(nameof(Health))]
    public IResult Health([HttpTrigger(AuthorizationLevel.Anonymous, Route = Prefix + Routes.Health)] HttpRequest request) =>
        api.Run(Routes.Health, request.HttpContext);

    /// <summary>Whether the process is up.</summary>
    [Function(nameof(Live))]
    public IResult Live([HttpTrigger(AuthorizationLevel.Anonymous, Route = Prefix + Routes.Live)] HttpRequest request) =>
        api.Run(Routes.Live, request.HttpContext);

    /// <summary>The interface, described.</summary>
    [Function(nameof(OpenApi))]
    public IResult OpenApi([HttpTrigger(AuthorizationLevel.Anonymous, Route = Prefix + Routes.OpenApi)] HttpRequest request) =>
        api.Run(Routes.OpenApi, request.HttpContext);
}
