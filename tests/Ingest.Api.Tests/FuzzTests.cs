using Ingest.Api.Contract;
using Ingest.Api.Tests.Kit;

namespace Ingest.Api.Tests;

/// <summary>Random questions of every route: whatever is asked, the answer is an answer or a problem, never a failure.</summary>
public sealed class FuzzTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    const int Seed = 20230707;
    const int Requests = 1500;

    static readonly string[] Words =
    [
        "2031-03-03", "2031-03-04", "0001-01-01", "9999-12-31", "2031-3-3", "1", "50", "1000", "-1", "1e3", "direct", "MIXED", "anna-lindqvist", "Piotr Wójcik", "a", "A", "zz", "json", "csv", "ndjson",
        "name", "quotes", "post/bridge.txt", "We will rebuild the harbour bridge before winter", "", " ", "'", "\"", "\\", "/", "%", "\u0001", "\u200B", "İ", "ß", "🙂", "\uFFFF", "AAAA", "null",
    ];

    readonly ApiHost host = newsroom.Host;

    [Fact]
    public async Task No_question_is_a_server_s_failure()
    {
        var random = new Random(Seed);
        var asked = new Dictionary<int, int>();
        for (var number = 0; number < Requests; number++)
        {
            var operation = Operations.All[random.Next(Operations.All.Count)];
            if (operation.Method != "GET") continue;
            var path = Path(operation, random);
            var headers = random.Next(4) == 0 ? [("Accept", Pick(random, "text/csv", "application/x-ndjson", "*/*", "text/html", "garbage"))] : Array.Empty<(string, string)>();
            var answer = await host.GetAsync(path, headers);
            asked[answer.Status] = asked.GetValueOrDefault(answer.Status) + 1;
            Assert.True(answer.Status is 200 or 304 or 400 or 404 or 406, $"Request {number} of seed {Seed}, GET {path}: {answer}");
            if (answer.Status >= 400) Assert.Equal("application/problem+json", answer.MediaType);
        }
        // Questions that are all refused would prove nothing.
        Assert.True(asked.GetValueOrDefault(200) > 100 && asked.GetValueOrDefault(400) > 100, string.Join(", ", asked));
    }

    static string Path(Operation operation, Random random)
    {
        var path = "/api/" + operation.Route;
        var open = path.IndexOf('{', StringComparison.Ordinal);
        if (open >= 0) path = path[..open] + Uri.EscapeDataString(Word(random) is { Length: > 0 } word ? word : "x");
        var query = operation.Parameters.Where(each => each.Place == ParameterPlace.Query && random.Next(3) == 0).Select(each => $"{each.Name}={Uri.EscapeDataString(Value(each, random))}").ToList();
        if (random.Next(20) == 0) query.Add($"{Uri.EscapeDataString(Word(random))}={Uri.EscapeDataString(Word(random))}");
        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }

    // Half of the values are such as the parameter takes, so that what comes after reading them is reached.
    static string Value(Parameter parameter, Random random) => random.Next(2) == 0 ? Word(random) : parameter.Name switch
    {
        "from" or "to" or "date" => Pick(random, "2031-03-03", "2031-03-04", "2031-04-02", "0001-01-01", "9999-12-31"),
        "size" or "top" => Pick(random, "1", "2", "50", "1000"),
        "type" => Pick(random, "direct", "mixed", "indirect"),
        "format" => Pick(random, "json", "csv", "ndjson"),
        "order" => Pick(random, "name", "quotes"),
        "speaker" or "mentions" => Pick(random, "anna-lindqvist", "Piotr Wójcik", "Nobody Known"),
        "prefix" => Pick(random, "a", "li", "WÓ", "z"),
        _ => Word(random),
    };

    static string Word(Random random) => random.Next(8) == 0 ? string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => (char)random.Next(1, 0xD7FF))) : Pick(random, Words);

    static string Pick(Random random, params string[] choices) => choices[random.Next(choices.Length)];
}
