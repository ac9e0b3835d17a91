namespace Ingest.Api;

/// <summary>The routes, once, for both hosts, which put <see cref="Prefix"/> before them. (Functions' own prefix is off, by host.json: the dashboard stands at the root.)</summary>
public static class Routes
{
    /// <summary>What stands before every route.</summary>
    public const string Prefix = "api";

    /// <summary>GET: the days with their totals.</summary>
    public const string Dates = "summaries/dates";

    /// <summary>GET: a day.</summary>
    public const string Date = "summaries/dates/{date}";

    /// <summary>GET: speakers, by name or by number of quotes.</summary>
    public const string Speakers = "summaries/speakers";

    /// <summary>GET: a person or organisation.</summary>
    public const string Speaker = "summaries/speakers/{speaker}";

    /// <summary>GET: quotes.</summary>
    public const string Quotes = "quotes";

    /// <summary>GET: articles. POST: upload.</summary>
    public const string Articles = "articles";

    /// <summary>GET and DELETE: an article.</summary>
    public const string Article = "articles/{id}";

    /// <summary>GET: what became of uploads, by blob name.</summary>
    public const string Uploads = "uploads";

    /// <summary>GET: what was refused, and why.</summary>
    public const string Rejections = "rejections";

    /// <summary>GET: whether the app and its storage are ready, with the backlog.</summary>
    public const string Health = "health";

    /// <summary>GET: whether the process is up; asks nothing of storage.</summary>
    public const string Live = "health/live";

    /// <summary>GET: this interface, described.</summary>
    public const string OpenApi = "openapi.json";
}
