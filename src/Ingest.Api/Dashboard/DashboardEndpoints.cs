using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ingest.Api.Dashboard;

/// <summary>The dashboard's two addresses, for both hosts. Neither asks for a key: the page has no data of its own.</summary>
public static class DashboardEndpoints
{
    /// <summary>GET and HEAD: the page.</summary>
    public const string PageRoute = "/";

    /// <summary>GET and HEAD: its scripts and styles.</summary>
    public const string AssetRoute = "assets/{*path}";

    /// <summary>The page.</summary>
    public static Task<IResult> PageAsync(HttpContext context) =>
        Task.FromResult<IResult>(new DashboardResult(DashboardFiles.Embedded.Page, forGood: false));

    /// <summary>A script or a style, by what stands after <c>assets/</c>; 404 where there is none of that name.</summary>
    public static Task<IResult> AssetAsync(HttpContext context, string? path) =>
        Task.FromResult<IResult>(DashboardFiles.Embedded.Find(path ?? "", out var current) is { } file
            ? new DashboardResult(file, forGood: current)
            : Results.Problem(statusCode: StatusCodes.Status404NotFound, title: "There is no such file.", detail: "Reload the page: it names the files that there are."));

    /// <summary>Puts both into a host that routes by itself.</summary>
    public static IEndpointRouteBuilder MapDashboard(this IEndpointRouteBuilder routes)
    {
        string[] methods = [HttpMethods.Get, HttpMethods.Head];
        routes.MapMethods(PageRoute, methods, (Delegate)PageAsync).ExcludeFromDescription();
        routes.MapMethods(AssetRoute, methods, (Delegate)AssetAsync).ExcludeFromDescription();
        return routes;
    }
}
