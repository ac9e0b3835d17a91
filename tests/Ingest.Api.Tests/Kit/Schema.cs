using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ingest.Api.Tests.Kit;

/// <summary>
/// Holds JSON against a schema of the OpenAPI document. Stricter than JSON Schema where that finds drift: a property that the schema does not
/// name is a fault, and so is a keyword that this does not know.
/// </summary>
public sealed class Schema(JsonNode document)
{
    static readonly string[] Known =
        ["$ref", "type", "properties", "required", "items", "enum", "anyOf", "format", "minimum", "maximum", "minItems", "maxItems", "pattern", "description", "default", "minLength", "maxLength"];

    /// <summary>What is wrong with <paramref name="value"/>; empty where nothing is.</summary>
    public IReadOnlyList<string> Check(JsonNode? value, JsonNode schema) => [.. Faults(value, schema, "$")];

    IEnumerable<string> Faults(JsonNode? value, JsonNode schema, string path)
    {
        if (schema is not JsonObject rules) return [$"{path}: the schema says nothing ({schema.ToJsonString()})"];
        if (rules.Select(each => each.Key).Except(Known).ToArray() is { Length: > 0 } unknown) return [$"{path}: keywords that the check does not know: {string.Join(", ", unknown)}"];
        if ((string?)rules["$ref"] is { } reference) return Faults(value, Resolve(reference), path);
        if (rules["anyOf"] is JsonArray choices)
        {
            var tried = choices.Select(each => Faults(value, each!, path).ToArray()).ToArray();
            return tried.Any(each => each.Length == 0) ? [] : tried.MinBy(each => each.Length)!;
        }
        if (rules["enum"] is JsonArray names && !names.Any(each => JsonNode.DeepEquals(each, value))) return [$"{path}: {value?.ToJsonString()} is none of {names.ToJsonString()}"];
        if (rules["type"] is { } type && !(type is JsonArray types ? types.Any(each => Is(value, (string)each!)) : Is(value, (string)type!)))
            return [$"{path}: {value?.ToJsonString() ?? "null"} is no {type.ToJsonString()}"];
        return value switch
        {
            JsonObject members => Members(members, rules, path),
            JsonArray items => Items(items, rules, path),
            JsonValue text when text.GetValueKind() == JsonValueKind.String => Text((string)text!, rules, path),
            _ => [],
        };
    }

    IEnumerable<string> Members(JsonObject value, JsonObject rules, string path)
    {
        var properties = rules["properties"] as JsonObject ?? [];
        foreach (var name in (rules["required"] as JsonArray ?? []).Select(each => (string)each!))
        {
            if (!value.ContainsKey(name)) yield return $"{path}.{name}: required, and missing";
        }
        foreach (var (name, member) in value)
        {
            if (properties[name] is not { } rule) yield return $"{path}.{name}: not in the schema";
            else foreach (var fault in Faults(member, rule, $"{path}.{name}")) yield return fault;
        }
    }

    IEnumerable<string> Items(JsonArray value, JsonObject rules, string path)
    {
        if (value.Count < ((int?)rules["minItems"] ?? 0) || value.Count > ((int?)rules["maxItems"] ?? int.MaxValue)) yield return $"{path}: {value.Count} items";
        if (rules["items"] is not { } rule)
        {
            yield return $"{path}: the schema says nothing of the items";
            yield break;
        }
        for (var i = 0; i < value.Count; i++)
        {
            foreach (var fault in Faults(value[i], rule, $"{path}[{i}]")) yield return fault;
        }
    }

    static IEnumerable<string> Text(string value, JsonObject rules, string path)
    {
        var ok = (string?)rules["format"] switch
        {
            null => true,
            "date" => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "date-time" => DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _),
            _ => false,
        };
        return ok ? [] : [$"{path}: \"{value}\" is no {rules["format"]}"];
    }

    static bool Is(JsonNode? value, string type) => type switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() == JsonValueKind.String,
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "integer" => value?.GetValueKind() == JsonValueKind.Number && long.TryParse(value.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "number" => value?.GetValueKind() == JsonValueKind.Number,
        _ => false,
    };

    JsonNode Resolve(string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate(document, (node, name) => node[name] ?? throw new InvalidOperationException($"{reference} leads nowhere."));
}
