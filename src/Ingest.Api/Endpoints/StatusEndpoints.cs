using Ingest.Api.Answers;
using Ingest.Api.Asking;
using Ingest.Api.Contract;
using Ingest.Storage.Reading;
using Microsoft.AspNetCore.Http;

namespace Ingest.Api.Endpoints;

/// <summary>How far an upload has come.</summary>
public enum UploadStage
{
    /// <summary>There is no such blob, and nothing is known of one.</summary>
    Unknown,

    /// <summary>It stands in the container and was not ingested yet, in this version of it.</summary>
    Waiting,

    /// <summary>Its article is stored.</summary>
    Stored,

    /// <summary>A later version of its article is stored, from another blob.</summary>
    Superseded,

    /// <summary>It is no article.</summary>
    Refused,

    /// <summary>Storage failed on it until it went to the poison queue.</summary>
    Poisoned,
}

/// <summary>What became of an upload.</summary>
/// <param name="Blob">The name of its blob.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Uploaded">When the blob was last modified; null where unknown.</param>
/// <param name="ArticleId">The article in it; null until it is ingested, and where it was refused.</param>
/// <param name="Title">Its headline; likewise.</param>
/// <param name="Quotes">How many quotes are stored of it.</param>
/// <param name="Reason">Why it was refused or poisoned; null otherwise.</param>
public sealed record UploadStanding(string Blob, UploadStage State, DateTimeOffset? Uploaded, string? ArticleId, string? Title, int Quotes, string? Reason);

/// <summary>What became of uploads.</summary>
/// <param name="Items">One for each blob asked after, in that order.</param>
public sealed record UploadStandings(IReadOnlyList<UploadStanding> Items);

/// <summary>What became of what was uploaded.</summary>
public sealed class StatusEndpoints(SummaryReader reader)
{
    const int AtATime = 16;

    /// <summary>Where each blob stands.</summary>
    public async Task<IResult> UploadsAsync(Arguments arguments)
    {
        var blobs = arguments.Each(Parameters.Blob);
        var standings = new UploadStanding[blobs.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = arguments.Stop };
        await Parallel.ForAsync(0, blobs.Count, parallel, async (i, stop) => standings[i] = Stands(blobs[i], await reader.UploadAsync(blobs[i], stop)));
        return JsonAnswer.Of(new UploadStandings(standings));
    }

    static UploadStanding Stands(string blob, UploadStatus? status) => status is null
        ? new UploadStanding(blob, UploadStage.Unknown, null, null, null, 0, null)
        : new UploadStanding(blob, status.State switch
        {
            UploadState.Stored => UploadStage.Stored,
            UploadState.Superseded => UploadStage.Superseded,
            UploadState.Refused => UploadStage.Refused,
            UploadState.Poisoned => UploadStage.Poisoned,
            _ => UploadStage.Waiting,
        }, status.Uploaded, status.ArticleId, status.Title, status.Quotes, status.Reason);
}
