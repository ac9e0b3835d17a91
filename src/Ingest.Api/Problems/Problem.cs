using System.Text.Json.Serialization;
using Ingest.Api.Uploads;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Ingest.Api.Problems;

/// <summary>What went wrong, as RFC 9457 has it (<c>application/problem+json</c>).</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">The status in words.</param>
/// <param name="Detail">What happened and what to do, in a sentence or two.</param>
public sealed record Problem(int Status, string Title, string Detail)
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>No type of its own: the status and the members below tell the kinds apart.</summary>
    [JsonPropertyOrder(-1)]
    public string Type { get; init; } = "about:blank";

    /// <summary>Each parameter that is wrong, on a 400.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ParameterFault>? Errors { get; init; }

    /// <summary>Speakers whose names are like the one asked for, on a 404.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SpeakerName>? Suggestions { get; init; }

    /// <summary>Each file that was refused and why, where an upload had none that was not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<RefusedUpload>? Refused { get; init; }

    /// <summary>Under which the log has the cause, on a 500 or 503.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraceId { get; init; }

    /// <summary>A problem of this status.</summary>
    public static Problem Of(int status, string detail) => new(status, ReasonPhrases.GetReasonPhrase(status), detail);

    /// <summary>Nothing there.</summary>
    public static Problem NotFound(string detail) => Of(StatusCodes.Status404NotFound, detail);

    /// <summary>Parameters that are not what they should be.</summary>
    public static Problem BadParameters(IReadOnlyList<ParameterFault> faults) =>
        Of(StatusCodes.Status400BadRequest, string.Join(" ", faults.Select(Sentence))) with { Errors = faults };

    /// <summary>One parameter that is not what it should be.</summary>
    public static Problem BadParameter(string parameter, string? given, string detail) => BadParameters([new ParameterFault(parameter, given, detail)]);

    static string Sentence(ParameterFault fault) =>
        string.IsNullOrEmpty(fault.Given) ? $"The parameter {fault.Parameter}: {fault.Detail}." : $"The parameter {fault.Parameter} was given \"{fault.Given}\": {fault.Detail}.";
}

/// <summary>A parameter that is not what it should be.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="Given">What was given, shortened; null where that is not the point.</param>
/// <param name="Detail">What is wrong with it, and what it takes.</param>
public sealed record ParameterFault(string Parameter, string? Given, string Detail);

/// <summary>A speaker by slug and name.</summary>
public sealed record SpeakerName(string Slug, string Name);
