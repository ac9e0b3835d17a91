using System.Text.Json;

namespace Ingest.Infra.Tests.Bicep;

/// <summary>A resource of a compiled template.</summary>
/// <param name="Type">Without version: <c>Microsoft.Storage/storageAccounts</c>.</param>
/// <param name="Body">As the template has it, expressions unevaluated.</param>
sealed record Resource(string Type, JsonElement Body)
{
    public JsonElement Properties => Body.GetProperty("properties");

    /// <summary>Every resource that a template makes, those of its modules included; not those that it only refers to.</summary>
    public static IEnumerable<Resource> In(JsonElement template)
    {
        if (!template.TryGetProperty("resources", out var resources)) yield break;
        var bodies = resources.ValueKind == JsonValueKind.Array ? resources.EnumerateArray() : resources.EnumerateObject().Select(each => each.Value);
        foreach (var body in bodies.ToList())
        {
            if (body.TryGetProperty("existing", out var existing) && existing.GetBoolean()) continue;
            var resource = new Resource(body.GetProperty("type").GetString()!, body);
            yield return resource;
            if (resource.Type != "Microsoft.Resources/deployments") continue;
            foreach (var inner in In(resource.Properties.GetProperty("template"))) yield return inner;
        }
    }

    /// <summary>Every template in a template: itself and those of its modules.</summary>
    public static IEnumerable<JsonElement> TemplatesIn(JsonElement template) =>
        In(template).Where(each => each.Type == "Microsoft.Resources/deployments").Select(each => each.Properties.GetProperty("template")).Prepend(template);

    /// <summary>Every string in a piece of JSON.</summary>
    public static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(each => Strings(each.Value)),
        _ => [],
    };
}
