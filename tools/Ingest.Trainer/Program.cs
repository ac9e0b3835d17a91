using System.Diagnostics;
using System.Text.Json;
using Ingest.Text;
using Ingest.Text.Quotes;
using Ingest.Text.Quotes.Learning;
using Ingest.Trainer;

const string Usage = """
    usage: Ingest.Trainer train FOLDERS WEIGHTS     learns from FOLDERS and writes WEIGHTS
           Ingest.Trainer score FOLDERS [ERRORS]    measures the library's own weights; misses and false alarms go into the file ERRORS
           Ingest.Trainer cross FOLDERS [ERRORS [QUOTES]]
                                                    learns from four fifths and measures on the fifth, five times over; what it found goes into
                                                    the file QUOTES, in the form that `ingest extract` prints

    FOLDERS are one or more, with commas between them, each with annotated articles: text/*.txt beside attributions/*.ann, or marked *.txt.
    """;

if (args.Length < 2) return Fail();
var clock = Stopwatch.StartNew();
var folders = new List<(string Name, List<AnnotatedArticle> Articles)>();
foreach (var folder in args[1].Split(','))
{
    if (!Directory.Exists(folder) || AnnotatedArticle.ReadAll(folder) is not { Count: > 0 } read)
    {
        Console.Error.WriteLine($"{folder} holds no annotated articles. Name a folder with text/*.txt beside attributions/*.ann (a split of PolNeAR), or with *.txt whose attributions are marked.");
        return 2;
    }
    folders.Add((folder, read));
    Console.WriteLine($"{folder}: {read.Count} articles");
}
List<AnnotatedArticle> articles = [.. folders.SelectMany(folder => folder.Articles)];
switch (args[0])
{
    case "train" when args.Length == 3:
        var training = new Training(articles);
        Console.WriteLine(training.Describe());
        Write(args[2], training.Train());
        break;
    case "score":
        using (var errors = args.Length > 2 ? new StreamWriter(args[2]) : null)
        {
            var finder = new QuoteFinder(Weights.Embedded);
            Print([.. articles.Select(article => finder.Find(article.Text))], QuoteFinder.Caution, errors);
        }
        break;
    case "cross":
        using (var errors = args.Length > 2 ? new StreamWriter(args[2]) : null)
        {
            var validation = new CrossValidation(articles);
            Console.WriteLine(validation.Describe());
            float[] others = [QuoteFinder.Caution - 0.07f, QuoteFinder.Caution + 0.07f];
            var found = validation.Run([QuoteFinder.Caution, .. others], out var loss);
            Console.WriteLine(loss);
            foreach (var caution in others) Print(found[caution], caution, null);
            Print(found[QuoteFinder.Caution], QuoteFinder.Caution, errors);
            if (args.Length > 3) File.WriteAllLines(args[3], articles.Select((article, i) => Json(article.Article.Name, found[QuoteFinder.Caution][i])));
        }
        break;
    default: return Fail();
}
Console.WriteLine($"{clock.Elapsed.TotalSeconds:F0} s");
return 0;

void Print(List<Attribution>[] found, float caution, TextWriter? errors)
{
    var next = 0;
    foreach (var (name, own) in folders)
    {
        var scoring = new Scoring { Errors = errors };
        foreach (var article in own) scoring.Add(article, found[next++]);
        Console.WriteLine($"{name}, caution {caution:F2}");
        scoring.Print(Console.Out);
    }
}

static string Json(string name, List<Attribution> found) => JsonSerializer.Serialize(new
{
    id = name,
    quotes = found.Select(f => new { spans = f.Content.Select(Pair), cueSpan = f.Cue is { } cue ? Pair(cue) : null, speakerSpan = f.Source is { } source ? Pair(source) : null }),
});

static int[] Pair(TextSpan span) => [span.Start, span.End];

static int Fail()
{
    Console.Error.WriteLine(Usage);
    return 2;
}

static void Write(string path, Weights weights)
{
    using var file = File.Create(path);
    weights.Write(file);
    Console.WriteLine($"{path}: {file.Length} bytes");
}
