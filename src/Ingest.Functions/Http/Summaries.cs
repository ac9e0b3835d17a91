using Ingest.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Http;

/// <summary>Days, speakers and quotes. Every route takes all methods: which it answers is said in Ingest.Api, and the others are refused there.</summary>
public sealed class Summaries(IngestApi api)
{
    const string Prefix = Routes.Prefix + "/";

    /// <summary>The days with their totals.</summary>
    [Function(nameof(Dates))]
    public IResult Dates([HttpTrigger(AuthorizationLevel.Function, Route = Prefix + Routes.Dates)] HttpRequest request) =>
        api.Run(Routes.Dates, request.HttpContext);

    /// <summary>A day.</summary>
    [Function(nameof(Date))]
    public IResult Date([HttpTrigger(AuthorizationLevel.Function, Route = Prefix + Routes.Date)] HttpRequest request, string date) =>
        api.Run(Routes.Date, request.HttpContext, date);

    /// <summary>Speakers, by name or by number of quotes.</summary>
    [Function(nameof(Speakers))]
    public IResult Speakers([HttpTrigger(AuthorizationLevel.Function, Route = Prefix + Routes.Speakers)] HttpRequest request) =>
        api.Run(Routes.Speakers, request.HttpContext);

    /// <summary>A person or organisation.</summary>
    [Function(nameof(Speaker))]
    public IResult Speaker([HttpTrigger(AuthorizationLevel.Function, Route = Prefix + Routes.Speaker)] HttpRequest request, string speaker) =>
        api.Run(Routes.Speaker, request.HttpContext, speaker);

    /// <summary>Quotes.</summary>
    [Function(nameof(Quotes))]
    public IResult Quotes([HttpTrigger(AuthorizationLevel.Function, Route = Prefix + Routes.Quotes)] HttpRequest request) =>
        api.Run(Routes.Quotes, request.HttpContext);
}
