using Ingest.Api.Answers;
using Ingest.Api.Asking;
using Ingest.Storage.Reading;
using Microsoft.AspNetCore.Http;

namespace Ingest.Api.Endpoints;

/// <summary>What was not ingested.</summary>
public sealed class RejectionEndpoints(SummaryReader reader)
{
    /// <summary>What was refused or poisoned, and why, newest first.</summary>
    public Task<IResult> RejectionsAsync(Arguments arguments) =>
        Listing.AnswerAsync(arguments, Question.Of("rejections"), ListColumns.Rejections, "rejections", reader.RejectionsAsync);
}
