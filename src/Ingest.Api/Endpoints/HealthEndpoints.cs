using System.Reflection;
using Ingest.Api.Answers;
using Ingest.Api.Asking;
using Ingest.Storage.Reading;
using Microsoft.AspNetCore.Http;

namespace Ingest.Api.Endpoints;

/// <summary>How the app is.</summary>
/// <param name="Version">The app's version.</param>
public sealed record Liveness(string Version);

/// <summary>How the app and its storage are.</summary>
/// <param name="Ready">Whether blobs, tables and queues answer.</param>
/// <param name="Problem">What does not; where all do, why the last sweep could not list the container; null where all is well.</param>
/// <param name="Articles">Articles stored.</param>
/// <param name="Quotes">Their quotes.</param>
/// <param name="Backlog">Blobs seen and not yet ingested, as of the last sweep; null before the first.</param>
/// <param name="Poisoned">Messages on the poison queue, approximate as the service counts them.</param>
/// <param name="Version">The app's version.</param>
public sealed record Readiness(bool Ready, string? Problem, long Articles, long Quotes, int? Backlog, int Poisoned, string Version);

/// <summary>Whether the app is up, and whether it can work.</summary>
public sealed class HealthEndpoints(SummaryReader reader)
{
    static string Version { get; } =
        typeof(HealthEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";

    /// <summary>200 while the process answers. A restart cures nothing else, so storage is not asked.</summary>
    public static Task<IResult> LiveAsync(Arguments arguments) =>
        Task.FromResult<IResult>(new PlainJson(StatusCodes.Status200OK, WireJson.Bytes(new Liveness(Version))));

    /// <summary>200 where storage answers, otherwise 503; the same body in both cases.</summary>
    public async Task<IResult> ReadyAsync(Arguments arguments)
    {
        var health = await reader.HealthAsync(arguments.Stop);
        return new PlainJson(
            health.Reachable ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable,
            WireJson.Bytes(new Readiness(health.Reachable, health.Problem, health.Articles, health.Quotes, health.Backlog, health.Poisoned, Version)));
    }
}
