using Ingest.Api.Asking;
using Microsoft.AspNetCore.Http;

namespace Ingest.Api.Contract;

/// <summary>One thing that can be asked: a method on a route, with all that is promised about it.</summary>
public sealed record Operation
{
    /// <summary>The route without <see cref="Routes.Prefix"/>: one of <see cref="Routes"/>.</summary>
    public required string Route { get; init; }

    /// <summary>GET (HEAD comes with it), POST or DELETE.</summary>
    public required string Method { get; init; }

    /// <summary>The name for generated clients, in camelCase.</summary>
    public required string Id { get; init; }

    /// <summary>What it gives, in a line.</summary>
    public required string Summary { get; init; }

    /// <summary>More about it, in Markdown; null where the line says it all.</summary>
    public string? Description { get; init; }

    /// <summary>What it takes beside a body. Others are refused.</summary>
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    /// <summary>Media types of the body; empty where it takes none.</summary>
    public IReadOnlyList<string> Accepts { get; init; } = [];

    /// <summary>What it answers with, by status.</summary>
    public required IReadOnlyList<Reply> Replies { get; init; }

    /// <summary>Whether it answers without a key in Azure.</summary>
    public bool Anonymous { get; init; }

    /// <summary>Whether it takes an upload, which may last longer than a question.</summary>
    public bool Uploads => Accepts.Count > 0;

    /// <summary>Answers.</summary>
    public required Handler Handle { get; init; }
}

/// <summary>Answers a request whose parameters are read.</summary>
public delegate Task<IResult> Handler(IServiceProvider services, Arguments arguments);

/// <summary>An answer that an operation may give.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Description">When it is given.</param>
/// <param name="Body">The type whose JSON it carries; null where it carries none.</param>
/// <param name="List">The items' type where it is a list, which also comes as CSV and NDJSON; otherwise null.</param>
/// <param name="Tagged">Whether it has an ETag, and 304 in its place where the client has it.</param>
public sealed record Reply(int Status, string Description, Type? Body = null, Type? List = null, bool Tagged = false);
