using Ingest.Testing;

namespace Ingest.Cli.Tests.Documentation;

/// <summary>A fenced block of a document.</summary>
/// <param name="Language">The word after the fence; empty where there is none.</param>
/// <param name="Line">The number of its first line in the document, from 1.</param>
sealed record Block(string Language, IReadOnlyList<string> Lines, int Line)
{
    public string Text => string.Join('\n', Lines);

    /// <summary>The blocks of a document of the checkout, in its order.</summary>
    public static IReadOnlyList<Block> Of(string document)
    {
        var blocks = new List<Block>();
        List<string>? open = null;
        var language = "";
        foreach (var (number, line) in File.ReadLines(Path.Combine(Repository.Root, document)).Index())
        {
            if (!line.StartsWith("```", StringComparison.Ordinal))
            {
                open?.Add(line);
            }
            else if (open is null)
            {
                (open, language) = ([], line[3..].Trim());
            }
            else
            {
                blocks.Add(new(language, open, number - open.Count + 1));
                open = null;
            }
        }

        return blocks;
    }

    /// <summary>The commands of a block for a shell: of <c>sh</c> each line that is no comment, of <c>console</c> each that has a prompt.</summary>
    public IEnumerable<string> Commands() => Language switch
    {
        "sh" => Lines.Where(line => line.Length > 0 && line[0] != '#'),
        "console" => Lines.Where(line => line.StartsWith("$ ", StringComparison.Ordinal)).Select(line => line[2..]),
        _ => [],
    };
}
