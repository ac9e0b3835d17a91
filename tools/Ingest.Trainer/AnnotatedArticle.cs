using System.Globalization;
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
    AnnotatedArticle(Article article, IReadOnlyList<GoldAttribution> gold)
    {
        Article = article;
        Gold = gold;
        Text = TokenizedText.Of(article);
        Marks = QuotationMarks.Of(Text);
        Notes = WordNotes.Of(Text);
    }

    public Article Article { get; }

    public IReadOnlyList<GoldAttribution> Gold { get; }

    public TokenizedText Text { get; }

    public QuotationMarks Marks { get; }

    WordNotes Notes { get; }

    public Passage Passage => new(Text, Marks, Notes);

    /// <summary>Reads text/NAME.txt and attributions/NAME.ann (brat stand-off, offsets in code points) under a folder.</summary>
    public static List<AnnotatedArticle> ReadAll(string folder)
    {
        var articles = new List<AnnotatedArticle>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "attributions"), "*.ann").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var bytes = File.ReadAllBytes(Path.Combine(folder, "text", name + ".txt"));
            var result = UploadReader.Read(bytes, name, DateTimeOffset.UnixEpoch, new ParseOptions { MaxBytes = int.MaxValue });
            if (result.Ok) articles.Add(new AnnotatedArticle(result.Article, Read(file, result.Article.Text)));
        }
        return articles;
    }

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
