using Ingest.Api.Dashboard;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Http;

/// <summary>The dashboard at the app's root. It asks for a key when it asks the interface.</summary>
public static class Dashboard
{
    /// <summary>
    /// Matches the root and nothing else. An empty route would be the function's name to the host, and <c>/</c> is no route to the worker, which puts a
    /// slash before each.
    /// </summary>
    const string Root = "{nothing:maxlength(0)?}";

    /// <summary>The page.</summary>
    [Function(nameof(Page))]
    public static Task<IResult> Page([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Root)] HttpRequest request) =>
        DashboardEndpoints.PageAsync(request.HttpContext);

    /// <summary>Its scripts and styles.</summary>
    [Function(nameof(Asset))]
    public static Task<IResult> Asset([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = DashboardEndpoints.AssetRoute)] HttpRequest request, string? path) =>
        DashboardEndpoints.AssetAsync(request.HttpContext, path);
}
