using Ingest.Storage.Reading;

namespace Ingest.Cli.Query;

/// <summary>A speaker as a person types it.</summary>
static class SpeakerName
{
    const int Suggestions = 5;

    /// <summary>The key of the speaker; a slug is its own.</summary>
    public static string Slug(string name) => Ingest.Text.Slug.Of(name);

    /// <summary>The error of a name that nobody has, with those who might be meant: a word of their name begins as its last word does.</summary>
    public static async Task<CliException> NobodyAsync(SummaryReader reader, string name, CancellationToken stop)
    {
        var slug = Slug(name);
        var alike = await reader.SpeakersAsync(new SpeakerQuery(slug[(slug.LastIndexOf('-') + 1)..], ByQuotes: true), new PageRequest(Suggestions), stop);
        return new CliException(
            $"Nobody called {name} is quoted",
            alike.Items.Count > 0
                ? $"Perhaps one of these is meant: {string.Join(", ", alike.Items.Select(speaker => speaker.Name))}"
                : $"Look names up by how they begin: {Invocation.Line("query speakers --prefix LETTERS")}");
    }
}
