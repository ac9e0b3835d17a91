using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Speakers;

/// <summary>docs/speakers.md is the specification: every row of its tables is an example, and this runs them.</summary>
public sealed class SpecificationTests
{
    public static TheoryData<string, string, string, string> Examples()
    {
        var examples = new TheoryData<string, string, string, string>();
        foreach (var line in Documents.Lines("speakers.md"))
        {
            if (!line.StartsWith('|') || !line.Contains('[', StringComparison.Ordinal)) continue;
            var cells = line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries);
            examples.Add(cells[0].Trim('`').Replace(" ¶ ", "\n", StringComparison.Ordinal), cells[1], cells[2], cells[3]);
        }
        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_last_mention_in_brackets_means_whom_the_specification_says(string text, string name, string role, string kind)
    {
        var speaker = Marked.Speakers(text)[^1];
        Assert.NotNull(speaker);
        Assert.Equal((name, role, Enum.Parse<SpeakerKind>(kind, ignoreCase: true)), (speaker.Name, speaker.Role ?? "", speaker.Kind));
    }
}
