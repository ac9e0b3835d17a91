using Ingest.Api.Contract;
using Ingest.Api.Endpoints;
using Ingest.Api.Hosting;
using Ingest.Api.OpenApi;
using Ingest.Api.Problems;
using Ingest.Api.Uploads;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ingest.Api;

/// <summary>Puts the HTTP interface into a host.</summary>
public static class IngestApiSetup
{
    /// <summary>Registers what answers the routes; both hosts. Storage is registered by itself.</summary>
    public static IServiceCollection AddIngestApi(this IServiceCollection services)
    {
        services.AddOptions<HttpOptions>().BindConfiguration(HttpOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<HttpOptions>, HttpOptionsCheck>();
        services.AddSingleton<IngestApi>();
        services.AddSingleton<CrossOrigin>();
        services.AddSingleton<Intake>();
        services.AddSingleton<DateEndpoints>();
        services.AddSingleton<SpeakerEndpoints>();
        services.AddSingleton<QuoteEndpoints>();
        services.AddSingleton<ArticleEndpoints>();
        services.AddSingleton<UploadEndpoints>();
        services.AddSingleton<StatusEndpoints>();
        services.AddSingleton<RejectionEndpoints>();
        services.AddSingleton<OpenApiEndpoints>();
        services.AddSingleton<HealthEndpoints>();
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, Problem.MediaType, "application/x-ndjson", "text/csv", OpenApiEndpoints.MediaType];
        });
        return services;
    }

    /// <summary>Answers under <c>/api</c>, compressed where the client takes that; the local host.</summary>
    public static void MapIngestApi(this WebApplication app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments($"/{Routes.Prefix}", StringComparison.Ordinal), branch =>
        {
            branch.UseMiddleware<EncodedTags>();
            branch.UseResponseCompression();
        });
        foreach (var route in Operations.All.Select(each => each.Route).Distinct())
        {
            app.Map($"/{Routes.Prefix}/{route}", context => app.Services.GetRequiredService<IngestApi>().Run(route, context, SegmentOf(route, context)).ExecuteAsync(context));
        }
        app.Map($"/{Routes.Prefix}/{{**path}}", context => ProblemAnswer.WriteAsync(context, Problem.NotFound(
            $"There is no such route. GET /{Routes.Prefix}/{Routes.OpenApi} describes those that there are.")));
    }

    static string? SegmentOf(string route, HttpContext context)
    {
        var open = route.IndexOf('{', StringComparison.Ordinal);
        return open < 0 ? null : context.GetRouteValue(route[(open + 1)..^1]) as string;
    }
}
