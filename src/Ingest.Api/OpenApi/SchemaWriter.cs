using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Ingest.Api.Answers;
using Ingest.Text;

namespace Ingest.Api.OpenApi;

/// <summary>
/// Writes the schemas of the types that answers carry, each under its name. They come from the serializer's own view of the types
/// (<see cref="JsonSchemaExporter"/>), so that they cannot say anything else than what is written.
/// </summary>
sealed class SchemaWriter
{
    static readonly JsonSerializerOptions Wire = new(WireJson.Options) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    /// <summary>The schemas that were asked for and those that they name.</summary>
    public JsonObject Components { get; } = [];

    /// <summary>A reference to the schema of <paramref name="type"/>.</summary>
    public JsonNode Of(Type type)
    {
        if (type == typeof(JsonObject)) return new JsonObject { ["type"] = "object" };
        var name = NameOf(type);
        if (!Components.ContainsKey(name))
        {
            Components[name] = null;
            Components[name] = Export(type);
        }
        return new JsonObject { ["$ref"] = $"#/components/schemas/{name}" };
    }

    /// <summary><c>PageOfStoredQuote</c> for <c>Page&lt;StoredQuote&gt;</c>.</summary>
    public static string NameOf(Type type) =>
        type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}Of{string.Concat(type.GetGenericArguments().Select(NameOf))}" : type.Name;

    JsonNode Export(Type root) => Wire.GetJsonSchemaAsNode(root, new JsonSchemaExporterOptions
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, schema) => Described(context, context.Path.Length == 0 ? schema : Named(context, schema)),
    });

    /// <summary>A type of the interface is referred to by name; its schema stands once.</summary>
    JsonNode Named(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (type == typeof(TextSpan)) return OrNull(Nullable.GetUnderlyingType(context.TypeInfo.Type) is not null, Span());
        if (context.TypeInfo.ElementType == typeof(TextSpan)) schema["items"] = Span();
        if (type.IsEnum) schema["type"] = "string";
        if (type.Namespace?.StartsWith("Ingest.", StringComparison.Ordinal) != true || type.IsEnum) return schema;
        var nullable = schema is JsonObject given && given["type"] is JsonArray types && types.Any(each => (string?)each is "null");
        return OrNull(nullable, Of(type).AsObject());
    }

    static JsonNode Described(JsonSchemaExporterContext context, JsonNode schema)
    {
        var said = context.PropertyInfo is { } property ? Docstrings.Of(property.DeclaringType, MemberOf(property)) : context.Path.Length == 0 ? Docstrings.Of(context.TypeInfo.Type) : null;
        if (said is not null && schema is JsonObject rules) rules.Insert(0, "description", said);
        return schema;
    }

    static string MemberOf(JsonPropertyInfo property) => (property.AttributeProvider as MemberInfo)?.Name ?? property.Name;

    static JsonObject Span() => new()
    {
        ["type"] = "array",
        ["items"] = new JsonObject { ["type"] = "integer", ["minimum"] = 0 },
        ["minItems"] = 2,
        ["maxItems"] = 2,
    };

    static JsonObject OrNull(bool nullable, JsonObject schema) =>
        nullable ? new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) } : schema;
}
