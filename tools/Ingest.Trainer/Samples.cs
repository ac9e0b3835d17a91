using Ingest.Text.Quotes;
using Ingest.Text.Quotes.Learning;

namespace Ingest.Trainer;

/// <summary>Collects features as places in the table of weights.</summary>
struct Collect(List<int> features, int mask) : IFeatureSink
{
    public readonly void Add(params ReadOnlySpan<uint> numbers)
    {
        foreach (var number in numbers) features.Add((int)(Feature.Mix(number) & (uint)mask));
    }
}

/// <summary>One part of a content, left or right: all starts, ends, as features and as observations, and the pairs of them that fit.</summary>
sealed class PartSample
{
    public required int[][] Starts { get; init; }
    public required int[][] Ends { get; init; }
    public required int[][] ObservedStarts { get; init; }
    public required int[][] ObservedEnds { get; init; }

    /// <summary>As <see cref="SideTemplates.Part"/>.</summary>
    public required int Kind { get; init; }
    public required (int Start, int End)[] Pairs { get; init; }
    public required (int First, int Last)[] Words { get; init; }
}

/// <summary>A word that may be a cue, with what may be its content, and what is.</summary>
sealed class CueSample
{
    public required CueCandidate Cue { get; init; }
    public required int[] Filter { get; init; }
    public bool Positive { get; set; }

    /// <summary>Neither to be found nor to be left alone: attributions that report no speech.</summary>
    public bool Ignored { get; set; }
    public int[] Features { get; set; } = [];
    public int[] Observed { get; set; } = [];
    public int[][] Layouts { get; set; } = [];
    public PartSample? Right { get; set; }
    public PartSample? Left { get; set; }
    public PartSample? Tail { get; set; }
    public int GoldLayout { get; set; } = -1;
    public int GoldLeft { get; set; } = -1;
    public int GoldRight { get; set; } = -1;
    public double GoldOverlap { get; set; }

    /// <summary>What each content of the gold layout's part is worth beside the best one, from 0 to 1; null where only the best one counts.</summary>
    public float[]? Worth { get; set; }
    public GoldContent? Gold { get; set; }
}

/// <summary>A phrase to choose among others.</summary>
sealed record SourceSample(int[][] Choices, int Gold);

/// <summary>A gold content in tokens, with what is needed to compare it to candidates.</summary>
sealed class GoldContent
{
    readonly int[] before;

    public GoldContent(AnnotatedArticle article, GoldAttribution gold, Letters letters)
    {
        Attribution = gold;
        var tokens = article.Text.Tokens;
        before = new int[tokens.Length + 1];
        for (var i = 0; i < tokens.Length; i++)
        {
            var inside = false;
            foreach (var span in gold.Content) inside |= span.Contains(tokens[i].Start);
            before[i + 1] = before[i] + (inside ? letters.Of(i, i) : 0);
        }
        Total = before[^1];
    }

    public GoldAttribution Attribution { get; }

    public int Total { get; }

    public int Shared(int first, int last) => last < first ? 0 : before[last + 1] - before[first];
}

/// <summary>How many letters and digits tokens have.</summary>
sealed class Letters
{
    readonly int[] before;

    public Letters(AnnotatedArticle article)
    {
        var tokens = article.Text.Tokens;
        before = new int[tokens.Length + 1];
        for (var i = 0; i < tokens.Length; i++)
        {
            var count = 0;
            foreach (var c in tokens[i].Of(article.Article.Text)) count += char.IsLetterOrDigit(c) ? 1 : 0;
            before[i + 1] = before[i] + count;
        }
    }

    public int Of(int first, int last) => last < first ? 0 : before[last + 1] - before[first];
}
