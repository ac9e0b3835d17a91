using System.Globalization;
using System.Text.Json.Nodes;
using Ingest.Api.Answers;
using Ingest.Api.Contract;
using Ingest.Api.Problems;

namespace Ingest.Api.OpenApi;

/// <summary>Writes the OpenAPI 3.1 document from <see cref="Operations"/> and the types that they answer with.</summary>
public static class OpenApiDocument
{
    /// <summary>The document.</summary>
    public static JsonObject Write()
    {
        var schemas = new SchemaWriter();
        var paths = new JsonObject();
        foreach (var route in Operations.All.GroupBy(each => each.Route, StringComparer.Ordinal))
        {
            var path = new JsonObject();
            foreach (var operation in route)
            {
                path[operation.Method.ToLowerInvariant()] = Describe(operation, schemas);
            }
            paths[$"/{Routes.Prefix}/{route.Key}"] = path;
        }
        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "Ingest",
                ["version"] = typeof(OpenApiDocument).Assembly.GetName().Version?.ToString(3),
                ["description"] =
                    "Who said what, when: news articles go in, per-date and per-speaker summaries come out.\n\n" +
                    "Lists are pages, `{\"items\":[…],\"next\":…}`; `next` is null on the last page, and otherwise gives the page after it. " +
                    "With `Accept: text/csv` or `application/x-ndjson` (or `format=`) a list comes whole, as a stream. " +
                    "Answers have strong ETags. Every route takes OPTIONS, and HEAD where it takes GET. A parameter that a route does not have is refused. " +
                    "Errors are RFC 9457 problem details.",
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["security"] = new JsonArray(new JsonObject(), new JsonObject { ["key"] = new JsonArray() }, new JsonObject { ["keyInQuery"] = new JsonArray() }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas.Components,
                ["securitySchemes"] = new JsonObject
                {
                    ["key"] = Key("header", "x-functions-key"),
                    ["keyInQuery"] = Key("query", "code"),
                },
            },
        };
    }

    static JsonObject Key(string place, string name) => new()
    {
        ["type"] = "apiKey",
        ["in"] = place,
        ["name"] = name,
        ["description"] = "The function key, in Azure. The local host asks for none.",
    };

    static JsonObject Describe(Operation operation, SchemaWriter schemas)
    {
        var described = new JsonObject { ["operationId"] = operation.Id, ["summary"] = operation.Summary };
        if (operation.Description is not null) described["description"] = operation.Description;
        if (operation.Anonymous) described["security"] = new JsonArray();
        if (operation.Parameters.Count > 0) described["parameters"] = new JsonArray([.. operation.Parameters.Select(Describe)]);
        if (operation.Accepts.Count > 0)
        {
            var content = new JsonObject();
            foreach (var type in operation.Accepts) content[type] = new JsonObject { ["schema"] = BodySchema(type) };
            described["requestBody"] = new JsonObject { ["required"] = true, ["content"] = content };
        }
        var responses = new JsonObject();
        foreach (var reply in operation.Replies)
        {
            responses[reply.Status.ToString(CultureInfo.InvariantCulture)] = Describe(reply, schemas);
            if (reply.Tagged) responses["304"] = new JsonObject { ["description"] = "Not modified: the client has the answer whose ETag it sent in If-None-Match." };
        }
        described["responses"] = responses;
        return described;
    }

    static JsonObject Describe(Parameter parameter)
    {
        var described = new JsonObject
        {
            ["name"] = parameter.Name,
            ["in"] = parameter.Place == ParameterPlace.Path ? "path" : "query",
            ["description"] = $"{parameter.Description} Takes {parameter.Takes}.",
            ["schema"] = parameter.SchemaNode(),
        };
        if (parameter.Place == ParameterPlace.Path || parameter.Required) described["required"] = true;
        return described;
    }

    // Binary bodies have no schema in 3.1; a form's file is a string of any media type.
    static JsonObject BodySchema(string type) => type switch
    {
        "text/plain" => new JsonObject { ["type"] = "string", ["description"] = "An article in the upload format." },
        "multipart/form-data" => new JsonObject
        {
            ["type"] = "object",
            ["description"] = "Parts with a file name, whatever they are called: articles, or archives of them.",
            ["additionalProperties"] = new JsonObject { ["contentMediaType"] = "application/octet-stream" },
        },
        _ => [],
    };

    static JsonObject Describe(Reply reply, SchemaWriter schemas)
    {
        var described = new JsonObject { ["description"] = reply.Description };
        if (reply.Tagged)
        {
            described["headers"] = new JsonObject
            {
                ["ETag"] = new JsonObject { ["description"] = "Strong; for If-None-Match. CSV and NDJSON have none.", ["schema"] = new JsonObject { ["type"] = "string" } },
            };
        }
        if (reply.Body is null) return described;
        var media = reply.Body == typeof(Problem) ? Problem.MediaType : reply.Body == typeof(JsonObject) ? OpenApiEndpoints.MediaType : JsonAnswer.MediaType;
        var content = new JsonObject { [media] = new JsonObject { ["schema"] = schemas.Of(reply.Body) } };
        if (reply.List is not null)
        {
            content[Negotiation.Csv] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string", ["description"] = "RFC 4180, with a header line." } };
            content[Negotiation.Ndjson] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string", ["description"] = $"A {SchemaWriter.NameOf(reply.List)} a line." } };
        }
        described["content"] = content;
        return described;
    }
}
