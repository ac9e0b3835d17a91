using Ingest.Api.Answers;
using Ingest.Api.Asking;
using Microsoft.AspNetCore.Http;

namespace Ingest.Api.OpenApi;

/// <summary>The interface, described.</summary>
public sealed class OpenApiEndpoints
{
    /// <summary>The media type of a description in OpenAPI.</summary>
    public const string MediaType = "application/vnd.oai.openapi+json";

    readonly Lazy<byte[]> document = new(() => WireJson.Bytes(OpenApiDocument.Write()));

    /// <summary>The OpenAPI document.</summary>
    public Task<IResult> DocumentAsync(Arguments arguments) => Task.FromResult<IResult>(new JsonAnswer(document.Value, MediaType));
}
