using Ingest.Api.Asking;
using Ingest.Api.Contract;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Ingest.Api.Answers;

/// <summary>In which form a client wants a list.</summary>
static class Negotiation
{
    public const string Csv = "text/csv";
    public const string Ndjson = "application/x-ndjson";

    /// <summary><c>format</c> where it is given; otherwise what Accept likes best, JSON first among equals; null where it likes none.</summary>
    public static ListFormat? Choose(Arguments arguments)
    {
        if (arguments.Get(Parameters.Format) is { } asked) return asked;
        var accepted = arguments.Context.Request.GetTypedHeaders().Accept;
        if (accepted.Count == 0) return ListFormat.Json;
        ListFormat? best = null;
        var quality = 0.0;
        foreach (var (format, media) in new[] { (ListFormat.Json, JsonAnswer.MediaType), (ListFormat.Csv, Csv), (ListFormat.Ndjson, Ndjson) })
        {
            var likes = Quality(accepted, new MediaTypeHeaderValue(media));
            if (likes > quality) (best, quality) = (format, likes);
        }
        return best;
    }

    // The most specific range that covers the type decides (RFC 9110, 12.5.1).
    static double Quality(IList<MediaTypeHeaderValue> accepted, MediaTypeHeaderValue media)
    {
        var (quality, rank) = (0.0, 0);
        foreach (var range in accepted)
        {
            if (!media.IsSubsetOf(new MediaTypeHeaderValue(range.MediaType))) continue;
            var specific = range.MatchesAllTypes ? 1 : range.MatchesAllSubTypes ? 2 : 3;
            if (specific >= rank) (quality, rank) = (range.Quality ?? 1, specific);
        }
        return quality;
    }
}
