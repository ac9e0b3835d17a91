using System.CommandLine;
using System.CommandLine.Parsing;
using Ingest.Storage.Reading;

namespace Ingest.Cli.Query;

/// <summary>A speaker as a person types it: a name, or a slug.</summary>
/// <param name="Typed">As typed.</param>
/// <param name="Slug">The speaker's key; a slug is its own.</param>
sealed record SpeakerName(string Typed, string Slug)
{
    const int Suggestions = 5;

    /// <summary>An option that takes one.</summary>
    public static Option<SpeakerName?> Option(string name, string description) =>
        new(name) { Description = description, HelpName = "NAME", CustomParser = result => Parse(result, name) };

    /// <summary>An argument that takes one.</summary>
    public static Argument<SpeakerName?> Argument(string name, string description) =>
        new(name) { Description = description, CustomParser = result => Parse(result, name) };

    /// <summary>The error of a name that nobody has, with those who might be meant: a word of their name begins as its last word does.</summary>
    public async Task<CliException> NobodyAsync(SummaryReader reader, CancellationToken stop)
    {
        var alike = await reader.SpeakersAsync(new SpeakerQuery(Slug[(Slug.LastIndexOf('-') + 1)..], ByQuotes: true), new PageRequest(Suggestions), stop);
        return new CliException(
            $"Nobody called {Typed} is quoted",
            alike.Items.Count > 0
                ? $"Perhaps one of these is meant: {string.Join(", ", alike.Items.Select(speaker => speaker.Name))}"
                : $"Look names up by how they begin: {Invocation.Line("query speakers --prefix LETTERS")}");
    }

    static SpeakerName? Parse(ArgumentResult result, string name)
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (text.Any(char.IsLetterOrDigit)) return new SpeakerName(text, Text.Slug.Of(text));
        result.AddError($"{name} takes a speaker's name, such as \"Jens Stoltenberg\", or slug, not \"{text}\"");
        return null;
    }
}
