using System.Text.Json;
using Ingest.Cli.Tests.Terminal;
using Ingest.Testing;

namespace Ingest.Cli.Tests.Samples;

/// <summary>
/// The samples, read as <c>extract</c> reads them, held against who says what in them, which was written down by hand
/// (<c>samples.expected.json</c>: a speaker of null is a source the article leaves unnamed).
/// </summary>
public sealed class SampleTests
{
    static readonly string Folder = Repository.Samples;

    static readonly Dictionary<string, Expected> Expectations = JsonSerializer.Deserialize<Dictionary<string, Expected>>(
        File.ReadAllText(Path.Combine(Repository.Root, "tests", "Ingest.Cli.Tests", "Samples", "samples.expected.json")), JsonSerializerOptions.Web)!;

    [Fact]
    public async Task Each_sample_is_expected_and_read_but_the_picture_which_is_refused()
    {
        var (found, errors) = await ExtractAsync();

        Assert.Equal(Expectations.Keys.Order(StringComparer.Ordinal), found.Keys);
        Assert.StartsWith($"refused {Path.Combine(Folder, "map-of-the-halden-strait.png")}: ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dates_datelines_and_sources_are_right_whatever_the_damage_and_the_encoding()
    {
        var (found, _) = await ExtractAsync();

        foreach (var (id, expected) in Expectations)
        {
            var article = found[id];
            Assert.Equal(
                (id, expected.Date, expected.DateFrom, expected.Dateline, expected.Source),
                (id, Text(article, "date"), Text(article, "dateFrom"), Text(article, "dateline"), Text(article, "source")));
        }
    }

    [Fact]
    public async Task No_quote_is_found_twice_though_bodies_stand_twice()
    {
        var (found, _) = await ExtractAsync();

        foreach (var (id, article) in found)
        {
            var texts = article.GetProperty("quotes").EnumerateArray().Select(quote => quote.GetProperty("text").GetString()).ToList();
            Assert.Equal((id, texts.Count), (id, texts.Distinct(StringComparer.Ordinal).Count()));
        }
    }

    /// <summary>Extraction is not perfect, and these are few: the floors are for what breaks, docs/extraction.md has the measured accuracy.</summary>
    [Theory]
    [InlineData("direct", 0.85)]
    [InlineData("any", 0.8)]
    public async Task Most_of_who_says_what_is_found_with_the_right_speaker(string type, double least)
    {
        var expected = Expectations.Values.SelectMany(article => article.Quotes).Count(quote => type == "any" || quote.Type == type);

        var wrong = await WrongAsync(quote => type == "any" || quote.Type == type);

        Assert.True(expected - wrong.Count >= least * expected, $"{wrong.Count} of {expected} are wrong:\n{string.Join('\n', wrong)}");
    }

    /// <summary>Each expected quote that is not found, or is somebody else's.</summary>
    static async Task<List<string>> WrongAsync(Func<ExpectedQuote, bool> which)
    {
        var (found, _) = await ExtractAsync();
        var wrong = new List<string>();
        foreach (var (id, expected) in Expectations)
        {
            foreach (var quote in expected.Quotes.Where(which))
            {
                var match = found[id].GetProperty("quotes").EnumerateArray().FirstOrDefault(each => Folded(Text(each, "text")!).Contains(Folded(quote.Words), StringComparison.Ordinal));
                if (match.ValueKind == JsonValueKind.Undefined) wrong.Add($"{id}: “{quote.Words}” is not found");
                else if (NamedSpeaker(match) != quote.Speaker) wrong.Add($"{id}: “{quote.Words}” is {Text(match, "speaker") ?? "nobody"}'s, not {quote.Speaker ?? "an unnamed source"}'s");
            }
        }

        return wrong;
    }

    static async Task<(SortedDictionary<string, JsonElement> Found, string Errors)> ExtractAsync()
    {
        var pipe = new Pipe();
        await CommandLine.RunAsync(["extract", Folder], pipe.Screen, TestContext.Current.CancellationToken);
        var lines = pipe.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement);
        return (new SortedDictionary<string, JsonElement>(lines.ToDictionary(line => Text(line, "id")!), StringComparer.Ordinal), pipe.Errors);
    }

    static string? NamedSpeaker(JsonElement quote) => quote.GetProperty("named").GetBoolean() ? Text(quote, "speaker") : null;

    static string? Text(JsonElement of, string field) => of.GetProperty(field).GetString();

    /// <summary>A line break in a broken paragraph is a blank here, and an apostrophe is one whatever its form.</summary>
    static string Folded(string text) => text.Replace('\n', ' ').Replace('’', '\'');

    sealed record Expected(string Date, string DateFrom, string? Dateline, string Source, IReadOnlyList<ExpectedQuote> Quotes);

    sealed record ExpectedQuote(string? Speaker, string Type, string Words);
}
