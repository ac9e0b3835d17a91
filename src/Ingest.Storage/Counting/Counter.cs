using System.Text.Json;

namespace Ingest.Storage.Counting;

/// <summary>What is counted.</summary>
enum CounterKind
{
    /// <summary>Everything.</summary>
    Total = 't',

    /// <summary>Quotes of a type; A is the type.</summary>
    Type = 'y',

    /// <summary>A publisher; A is its host.</summary>
    Source = 's',

    /// <summary>In a day: a speaker; A is the slug, B the name.</summary>
    Speaker = 'p',

    /// <summary>In a speaker: who is quoted in the same article; A is the slug, B the name.</summary>
    With = 'w',

    /// <summary>In a speaker: a role on a day; A is the role, B the day.</summary>
    Role = 'r',

    /// <summary>In a speaker: a way to write the name; A is the name.</summary>
    Name = 'n',

    /// <summary>In a speaker: person or organisation; A is the kind.</summary>
    Kind = 'k',

    /// <summary>In a speaker: a day; A is the day.</summary>
    Day = 'd',
}

/// <summary>What is counted, exactly which.</summary>
readonly record struct CounterKey(CounterKind Kind, string A = "", string B = "")
{
    /// <summary>The same in every process and forever: it says in which row of a subject the counter stands (FNV-1a over the UTF-16 code units).</summary>
    public uint StableHash
    {
        get
        {
            var hash = (2166136261 ^ (uint)Kind) * 16777619;
            foreach (var c in A) hash = (hash ^ c) * 16777619;
            hash = (hash ^ '!') * 16777619;
            foreach (var c in B) hash = (hash ^ c) * 16777619;
            return hash ^ (hash >> 15);
        }
    }
}

/// <summary>How many quotes, in how many articles.</summary>
readonly record struct Count(int Quotes, int Articles)
{
    public static Count operator +(Count a, Count b) => new(a.Quotes + b.Quotes, a.Articles + b.Articles);

    public static Count operator -(Count a, Count b) => new(a.Quotes - b.Quotes, a.Articles - b.Articles);
}

/// <summary>Counters as a row holds them: <c>[["p","jens-stoltenberg","Jens Stoltenberg",3,1],…]</c>.</summary>
static class CounterJson
{
    public static string Write(IEnumerable<KeyValuePair<CounterKey, Count>> counters)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartArray();
            foreach (var (key, count) in counters)
            {
                json.WriteStartArray();
                json.WriteStringValue([(char)key.Kind]);
                json.WriteStringValue(key.A);
                json.WriteStringValue(key.B);
                json.WriteNumberValue(count.Quotes);
                json.WriteNumberValue(count.Articles);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(text.GetBuffer().AsSpan(0, (int)text.Length));
    }

    public static List<KeyValuePair<CounterKey, Count>> Read(string? text)
    {
        var counters = new List<KeyValuePair<CounterKey, Count>>();
        if (string.IsNullOrEmpty(text)) return counters;
        var json = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(text));
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.StartArray)
        {
            json.Read();
            var kind = (CounterKind)json.GetString()![0];
            json.Read();
            var a = json.GetString()!;
            json.Read();
            var b = json.GetString()!;
            json.Read();
            var quotes = json.GetInt32();
            json.Read();
            counters.Add(new(new CounterKey(kind, a, b), new Count(quotes, json.GetInt32())));
            json.Read();
        }

        return counters;
    }
}
