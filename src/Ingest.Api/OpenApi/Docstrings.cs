using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Ingest.Api.OpenApi;

/// <summary>
/// What the source says of types and properties, from the documentation files that the compiler puts beside the assemblies; nothing where a file
/// is missing. The types that answers carry are described once, where they are declared.
/// </summary>
static class Docstrings
{
    static readonly ConcurrentDictionary<Assembly, Dictionary<string, string>> Read = new();

    public static string? Of(Type type) => Find(type.Assembly, $"T:{NameOf(type)}");

    public static string? Of(Type type, string property) => Find(type.Assembly, $"P:{NameOf(type)}.{property}");

    static string NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName ?? type.Name;

    static string? Find(Assembly assembly, string member) => Read.GetOrAdd(assembly, Load).GetValueOrDefault(member);

    static Dictionary<string, string> Load(Assembly assembly)
    {
        var file = Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.xml");
        if (!File.Exists(file)) return [];
        try
        {
            return XDocument.Load(file).Descendants("member")
                .Where(each => each.Attribute("name") is not null && each.Element("summary") is not null)
                .ToDictionary(each => each.Attribute("name")!.Value, each => Text(each.Element("summary")!), StringComparer.Ordinal);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or XmlException)
        {
            return [];
        }
    }

    static string Text(XElement summary)
    {
        var text = new StringBuilder();
        foreach (var node in summary.Nodes())
        {
            _ = node switch
            {
                XText plain => text.Append(plain.Value),
                XElement { Name.LocalName: "c" } code => text.Append('`').Append(code.Value).Append('`'),
                XElement reference => text.Append('`').Append(Referred(reference)).Append('`'),
                _ => text,
            };
        }
        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    // "P:Ingest.Storage.Reading.SpeakerCount.Articles" is articles in the JSON.
    static string Referred(XElement reference)
    {
        var name = reference.Attribute("cref")?.Value ?? reference.Attribute("name")?.Value ?? reference.Value;
        var last = name[(name.LastIndexOfAny(['.', ':']) + 1)..];
        return name.StartsWith("P:", StringComparison.Ordinal) ? System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(last) : last;
    }
}
