using System.Globalization;
using System.Text;
using Ingest.Text;
using Ingest.Text.Articles;
using Ingest.Text.Quotes;
using Ingest.Text.Reading;
using Ingest.Text.Tokens;

namespace Ingest.Trainer;

/// <summary>An attribution as a person annotated it: spans of the text.</summary>
sealed record GoldAttribution(TextSpan[] Content, TextSpan[] Source, TextSpan[] Cue);

/// <summary>An article with its annotation, in tokens. Kept for the whole run, so its pooled arrays are never given back.</summary>
sealed class AnnotatedArticle
{
    AnnotatedArticle(Article article, IReadOnlyList<GoldAttribution> gold, bool tellsOfFloating)
    {
        TellsOfFloating = tellsOfFloating;
        Article = article;
        Gold = gold;
        Text = TokenizedText.Of(article);
        Marks = QuotationMarks.Of(Text);
        Notes = WordNotes.Of(Text);
        Spans = SpanNotes.Of(Text, Marks, Notes);
    }

    /// <summary>
    /// Whether it is learned from what becomes of words in quotation marks without a cue. Marked articles always make them part of the quote before;
    /// with them, fewer of PolNeAR's were found (F1 of direct quotes -0.3 in cross-validation).
    /// </summary>
    public bool TellsOfFloating { get; }

    public Article Article { get; }

    public IReadOnlyList<GoldAttribution> Gold { get; }

    public TokenizedText Text { get; }

    public QuotationMarks Marks { get; }

    WordNotes Notes { get; }

    SpanNotes Spans { get; }

    public Passage Passage => new(Text, Marks, Notes, Spans);

    /// <summary>
    /// Reads all articles of a folder in the order of their names: text/NAME.txt with attributions/NAME.ann (brat stand-off, offsets in code points),
    /// or, where it has no such folders, its own *.txt (<see cref="MarkedText"/>).
    /// </summary>
    /// <exception cref="FormatException">An article that is not marked as <see cref="MarkedText"/> wants it, or is no article.</exception>
    public static List<AnnotatedArticle> ReadAll(string folder)
    {
        var attributions = Path.Combine(folder, "attributions");
        return Directory.Exists(attributions)
            ? [.. Names(attributions, "*.ann").Select(name => ReadStandOff(folder, name)).OfType<AnnotatedArticle>()]
            : [.. Names(folder, "*.txt").Select(name => ReadMarked(folder, name))];
    }

    static IEnumerable<string> Names(string folder, string pattern) => Directory.EnumerateFiles(folder, pattern).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    static AnnotatedArticle? ReadStandOff(string folder, string name) =>
        Parse(name, File.ReadAllBytes(Path.Combine(folder, "text", name + ".txt"))) is { } article ? new(article, Read(Path.Combine(folder, "attributions", name + ".ann"), article.Text), tellsOfFloating: true) : null;

    static AnnotatedArticle ReadMarked(string folder, string name)
    {
        try
        {
            var (text, gold) = MarkedText.Read(File.ReadAllText(Path.Combine(folder, name + ".txt")));
            return new AnnotatedArticle(Parse(name, Encoding.UTF8.GetBytes(text)) ?? throw new FormatException("It is no article."), gold, tellsOfFloating: false);
        }
        catch (FormatException e)
        {
            throw new FormatException($"{name}: {e.Message}", e);
        }
    }

    static Article? Parse(string name, byte[] bytes) =>
        UploadReader.Read(bytes, name, DateTimeOffset.UnixEpoch, new ParseOptions { MaxBytes = int.MaxValue }) is { Ok: true, Article: var article } ? article : null;

    static List<GoldAttribution> Read(string file, string text)
    {
        var units = CodeUnits(text);
        var lines = File.ReadAllLines(file).Select(line => line.Split('\t')).Where(columns => columns.Length > 1).ToList();
        // An event may name a span that stands behind it.
        var spans = lines.Where(columns => columns[0][0] == 'T').ToDictionary(columns => columns[0], columns => columns[1][(columns[1].IndexOf(' ', StringComparison.Ordinal) + 1)..].Split(';').Select(Span).ToList());
        var gold = new List<GoldAttribution>();
        foreach (var columns in lines.Where(columns => columns[0][0] == 'E'))
        {
            var roles = columns[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split(':')).Where(p => p.Length == 2).ToList();
            TextSpan[] Of(string role) => [.. roles.Where(r => r[0].TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') == role && spans.ContainsKey(r[1]))
                .SelectMany(r => spans[r[1]]).OrderBy(s => s.Start)];
            if (Of("Content") is { Length: > 0 } content) gold.Add(new GoldAttribution(content, Of("Source"), Of("Cue")));
        }
        return gold;

        TextSpan Span(string pair)
        {
            var parts = pair.Split(' ');
            return new TextSpan(units[Math.Min(int.Parse(parts[0], CultureInfo.InvariantCulture), units.Length - 1)], units[Math.Min(int.Parse(parts[1], CultureInfo.InvariantCulture), units.Length - 1)]);
        }
    }

    // Code point index to code unit index.
    static int[] CodeUnits(string text)
    {
        var units = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i++)
            if (!char.IsLowSurrogate(text[i])) units.Add(i);
        units.Add(text.Length);
        return [.. units];
    }
}
