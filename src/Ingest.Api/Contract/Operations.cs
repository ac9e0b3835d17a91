using System.Text.Json.Nodes;
using Ingest.Api.Asking;
using Ingest.Api.Endpoints;
using Ingest.Api.OpenApi;
using Ingest.Api.Problems;
using Ingest.Api.Uploads;
using Ingest.Storage.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using static Ingest.Api.Contract.Parameters;

namespace Ingest.Api.Contract;

/// <summary>
/// The interface, whole, as one table: the local host maps it, the OpenAPI document is written from it, and a test holds the functions against it.
/// </summary>
public static class Operations
{
    /// <summary>Every operation.</summary>
    public static IReadOnlyList<Operation> All { get; } =
    [
        new()
        {
            Route = Routes.Dates, Method = "GET", Id = "listDays", Summary = "The days that hold articles, newest first, with their totals.",
            Parameters = [From, To, Size, Next, Format], Replies = [List<DayTotals>("The days."), .. Refusals(406)], Handle = By<DateEndpoints>(each => each.DaysAsync),
        },
        new()
        {
            Route = Routes.Date, Method = "GET", Id = "getDay", Summary = "What was said on a day, and by whom: totals, sources, speakers with counts, articles.",
            Description = "The articles come in pages, newest upload first; the rest of the answer is the same on each page. Speakers are the day's 100 most quoted.",
            Parameters = [DateOfPath, Size, Next], Replies = [One<DateSummary>("The day."), .. Refusals(404)], Handle = By<DateEndpoints>(each => each.DateAsync),
        },
        new()
        {
            Route = Routes.Speakers, Method = "GET", Id = "listSpeakers", Summary = "Who is quoted: by name, or the most quoted first, of all time or of a range of days.",
            Parameters = [Prefix, From, To, Top, Order, Size, Next, Format], Replies = [List<SpeakerEntry>("The speakers; counts are those of the range."), .. Refusals(406)],
            Handle = By<SpeakerEndpoints>(each => each.SpeakersAsync),
        },
        new()
        {
            Route = Routes.Speaker, Method = "GET", Id = "getSpeaker",
            Summary = "A person or organisation: names, roles over time, totals, days, types, sources, who is quoted beside them, the latest quotes.",
            Description = "The token in `latest.next` goes on here or in `GET /api/quotes?speaker=`. A 404 suggests speakers with a like name.",
            Parameters = [SpeakerOfPath, Size, Next], Replies = [One<SpeakerSummary>("The speaker."), .. Refusals(404)], Handle = By<SpeakerEndpoints>(each => each.SpeakerAsync),
        },
        new()
        {
            Route = Routes.Quotes, Method = "GET", Id = "listQuotes", Summary = "Quotes, newest first, by who said them, when, how, whom they name, or their very words.",
            Description = "What is not given does not narrow. `date` is one day; `from` and `to` are a range. `saying` gives every place where these words are quoted.",
            Parameters = [Speaker, Date, From, To, Contract.Parameters.Type, Mentions, Saying, Size, Next, Format], Replies = [List<StoredQuote>("The quotes."), .. Refusals(406)],
            Handle = By<QuoteEndpoints>(each => each.QuotesAsync),
        },
        new()
        {
            Route = Routes.Articles, Method = "GET", Id = "listArticles", Summary = "Articles, of the newest day first, by their date.",
            Description = "What is not given does not narrow. `date` is one day; `from` and `to` are a range.",
            Parameters = [Date, From, To, Size, Next, Format], Replies = [List<ArticleCard>("The articles."), .. Refusals(406)], Handle = By<ArticleEndpoints>(each => each.ArticlesAsync),
        },
        new()
        {
            Route = Routes.Articles, Method = "POST", Id = "uploadArticles", Summary = "Uploads articles: one as plain text, many as a form, a zip, or a gzip (of one file or of a tar).",
            Description =
                "Each file is read at once: what is no article is told in `refused` and not stored. What is in `accepted` stands in the container and is ingested next; `status` tells when. " +
                "An upload is stored whole or not at all where it breaks a bound (413) or is damaged (400). Blobs are named by content, so that a repeat is harmless, with an `Idempotency-Key` or without.",
            Parameters = [Name], Accepts = Unpacking.MediaTypes,
            Replies = [new(202, "What was accepted and what was refused. `Location` is the article where it is one.", typeof(UploadAnswer)), .. Refusals(403, 408, 413, 415, 422, 429, 507)],
            Handle = By<UploadEndpoints>(each => each.UploadAsync),
        },
        new()
        {
            Route = Routes.Article, Method = "GET", Id = "getArticle", Summary = "An article: its text, its paragraphs, its quotes and where they stand in the text.",
            Description = "Spans are `[start,end]`: UTF-16 code units of `text`, end exclusive.",
            Parameters = [Contract.Parameters.Id], Replies = [One<StoredArticle>("The article."), .. Refusals(404)], Handle = By<ArticleEndpoints>(each => each.ArticleAsync),
        },
        new()
        {
            Route = Routes.Article, Method = "DELETE", Id = "deleteArticle", Summary = "Takes an article out: its blob, its quotes, and all its counts.",
            Parameters = [Contract.Parameters.Id], Replies = [new(204, "It is gone."), .. Refusals(403, 404)], Handle = By<ArticleEndpoints>(each => each.DeleteAsync),
        },
        new()
        {
            Route = Routes.Uploads, Method = "GET", Id = "getUploads", Summary = "What became of uploads, by the names of their blobs.",
            Parameters = [Blob], Replies = [One<UploadStandings>("One item for each blob asked after, in that order."), .. Refusals()], Handle = By<StatusEndpoints>(each => each.UploadsAsync),
        },
        new()
        {
            Route = Routes.Rejections, Method = "GET", Id = "listRejections", Summary = "What was refused or poisoned, and why, newest first.",
            Parameters = [Size, Next, Format], Replies = [List<Rejection>("The rejections."), .. Refusals(406)], Handle = By<RejectionEndpoints>(each => each.RejectionsAsync),
        },
        new()
        {
            Route = Routes.Health, Method = "GET", Id = "getHealth", Summary = "Whether storage answers, how much is stored, and what waits.", Anonymous = true,
            Replies = [new(200, "Ready.", typeof(Readiness)), new(503, "Storage does not answer.", typeof(Readiness)), .. Refusals().Where(each => each.Status != 503)],
            Handle = By<HealthEndpoints>(each => each.ReadyAsync),
        },
        new()
        {
            Route = Routes.Live, Method = "GET", Id = "getLiveness", Summary = "Whether the process is up.", Anonymous = true,
            Replies = [new(200, "It is.", typeof(Liveness)), .. Refusals()], Handle = (_, arguments) => HealthEndpoints.LiveAsync(arguments),
        },
        new()
        {
            Route = Routes.OpenApi, Method = "GET", Id = "getOpenApi", Summary = "This description.", Anonymous = true,
            Replies = [new(200, "The OpenAPI document.", typeof(JsonObject), Tagged: true), .. Refusals()],
            Handle = By<OpenApiEndpoints>(each => each.DocumentAsync),
        },
    ];

    /// <summary>The operations on <paramref name="route"/>.</summary>
    public static IReadOnlyList<Operation> Of(string route) => [.. All.Where(each => string.Equals(each.Route, route, StringComparison.Ordinal))];

    static Handler By<T>(Func<T, Func<Arguments, Task<IResult>>> choose)
        where T : notnull => (services, arguments) => choose(services.GetRequiredService<T>())(arguments);

    static Reply One<T>(string description) => new(200, description, typeof(T), Tagged: true);

    static Reply List<T>(string description) => new(200, description, typeof(Page<T>), List: typeof(T), Tagged: true);

    /// <summary>The problems that every operation may answer with, and those of <paramref name="statuses"/>.</summary>
    static IEnumerable<Reply> Refusals(params IEnumerable<int> statuses) =>
        statuses.Append(400).Append(500).Append(503).Order().Select(status => new Reply(status, status switch
        {
            400 => "A parameter, or the body, is not what it should be; `errors` names each.",
            403 => "A page of an origin that is not allowed sent it.",
            404 => "There is no such thing.",
            406 => "The list does not come in a form that Accept takes.",
            408 => "The upload took too long.",
            413 => "The upload is too large, holds too many files, or unpacks to too much.",
            415 => "Articles do not come in this type.",
            422 => "No file of the upload is an article.",
            429 => "Too many uploads at a time; `Retry-After` tells when to try again.",
            507 => "The server's disk has no room for the upload.",
            500 => "An error that nobody foresaw; the log has it under `traceId`.",
            _ => "Storage does not answer, or not in time; `Retry-After` tells when to try again.",
        }, typeof(Problem)));
}
