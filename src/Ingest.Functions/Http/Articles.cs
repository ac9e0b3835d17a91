using Ingest.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Http;

/// <summary>Articles, and what became of uploads.</summary>
public sealed class Articles(IngestApi api)
{
    const string Prefix = Routes.Prefix + "/";

    /// <summary>Takes uploads.</summary>
    [Function(nameof(Upload))]
    public IResult Upload([HttpTrigger(AuthorizationLevel.Function, Route = Prefix + Routes.Articles)] HttpRequest request) =>
        api.Run(Routes.Articles, request.HttpContext);

    /// <summary>An article, to be read or taken out.</summary>
    [Function(nameof(Article))]
    public IResult Article([HttpTrigger(AuthorizationLevel.Function, Route = Prefix + Routes.Article)] HttpRequest request, string id) =>
        api.Run(Routes.Article, request.HttpContext, id);

    /// <summary>What became of uploads.</summary>
    [Function(nameof(Uploads))]
    public IResult Uploads([HttpTrigger(AuthorizationLevel.Function, Route = Prefix + Routes.Uploads)] HttpRequest request) =>
        api.Run(Routes.Uploads, request.HttpContext);

    /// <summary>What was refused, and why.</summary>
    [Function(nameof(Rejections))]
    public IResult Rejections([HttpTrigger(AuthorizationLevel.Function, Route = Prefix + Routes.Rejections)] HttpRequest request) =>
        api.Run(Routes.Rejections, request.HttpContext);
}
